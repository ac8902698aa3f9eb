/**
 * What goes into a copy of a library to share: ids by table, of the chosen articles and annotations and of what hangs on them. Without a
 * choice it is everything that is there now. What nothing points to that goes out (an outlet, a coder, an earlier text) stays home.
 */
import type { ReadDb } from './types.ts'
import { jsonList } from './rows.ts'

export interface Chosen {
  readonly articles: readonly number[]
  readonly annotations: readonly number[]
}

const LIMITED = [
  'article',
  'annotation',
  'annotation_field',
  'revision',
  'original',
  'outlet',
  'story',
  'collection',
  'party',
  'thread',
  'thread_check',
  'event',
  'cell_summary',
  'cell_override',
] as const
export type LimitedTable = (typeof LIMITED)[number]

/** Ids that go out, of every table that is not whole by itself. */
export type Extent = Readonly<Record<LimitedTable, ReadonlySet<number>>>

/**
 * `chosen` null: everything. Ids that are not there are passed over. `originals`: the texts that were read from the files that go out are
 * needed with them, also where they were corrected since.
 */
export function extentOf(db: ReadDb, chosen: Chosen | null, originals: boolean): Extent {
  const ids = (sql: string, ...lists: ReadonlySet<number>[]): Set<number> =>
    new Set(
      db.column<number>(
        sql,
        lists.map((list) => jsonList([...list])),
      ),
    )
  const among = (table: LimitedTable, wanted: readonly number[] | undefined): Set<number> =>
    wanted === undefined ? ids(`SELECT id FROM ${table}`) : ids(`SELECT id FROM ${table} WHERE id IN ${LIST}`, new Set(wanted))
  const article = among('article', chosen?.articles)
  const annotation = ids(
    `SELECT id FROM annotation WHERE id IN ${LIST} AND article_id IN ${LIST}`,
    among('annotation', chosen?.annotations),
    article,
  )
  // Values of an earlier tag are kept for when it comes back, and shown nowhere: nobody would know that they go out.
  const field = ids(
    `SELECT v.id FROM annotation_field v JOIN annotation n ON n.id = v.annotation_id JOIN tag_field f ON f.id = v.field_id AND f.tag_id = n.tag_id
     WHERE n.id IN ${LIST}`,
    annotation,
  )
  const revision = ids(
    `SELECT revision_id FROM article WHERE id IN ${LIST} UNION SELECT revision_id FROM annotation WHERE id IN ${LIST}`,
    article,
    annotation,
  )
  if (originals)
    for (const id of ids(`SELECT id FROM revision WHERE original_id IS NOT NULL AND article_id IN ${LIST}`, article)) revision.add(id)
  const collection = chosen
    ? ids(`SELECT DISTINCT collection_id FROM article_collection WHERE article_id IN ${LIST}`, article)
    : among('collection', undefined)
  const thread = chosen
    ? ids(`SELECT DISTINCT thread_id FROM thread_member WHERE annotation_id IN ${LIST}`, annotation)
    : among('thread', undefined)
  const wholeChecks = `SELECT id FROM thread_check c WHERE thread_id IN ${LIST}
    AND NOT EXISTS (SELECT 1 FROM thread_check_quote q WHERE q.check_id = c.id AND q.annotation_id NOT IN ${LIST})`
  const sets = {
    article,
    annotation,
    annotation_field: field,
    revision,
    original: filesWithin(db, article),
    outlet: ids(`SELECT DISTINCT outlet_id FROM article WHERE outlet_id IS NOT NULL AND id IN ${LIST}`, article),
    story: ids(`SELECT DISTINCT story_id FROM article WHERE story_id IS NOT NULL AND id IN ${LIST}`, article),
    collection: chosen ? withAncestors(db, 'collection', collection) : collection,
    thread,
    thread_check: chosen ? ids(wholeChecks, thread, annotation) : among('thread_check', undefined),
    // An event hangs on no statement: it is of the library as a whole.
    event: chosen ? new Set<number>() : among('event', undefined),
    cell_summary: chosen ? wholeCells(db, 'cell_summary', annotation) : among('cell_summary', undefined),
    cell_override: chosen ? wholeCells(db, 'cell_override', annotation) : among('cell_override', undefined),
  }
  return { ...sets, party: chosen ? partiesOf(db, sets) : among('party', undefined) }
}

/**
 * Files that these articles came from and nothing else did. One that holds others as well, which do not go out or were removed, is not among
 * them: a file goes out byte for byte or not at all.
 */
export function filesWithin(db: ReadDb, articles: ReadonlySet<number>): ReadonlySet<number> {
  const sql = `SELECT original_id FROM revision WHERE original_id IS NOT NULL GROUP BY original_id HAVING min(article_id IN ${LIST}) = 1`
  return new Set(db.column<number>(sql, [jsonList([...articles])]))
}

const LIST = '(SELECT value FROM json_each(?))'

/** What is said of a cell goes out where all that it rests on does: it would tell of the rest. */
function wholeCells(db: ReadDb, table: 'cell_summary' | 'cell_override', annotations: ReadonlySet<number>): Set<number> {
  const quoted = table === 'cell_summary' ? `UNION SELECT annotation_id FROM cell_summary_quote WHERE summary_id = c.id` : ''
  return new Set(
    db
      .all<{ id: number; rests: string }>(
        `SELECT c.id, (SELECT json_group_array(id) FROM (SELECT value AS id FROM json_each(c.seen) ${quoted})) AS rests FROM ${table} c`,
      )
      .filter(({ rests }) => {
        const on = JSON.parse(rests) as number[] // made by the statement above
        return on.length > 0 && on.every((id) => annotations.has(id))
      })
      .map(({ id }) => id),
  )
}

/** Parties that something names which goes out, and those above them. */
function partiesOf(db: ReadDb, sets: Omit<Extent, 'party'>): Set<number> {
  const named = db.column<number | null>(
    `SELECT speaker_id FROM annotation WHERE id IN (SELECT value FROM json_each(@annotations))
     UNION SELECT on_behalf_of_id FROM annotation WHERE id IN (SELECT value FROM json_each(@annotations))
     UNION SELECT party_id FROM annotation_target WHERE annotation_id IN (SELECT value FROM json_each(@annotations))
     UNION SELECT CAST(v.value AS INTEGER) FROM annotation_field v JOIN tag_field f ON f.id = v.field_id
       WHERE f.type = 'party' AND v.id IN (SELECT value FROM json_each(@fields))
     UNION SELECT owner_id FROM thread WHERE id IN (SELECT value FROM json_each(@threads))
     UNION SELECT addressee_id FROM thread WHERE id IN (SELECT value FROM json_each(@threads))
     UNION SELECT by_id FROM thread_check WHERE id IN (SELECT value FROM json_each(@checks))
     UNION SELECT party_id FROM cell_summary WHERE id IN (SELECT value FROM json_each(@summaries))
     UNION SELECT party_id FROM cell_override WHERE id IN (SELECT value FROM json_each(@overrides))`,
    {
      annotations: jsonList([...sets.annotation]),
      fields: jsonList([...sets.annotation_field]),
      threads: jsonList([...sets.thread]),
      checks: jsonList([...sets.thread_check]),
      summaries: jsonList([...sets.cell_summary]),
      overrides: jsonList([...sets.cell_override]),
    },
  )
  return withAncestors(db, 'party', new Set(named.filter((id) => id !== null)))
}

function withAncestors(db: ReadDb, table: 'party' | 'collection', ids: ReadonlySet<number>): Set<number> {
  const parents = new Map(
    db.all<{ id: number; parent: number | null }>(`SELECT id, parent_id AS parent FROM ${table}`).map(({ id, parent }) => [id, parent]),
  )
  const found = new Set<number>()
  for (const id of ids)
    for (let at: number | null = id; at !== null && parents.has(at) && !found.has(at); at = parents.get(at) ?? null) found.add(at)
  return found
}
