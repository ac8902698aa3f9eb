/**
 * Row by row what a copy to share takes of a library: a table that is not named here stays home, and so does every row that a rule gives
 * null for. What is private in a row that goes out is taken out of it.
 */
import type { Extent, LimitedTable } from './share-extent.ts'
import { jsonList } from './rows.ts'
import { detailsWithoutPaths } from '../../shared/text/local-path.ts'
import type { SqlValue } from './types.ts'

export type Row = Readonly<Record<string, SqlValue>>

export interface Redaction {
  /** The analysts' own notes, and what they say of cells. */
  readonly notes: boolean
  /** The files that articles came from. */
  readonly originals: boolean
}

type Rule = (row: Row, share: { extent: Extent; redaction: Redaction }) => Row | null

const all: Rule = (row) => row
const within =
  (table: LimitedTable, column = 'id'): Rule =>
  (row, { extent }) =>
    has(extent, table, row[column]) ? row : null
/** Every rule in turn; the first null ends it. */
const each =
  (...rules: readonly Rule[]): Rule =>
  (row, share) =>
    rules.reduce<Row | null>((left, rule) => left && rule(left, share), row)
/** Clears columns that hold notes of the analysts. */
const notesOf =
  (empty: Row): Rule =>
  (row, { redaction }) =>
    redaction.notes ? row : { ...row, ...empty }
const unlessNoNotes: Rule = (row, { redaction }) => (redaction.notes ? row : null)
/** Ids of statements that do not go out would be ids of other statements in the copy one day. */
const seenOf =
  (column: string): Rule =>
  (row, { extent }) => ({ ...row, [column]: onlyThere(row[column] ?? null, extent) })

/** Tables in the order in which they are written. */
export const SHARED: Readonly<Record<string, Rule>> = {
  outlet: within('outlet'),
  story: within('story'),
  original: each(within('original'), (row, { redaction }) => (redaction.originals ? { ...row, name: lastPart(row.name) } : null)),
  revision: each(
    within('revision'),
    (row, { extent, redaction }) => (redaction.originals && has(extent, 'original', row.original_id) ? row : { ...row, original_id: null }),
    notesOf({ note: null }),
  ),
  article: each(within('article'), notesOf({ note: null }), (row) => ({ ...row, details: withoutPaths(row.details) })),
  story_apart: each(within('article', 'article_id'), within('article', 'other_id')),
  not_text: each(within('article', 'article_id'), within('revision', 'revision_id')),
  collection: within('collection'),
  article_collection: each(within('article', 'article_id'), within('collection', 'collection_id')),
  tag: all,
  tag_field: all,
  issue: all,
  party: each(within('party'), notesOf({ note: '' })),
  party_alias: within('party', 'party_id'),
  party_affiliation: each(within('party', 'party_id'), within('party', 'with_id'), notesOf({ note: '' })),
  annotation: each(within('annotation'), notesOf({ note: null })),
  annotation_target: within('annotation', 'annotation_id'),
  annotation_issue: within('annotation', 'annotation_id'),
  annotation_field: within('annotation_field'),
  codebook_example: within('annotation', 'annotation_id'),
  thread: each(
    within('thread'),
    notesOf({ note: null }),
    (row, { redaction }) => (redaction.notes || row.status_override === null ? row : { ...row, status_reason: '' }),
    (row, { extent }) => ({ ...row, status_seen: onlySeen(row.status_seen ?? null, extent) }),
  ),
  thread_member: each(within('thread', 'thread_id'), within('annotation', 'annotation_id')),
  thread_check: each(within('thread_check'), notesOf({ note: '' })),
  thread_check_quote: each(within('thread_check', 'check_id'), within('annotation', 'annotation_id')),
  thread_apart: each(within('annotation', 'annotation_id'), within('annotation', 'other_id')),
  event: each(within('event'), notesOf({ note: '' })),
  cell_summary: each(within('cell_summary'), unlessNoNotes, seenOf('seen')),
  cell_summary_quote: each(within('cell_summary', 'summary_id'), unlessNoNotes, within('annotation', 'annotation_id')),
  cell_override: each(within('cell_override'), unlessNoNotes, seenOf('seen')),
}

/**
 * Tables that never go out by themselves: the history; what one person looked for and made, with names of files; what is derived, which
 * the copy makes anew. Kept as a list so that a new table is decided on.
 */
export const AT_HOME: readonly string[] = [
  'step',
  'change',
  'undone',
  'saved_view',
  'import_run',
  'import_line',
  'import_mapping',
  'report_run',
  'report_run_removed',
  'report_template',
  'report_look',
  'report_logo',
  'article_signature',
  'article_band',
]

/** Columns that name a coder, by table. */
export const CODER_COLUMNS: Readonly<Record<string, string>> = {
  revision: 'coder_id',
  annotation: 'coder_id',
  thread: 'status_coder_id',
  cell_summary: 'coder_id',
  cell_override: 'coder_id',
}

const has = (extent: Extent, table: LimitedTable, id: SqlValue | undefined): boolean => extent[table].has(Number(id))

function onlyThere(seen: SqlValue, extent: Extent): string {
  const ids: unknown = JSON.parse(String(seen ?? '[]'))
  return jsonList(Array.isArray(ids) ? ids.filter((id): id is number => extent.annotation.has(Number(id))) : [])
}

/** What was there when a status was set by hand: statements and checks. */
function onlySeen(seen: SqlValue, extent: Extent): string | null {
  if (seen === null) return null
  const { members = [], checks = [] } = JSON.parse(String(seen)) as { members?: number[]; checks?: number[] } // checked by the schema
  return JSON.stringify({
    members: members.filter((id) => extent.annotation.has(id)),
    checks: checks.filter((id) => extent.thread_check.has(id)),
  })
}

/** Where a file lies on the analyst's own machine is nothing for anyone else. */
export const withoutPaths = (details: SqlValue | undefined): string =>
  JSON.stringify(detailsWithoutPaths(JSON.parse(String(details ?? '{}')) as Record<string, string>)) // of texts, says the schema

/** The name of a file without its folders, whatever system they are of. */
const lastPart = (name: SqlValue | undefined): string =>
  String(name ?? '')
    .split(/[/\\]/)
    .at(-1) || 'file'
