/**
 * Another library by value. Its schema has to be exactly one that Parley makes, so that nothing planted in it can act; then its tables
 * are read as plain values from a copy in memory, an older library as it is, without bringing it up to date.
 */
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import { imageOf } from '../capture.ts'
import { checkSchema } from '../expected-schema.ts'
import { revertKind } from '../history.ts'
import { migrations } from '../migrations/index.ts'
import { ForeignRefused, openForeign, type ForeignDatabase, type ForeignRow, type ForeignValue } from './open-foreign.ts'

/** Tables that are read, with their columns; a column that an older library does not have is null. Read from an open library, too, for what goes out. */
export const TABLES = {
  coder: ['id', 'name'],
  outlet: ['id', 'name'],
  original: ['id', 'name', 'media_type', 'encoding', 'bytes'],
  revision: ['id', 'uid', 'article_id', 'number', 'original_id', 'text', 'added_ms', 'note', 'coder_id', 'pages', 'part'],
  article: [
    'id',
    'uid',
    'revision_id',
    'outlet_id',
    'title',
    'author',
    'published',
    'url',
    'language',
    'direction',
    'translated_from',
    'reliability',
    'credibility',
    'note',
    'status',
    'added_ms',
    'story_id',
    'details',
  ],
  not_text: ['article_id', 'revision_id', 'start_u16', 'end_u16', 'kind'],
  story: ['id', 'uid'],
  story_apart: ['article_id', 'other_id'],
  collection: ['id', 'uid', 'parent_id', 'name', 'position'],
  article_collection: ['article_id', 'collection_id'],
  tag: ['id', 'uid', 'code', 'parent_id', 'name', 'letter', 'hue', 'definition', 'use_when', 'use_not', 'shows', 'retired', 'position'],
  tag_field: ['id', 'uid', 'tag_id', 'name', 'type', 'choices', 'position'],
  issue: ['id', 'uid', 'parent_id', 'name', 'definition', 'use_when', 'use_not', 'hue', 'retired', 'position'],
  party: ['id', 'uid', 'parent_id', 'name', 'kind', 'role', 'hue', 'note', 'retired', 'position'],
  party_alias: ['party_id', 'name', 'language', 'position'],
  party_affiliation: ['party_id', 'with_id', 'since', 'until', 'note', 'position'],
  annotation: [
    'id',
    'uid',
    'article_id',
    'revision_id',
    'start_u16',
    'end_u16',
    'quote',
    'tag_id',
    'speaker_id',
    'on_behalf_of_id',
    'stance',
    'intensity',
    'attribution',
    'reported_by',
    'stated',
    'condition',
    'consequence',
    'deadline',
    'confidence',
    'translation',
    'translation_language',
    'note',
    'important',
    'status',
    'coder_id',
    'created_ms',
    'anchor',
  ],
  annotation_target: ['annotation_id', 'party_id', 'position'],
  annotation_issue: ['annotation_id', 'issue_id', 'position'],
  annotation_field: ['annotation_id', 'field_id', 'value'],
  thread: [
    'id',
    'uid',
    'kind',
    'title',
    'owner_id',
    'addressee_id',
    'issue_id',
    'criterion',
    'deadline',
    'schedule',
    'measure',
    'standard',
    'monitor',
    'note',
    'status_override',
    'status_reason',
    'status_coder_id',
    'status_ms',
    'status_seen',
    'created_ms',
  ],
  thread_member: ['thread_id', 'annotation_id', 'role', 'position'],
  thread_check: ['id', 'uid', 'thread_id', 'checked', 'result', 'by_id', 'note', 'created_ms'],
  thread_check_quote: ['check_id', 'annotation_id', 'position'],
  thread_apart: ['annotation_id', 'other_id'],
  event: ['id', 'uid', 'title', 'kind', 'starts', 'ends', 'place', 'note', 'created_ms'],
  cell_summary: ['id', 'uid', 'issue_id', 'party_id', 'level', 'text', 'seen', 'coder_id', 'written_ms'],
  cell_summary_quote: ['summary_id', 'annotation_id', 'position'],
  cell_override: ['id', 'uid', 'issue_id', 'party_id', 'level', 'stance', 'trend', 'reason', 'seen', 'coder_id', 'written_ms'],
  // report_run stays out: which reports were made, and so what is new since, is a matter of the library they were made from.
} as const
export type Table = keyof typeof TABLES

export type LibraryRow<T extends Table> = ForeignRow<(typeof TABLES)[T][number]>
export type LibraryRows = { readonly [T in Table]: LibraryRow<T>[] }

/** Kinds of which it is known what was removed. */
export const REMOVABLE = ['article', 'annotation', 'tag', 'issue', 'party', 'thread', 'collection', 'story'] as const

export interface LibraryData {
  readonly rows: LibraryRows
  /** uids of rows that were removed there and are not back. */
  readonly removed: Readonly<Record<(typeof REMOVABLE)[number], string[]>>
  /** Steps of the history, examples of the codebook and saved views, which stay there. */
  readonly steps: number
  readonly examples: number
  readonly views: number
  readonly version: number
  readonly unfinished: boolean
}

/** Reads a library. Throws ForeignRefused: `newer`, `other-application`, `schema-missing`, `schema-changed`, `schema-added`, `version`, `database`. */
export function readParleyLibrary(bytes: Uint8Array): LibraryData {
  const db = openForeign(bytes)
  try {
    const { version } = schemaOf(db)
    // The columns were asked for by name, so each row has the shape that its table says.
    const rows = Object.fromEntries(
      (Object.keys(TABLES) as Table[]).map((table) => [table, [...db.rows(table, TABLES[table])]]),
    ) as unknown as LibraryData['rows']
    return {
      rows,
      removed: removedIn(db, rows),
      steps: db.count('step'),
      examples: db.count('codebook_example'),
      views: db.count('saved_view'),
      version,
      unfinished: db.unfinished,
    }
  } finally {
    db.close()
  }
}

function schemaOf(db: ForeignDatabase): { version: number } {
  try {
    return checkSchema(db.raw, migrations)
  } catch (error) {
    if (!(error instanceof ParleyError)) throw new ForeignRefused('database', { cause: error })
    const reason = error.details['reason']
    throw new ForeignRefused(error.code === 'library-newer' ? 'newer' : typeof reason === 'string' ? reason : 'schema', { cause: error })
  }
}

/** As the history tells it; what was taken back with undo was never removed, nor ever there. */
function removedIn(db: ForeignDatabase, rows: LibraryData['rows']): LibraryData['removed'] {
  const undone = new Set([...db.rows('undone', ['step_seq'])].map((row) => row.step_seq))
  const steps = new Set<ForeignValue>()
  for (const { seq, undoes, kind } of db.rows('step', ['seq', 'undoes', 'kind']))
    if (undoes === null && kind !== revertKind && !undone.has(seq)) steps.add(seq)
  const removed = Object.fromEntries(REMOVABLE.map((table) => [table, [] as string[]])) as Record<(typeof REMOVABLE)[number], string[]>
  const present = Object.fromEntries(REMOVABLE.map((table) => [table, new Set(rows[table].map(({ uid }) => uid))]))
  for (const { step_seq, tbl, before, after } of db.rows('change', ['step_seq', 'tbl', 'before', 'after'])) {
    const table = REMOVABLE.find((one) => one === tbl)
    if (table === undefined || after !== null || typeof before !== 'string' || !steps.has(step_seq)) continue
    const uid = imageOf(before)?.['uid']
    if (typeof uid === 'string' && !present[table]?.has(uid)) removed[table].push(uid)
  }
  return removed
}
