/**
 * Numbers that change when something of a kind was written, for what is kept in memory: an order of dates, what a query found, names to
 * suggest. The history names every row that changed, so what is kept outlives whatever does not concern it, such as coding while words
 * are searched for. While the index is being made, which is not in the history, every write counts for all kinds.
 */
import { isIndexed } from '../full-text.ts'
import type { ReadDb } from '../types.ts'

/**
 * `order`: which articles there are, and their dates. `words`: what stands in titles, texts, metadata, notes and translations. `fields`:
 * anything that a query can ask for. `names`: authors and languages of articles.
 */
export type Kind = 'order' | 'words' | 'fields' | 'names'
type Stamps = Record<Kind, number>

interface Known {
  /** Rows that this connection had written; nobody else writes to an open library. */
  writes: number
  seq: number
  isIndexed: boolean
  stamps: Stamps
}

const known = new WeakMap<ReadDb, Known>()

/** The number of a kind: equal as long as nothing of it was written. */
export function stampOf(db: ReadDb, kind: Kind): number {
  const writes = db.value<number>('SELECT total_changes()')
  let entry = known.get(db)
  if (entry?.writes === writes) return entry.stamps[kind]
  const seq = db.value<number>('SELECT ifnull(max(seq), 0) FROM step')
  const now = { writes, seq, isIndexed: isIndexed(db) }
  if (!entry) entry = { ...now, stamps: { order: 0, words: 0, fields: 0, names: 0 } }
  else if (!now.isIndexed || !entry.isIndexed || seq < entry.seq) entry = { ...now, stamps: raised(entry.stamps, () => true) }
  else if (seq > entry.seq) {
    const touched = touchedSince(db, entry.seq)
    entry = { ...now, stamps: raised(entry.stamps, (one) => touched[one] === 1) }
  } else entry = { ...entry, writes }
  known.set(db, entry)
  return entry.stamps[kind]
}

const raised = ({ order, words, fields, names }: Stamps, isTouched: (kind: Kind) => boolean): Stamps => ({
  order: order + Number(isTouched('order')),
  words: words + Number(isTouched('words')),
  fields: fields + Number(isTouched('fields')),
  names: names + Number(isTouched('names')),
})

/** Whether a row came or went, or one of the columns differs, by their names in the JSON of a change. */
const differs = (...columns: readonly string[]): string =>
  ['before IS NULL', 'after IS NULL', ...columns.flatMap((name) => [`instr(after, '"${name}":')`, `instr(before, '"${name}":')`])].join(
    ' OR ',
  )

const names = (...columns: readonly string[]): string =>
  columns.map((name) => `instr(ifnull(before, '') || ifnull(after, ''), '"${name}":')`).join(' OR ')

const TOUCHED = `SELECT
    ifnull(max(tbl = 'article' AND (${differs('published_day')})), 0) AS "order",
    ifnull(max(CASE tbl WHEN 'article' THEN (${differs('revision_id', 'title', 'outlet_id', 'author', 'url', 'note', 'details')})
      WHEN 'annotation' THEN (${names('note', 'translation')}) ELSE tbl IN ('outlet', 'not_text') END), 0) AS words,
    ifnull(max(tbl NOT IN ('saved_view', 'report_template', 'report_look', 'report_run_removed', 'codebook_example', 'tag_field', 'annotation_field', 'story', 'story_apart', 'party_affiliation', 'thread')), 0) AS fields,
    ifnull(max(tbl = 'article' AND (${differs('author', 'language')})), 0) AS names
  FROM change WHERE step_seq > ?`

const touchedSince = (db: ReadDb, seq: number): Stamps => db.get<Stamps>(TOUCHED, [seq]) ?? { order: 1, words: 1, fields: 1, names: 1 }
