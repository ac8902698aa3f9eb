/**
 * What happened to one annotation, from the history: every step that touched its row, its links, its own fields or its place in a thread.
 * Names are those of today; what is removed by now has the name it had last.
 */
import type { CodingChange, CodingStep } from '../../shared/domain/history.ts'
import { fieldTypeSchema, type FieldType } from '../../shared/domain/tag-field.ts'
import { imageOf, type Change, type Image } from './capture.ts'
import { inWords, stepInWords, type StepInWords } from './history.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

type RowChange = Change & { stepSeq: number }

const COLUMNS = 'step_seq AS stepSeq, tbl, row_id AS rowId, before, after'
const LINKS = ['annotation_target', 'annotation_issue', 'annotation_field'] as const
const MOST = 300

/** Steps newest first, at most 300. Empty where the annotation was never there. */
export function annotationHistory(db: ReadDb, id: number): CodingStep[] {
  const own = db.all<RowChange>(`SELECT ${COLUMNS} FROM change WHERE tbl = 'annotation' AND row_id = ? ORDER BY step_seq DESC, n LIMIT ?`, [
    id,
    MOST,
  ])
  const changes = [...own, ...linkChanges(db, id, own), ...memberChanges(db, id)]
  const bySeq = Map.groupBy(changes, (change) => change.stepSeq)
  const words = db.all<StepInWords>(`${stepInWords} WHERE s.seq IN (SELECT value FROM json_each(?)) ORDER BY s.seq DESC LIMIT ?`, [
    jsonList([...bySeq.keys()]),
    MOST,
  ])
  return words.map(inWords).map((step) => ({ ...step, changes: (bySeq.get(step.seq) ?? []).flatMap((change) => inFields(db, change)) }))
}

/** Changes of the links: found in the steps that touched the annotation, and by the rows that were or are its links. */
function linkChanges(db: ReadDb, id: number, own: readonly RowChange[]): RowChange[] {
  return LINKS.flatMap((table) => {
    const known = db.all<{ rowId: number }>(
      `SELECT row_id AS rowId FROM change WHERE step_seq IN (SELECT value FROM json_each(@steps)) AND tbl = @table
         AND (json_extract(after, '$.annotation_id') = @id OR json_extract(before, '$.annotation_id') = @id)
       UNION SELECT id FROM ${table} WHERE annotation_id = @id`,
      { steps: jsonList([...new Set(own.map((change) => change.stepSeq))]), table, id },
    )
    const rows = jsonList(known.map(({ rowId }) => rowId))
    return db.all<RowChange>(
      `SELECT ${COLUMNS} FROM change WHERE tbl = ? AND row_id IN (SELECT value FROM json_each(?)) ORDER BY step_seq, n`,
      [table, rows],
    )
  })
}

/** Places in threads change without a touch of the annotation; members are few enough to look through. */
function memberChanges(db: ReadDb, id: number): RowChange[] {
  return db.all<RowChange>(
    `WITH member AS (SELECT row_id FROM change WHERE tbl = 'thread_member'
       AND (json_extract(after, '$.annotation_id') = @id OR json_extract(before, '$.annotation_id') = @id))
     SELECT ${COLUMNS} FROM change WHERE tbl = 'thread_member' AND row_id IN (SELECT row_id FROM member) ORDER BY step_seq, n`,
    { id },
  )
}

/** Columns of an annotation as fields of its coding; the rest (context, moments) is no coding. */
export const CODING_COLUMNS: Readonly<Record<string, { field: string; of?: 'tag' | 'party' }>> = {
  quote: { field: 'passage' },
  tag_id: { field: 'tag', of: 'tag' },
  speaker_id: { field: 'speaker', of: 'party' },
  on_behalf_of_id: { field: 'onBehalfOf', of: 'party' },
  stance: { field: 'stance' },
  intensity: { field: 'intensity' },
  attribution: { field: 'attribution' },
  reported_by: { field: 'reportedBy' },
  stated: { field: 'stated' },
  condition: { field: 'condition' },
  consequence: { field: 'consequence' },
  deadline: { field: 'deadline' },
  confidence: { field: 'confidence' },
  translation: { field: 'translation' },
  translation_language: { field: 'translationLanguage' },
  note: { field: 'note' },
  important: { field: 'important' },
  status: { field: 'status' },
  anchor: { field: 'anchor' },
}
/** What a new annotation has without anybody's doing. */
const DEFAULTS: Readonly<Record<string, unknown>> = { reported_by: '[]', important: 0, status: 'draft', anchor: 'placed' }

function inFields(db: ReadDb, rowChange: RowChange): CodingChange[] {
  const { tbl, before, after } = rowChange
  const [was, is] = [before, after].map((json) => (json === null ? null : imageOf(json)))
  if (tbl === 'annotation') return was && !is ? [] : codingChanges(db, was ?? {}, is ?? {}, !was)
  const row = (image: Image | null | undefined, column: string): Image[string] => image?.[column] ?? null
  const named = (column: string, table: string): [string | null, string | null] => [
    nameOf(db, table, row(was, column)),
    nameOf(db, table, row(is, column)),
  ]
  const change = (field: string, [from, to]: [string | null, string | null], name: string | null = null): CodingChange[] =>
    from === to ? [] : [{ field, name, before: from, after: to }]
  switch (tbl) {
    case 'annotation_target':
      return change('targets', named('party_id', 'party'))
    case 'annotation_issue':
      return change('issues', named('issue_id', 'issue'))
    case 'annotation_field': {
      const fieldId = belongsTo(db, rowChange, 'field_id', is ?? was)
      const type = typeOf(db, fieldId, rowChange.stepSeq)
      const value = (image: Image | null | undefined): string | null => {
        const stored = row(image, 'value')
        return type === 'party' && stored !== null ? nameOf(db, 'party', Number(stored)) : text(stored)
      }
      return change('custom', [value(was), value(is)], nameOf(db, 'tag_field', fieldId)).map((custom) => ({
        ...custom,
        ...(type && { type }),
      }))
    }
    default:
      return change(
        'thread',
        [text(row(was, 'role')), text(row(is, 'role'))],
        nameOf(db, 'thread', belongsTo(db, rowChange, 'thread_id', is ?? was)),
      )
  }
}

/** The field or thread of a row; a change names only the columns that differ, so the row itself, or its last image, may have to say. */
function belongsTo(
  db: ReadDb,
  { tbl, rowId }: RowChange,
  column: 'field_id' | 'thread_id',
  image: Image | null | undefined,
): Image[string] {
  const said = image?.[column]
  if (said !== undefined) return said
  const now = db.get<{ id: number }>(`SELECT ${column} AS id FROM ${tbl} WHERE id = ?`, [rowId])
  if (now) return now.id
  return imageOf(lastImage(db, tbl, rowId) ?? '')?.[column] ?? null
}

/** The type that a field had when the step was taken: a change of it is a step of its own. */
function typeOf(db: ReadDb, fieldId: Image[string], stepSeq: number): FieldType | undefined {
  const then = db.get<{ type: string }>(
    `SELECT json_extract(after, '$.type') AS type FROM change WHERE tbl = 'tag_field' AND row_id = ? AND step_seq < ?
       AND json_extract(after, '$.type') IS NOT NULL ORDER BY step_seq DESC, n DESC LIMIT 1`,
    [fieldId, stepSeq],
  )
  return fieldTypeSchema.safeParse(then?.type).data
}

function codingChanges(db: ReadDb, was: Image, is: Image, isNew: boolean): CodingChange[] {
  return Object.entries(CODING_COLUMNS).flatMap(([column, { field, of }]) => {
    if (!(column in was) && !(column in is)) return []
    if (isNew && (field === 'passage' || is[column] === DEFAULTS[column])) return []
    const value = (image: Image): string | null => {
      const found = image[column] ?? null
      if (of) return nameOf(db, of, found)
      return column === 'reported_by' && typeof found === 'string' ? sources(found) : text(found)
    }
    return [{ field, name: null, before: isNew ? null : value(was), after: value(is) }]
  })
}

const text = (value: Image[string]): string | null => (value === null ? null : String(value))

/** The chain of sources as it reads: nearest first. */
function sources(json: string): string | null {
  const names = JSON.parse(json) as string[]
  return names.length === 0 ? null : names.join(' ← ')
}

/** Name of a party, tag, issue, field or thread: as it is, or as it was last. */
function nameOf(db: ReadDb, table: string, id: Image[string]): string | null {
  if (typeof id !== 'number') return null
  const column = table === 'thread' ? 'title' : 'name'
  const now = db.get<{ name: string }>(`SELECT ${column} AS name FROM ${table} WHERE id = ?`, [id])
  if (now) return now.name
  return text(imageOf(lastImage(db, table, id) ?? '')?.[column] ?? null) ?? `#${id}`
}

/** What a row was when it was last removed. */
const lastImage = (db: ReadDb, table: string, id: number): string | undefined =>
  db.get<{ before: string }>('SELECT before FROM change WHERE tbl = ? AND row_id = ? AND after IS NULL ORDER BY step_seq DESC LIMIT 1', [
    table,
    id,
  ])?.before
