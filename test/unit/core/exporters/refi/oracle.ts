/**
 * All that an analyst can have in a library, as plain rows in which things are named by their uids (shipped tags by their code), so that two
 * libraries can be compared. Written against the tables alone: it shares nothing with what exports and imports projects.
 */
import type { ReadDb } from '../../../../../src/core/store/types.ts'

/** Table of what a column names, by the name of the column. */
const NAMES: Readonly<Record<string, string>> = {
  article_id: 'article',
  revision_id: 'revision',
  outlet_id: 'outlet',
  original_id: 'original',
  tag_id: 'tag',
  issue_id: 'issue',
  party_id: 'party',
  speaker_id: 'party',
  on_behalf_of_id: 'party',
  owner_id: 'party',
  addressee_id: 'party',
  by_id: 'party',
  with_id: 'party',
  annotation_id: 'annotation',
  thread_id: 'thread',
  check_id: 'thread_check',
  summary_id: 'cell_summary',
  field_id: 'tag_field',
  collection_id: 'collection',
  story_id: 'story',
  coder_id: 'coder',
  status_coder_id: 'coder',
}
/** What a row of a table is known by. */
const IDENTITY: Readonly<Record<string, string>> = {
  outlet: 'name',
  original: 'name',
  coder: 'name',
  tag: 'code',
}
const TABLES = [
  'coder',
  'original',
  'revision',
  'article',
  'not_text',
  'story',
  'story_apart',
  'collection',
  'article_collection',
  'tag',
  'tag_field',
  'issue',
  'party',
  'party_alias',
  'party_affiliation',
  'annotation',
  'annotation_target',
  'annotation_issue',
  'annotation_field',
  'thread',
  'thread_member',
  'thread_check',
  'thread_check_quote',
  'thread_apart',
  'event',
  'cell_summary',
  'cell_summary_quote',
  'cell_override',
] as const
type Table = (typeof TABLES)[number]

type Value = string | number | Uint8Array | null
type Row = Record<string, Value>

/** Columns that say nothing of what an analyst has: when a row was last touched, what is counted or folded from others. */
const DERIVED = new Set(['id', 'changed_ms', 'annotations', 'name_fold', 'position'])
/** A coder's uid is that of a library; a shipped tag's, too. */
const OWN_UID: readonly Table[] = ['coder', 'tag']

export interface OracleOptions {
  /** Without earlier texts, or without files, which are chosen apart. */
  readonly earlier?: boolean
  readonly files?: boolean
}

export function contentsOf(db: ReadDb, { earlier = true, files = true }: OracleOptions = {}): Record<string, Row[]> {
  const ids = new Map(TABLES.map((table) => [table as string, namesOf(db, table)]))
  ids.set('outlet', namesOf(db, 'outlet'))
  const named = (table: string, id: Value): string | null =>
    id === null ? null : (ids.get(table)?.get(Number(id)) ?? `gone ${String(id)}`)
  const presents = new Set(db.column<number>('SELECT revision_id FROM article'))
  const used = new Set(
    db.column<string>(
      'SELECT DISTINCT name FROM coder WHERE id IN (SELECT coder_id FROM annotation UNION SELECT coder_id FROM cell_summary UNION SELECT coder_id FROM cell_override)',
    ),
  )
  const partyFields = new Set(db.column<number>("SELECT id FROM tag_field WHERE type = 'party'"))
  const found: Record<string, Row[]> = {}
  for (const table of TABLES) {
    let rows = db.all<Row>(`SELECT * FROM ${table} ORDER BY 1`)
    if (table === 'coder') rows = rows.filter(({ name }) => used.has(String(name)))
    if (table === 'revision') rows = rows.filter(({ article_id }) => ids.get('article')?.has(Number(article_id)))
    if (table === 'revision' && !earlier) rows = rows.filter(({ id }) => presents.has(Number(id)))
    if (table === 'not_text') rows = rows.filter(({ revision_id }) => presents.has(Number(revision_id)))
    if (table === 'original' && !files) continue
    const ranks = ranksOf(table, rows)
    found[table] = rows
      .map((row) => plain(table, row, { named, partyFields, rank: ranks.get(row), earlier, files }))
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
  }
  return found
}

const namesOf = (db: ReadDb, table: string): Map<number, string> =>
  new Map(
    db
      .all<{ id: number; name: string }>(`SELECT id, ${IDENTITY[table] ?? (hasUid(db, table) ? 'uid' : 'id')} AS name FROM ${table}`)
      .map((row) => [row.id, row.name]),
  )
const hasUid = (db: ReadDb, table: string): boolean =>
  db.value<number>("SELECT count(*) FROM pragma_table_info(?) WHERE name = 'uid'", [table]) > 0

/** Its place among those beside it; numbers of positions themselves may have gaps. What a summary's quote is called in its text stays a number. */
function ranksOf(table: Table, rows: readonly Row[]): Map<Row, number> {
  if (table === 'cell_summary_quote') return new Map(rows.map((row) => [row, Number(row['position'])]))
  const beside = Map.groupBy(rows, (row) =>
    String(row['parent_id'] ?? row['annotation_id'] ?? row['party_id'] ?? row['thread_id'] ?? row['tag_id'] ?? ''),
  )
  const ranks = new Map<Row, number>()
  if (!rows.some((row) => 'position' in row)) return ranks
  for (const own of beside.values())
    own.toSorted((one, other) => Number(one['position']) - Number(other['position'])).forEach((row, index) => ranks.set(row, index))
  return ranks
}

interface Naming {
  readonly named: (table: string, id: Value) => string | null
  readonly partyFields: ReadonlySet<number>
  readonly rank: number | undefined
  readonly earlier: boolean
  readonly files: boolean
}

function plain(table: Table, row: Row, { named, partyFields, rank, earlier, files }: Naming): Row {
  const seen = (json: Value, of: string): string =>
    json === null
      ? ''
      : (JSON.parse(String(json)) as number[])
          .map((id) => named(of, id) ?? '')
          .toSorted(byCode)
          .join()
  const entries = Object.entries(row).flatMap(([column, value]): [string, Value][] => {
    if (DERIVED.has(column) || (column === 'uid' && OWN_UID.includes(table))) return []
    if (table === 'thread_check_quote' && column === 'check_id') return [[column, named('thread_check', value)]]
    if (column === 'parent_id') return [[column, named(table, value)]]
    if (column === 'original_id' && !files) return []
    // Why a text was replaced, and by whom, goes with the text that was there before.
    if (table === 'revision' && ['number', 'note', 'coder_id'].includes(column) && !earlier) return []
    if (table === 'annotation' && column === 'revision_id' && !earlier) return []
    // Files are told apart by their bytes below.
    if (table === 'original' && (column === 'added_ms' || column === 'sha256')) return []
    if (column === 'bytes' && value instanceof Uint8Array) return [[column, Buffer.from(value).toString('base64')]]
    if (table === 'annotation_field' && column === 'value' && partyFields.has(Number(row['field_id'])))
      return [[column, named('party', Number(value))]]
    if (column === 'other_id') return []
    if (column === 'seen') return [[column, seen(value, 'annotation')]]
    if (column === 'status_seen') {
      if (value === null) return [[column, null]]
      const { members, checks } = JSON.parse(String(value)) as Record<'members' | 'checks', number[]>
      return [[column, `${seen(JSON.stringify(members), 'annotation')} | ${seen(JSON.stringify(checks), 'thread_check')}`]]
    }
    const names = NAMES[column]
    return [[column, names === undefined ? value : named(names, value)]]
  })
  if (table === 'story_apart' || table === 'thread_apart') return pair(table, row, named)
  return Object.fromEntries([...entries, ...(rank === undefined ? [] : [['rank', rank] as [string, Value]])])
}

/** Two things that were set apart, in whichever order their ids are. */
function pair(table: 'story_apart' | 'thread_apart', row: Row, named: Naming['named']): Row {
  const [of, column] = table === 'story_apart' ? ['article', 'article_id'] : ['annotation', 'annotation_id']
  const [one, other] = [row[column ?? ''], row['other_id']].map((id) => named(of ?? '', id ?? null) ?? '').toSorted(byCode)
  return { one: one ?? null, other: other ?? null }
}

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
