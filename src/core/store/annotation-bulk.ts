/**
 * Many annotations in one step: made at once, or changed by one patch. The statements work on whole sets, because a step of ten
 * thousand must not take long, nor be long to take back; and only rows that really differ are touched.
 */
import { MOST_LINKS, MOST_SOURCES, type AnnotationInput, type PartyRef } from '../../shared/domain/annotation.ts'
import type { BulkPatch, ListChange } from '../../shared/domain/annotation-operations.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { writeFields } from './annotation-fields.ts'
import { insertAnnotation } from './annotations.ts'
import { resolveIssue } from './issues.ts'
import { resolveParty } from './parties.ts'
import { revisionText } from './revisions.ts'
import { flag, jsonList } from './rows.ts'
import { resolveTag } from './tags.ts'
import type { SqlValue, WriteDb } from './types.ts'

interface Context {
  now: number
  uid: () => string
}

/** A passage, and the text that its offsets were read from, where that is known. */
type PlacedInput = AnnotationInput & { revisionId?: number | undefined }

/**
 * Tags passages; all or none. Returns the new ids in the order given. Throws `not-found`, and `range-invalid`, also (reason `text-changed`)
 * where the text of an article is another one by now than that of the offsets.
 */
export function insertAnnotations(db: WriteDb, inputs: readonly PlacedInput[], context: Context & { coderId: number }): number[] {
  const texts = new Map<number, string>()
  const textOf = (revisionId: number): string => {
    const known = texts.get(revisionId)
    if (known !== undefined) return known
    const text = revisionText(db, revisionId)
    texts.set(revisionId, text)
    return text
  }
  assertUnchanged(db, inputs)
  return inputs.map(({ revisionId: _read, ...input }) => insertAnnotation(db, input, context, textOf))
}

/** A text that was corrected has other words at the same offsets, so what was chosen by them is refused as a whole. */
function assertUnchanged(db: WriteDb, inputs: readonly PlacedInput[]): void {
  const read = new Map(
    inputs.flatMap(({ articleId, revisionId }) => (revisionId === undefined ? [] : [[`${articleId}:${revisionId}`, articleId]])),
  )
  for (const [place, articleId] of read) {
    const article = db.get<{ title: string; revisionId: number }>('SELECT title, revision_id AS revisionId FROM article WHERE id = ?', [
      articleId,
    ])
    if (article && place !== `${articleId}:${article.revisionId}`)
      throw new ParleyError('range-invalid', { reason: 'text-changed', title: article.title, articleId })
  }
}

/**
 * Changes many annotations by one patch. Returns how many are different now. Throws `not-found`, also where one of the annotations is
 * not there, what `fields` of a tag's own are refused with, and `invalid-input` where one would have too many sources, targets or issues.
 */
export function updateAnnotations(db: WriteDb, ids: readonly number[], patch: BulkPatch, context: Context): number {
  const list = jsonList([...new Set(ids)])
  const [missing] = db.column<number>('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM annotation) LIMIT 1', [list])
  if (missing !== undefined) throw new ParleyError('not-found', { what: 'annotation', id: missing })
  const columns = Object.entries(plainColumns(db, patch, context.uid)).filter(
    (entry): entry is [string, SqlValue] => entry[1] !== undefined,
  )
  const touched = new Set<number>()
  const touch = (found: readonly number[]): void => found.forEach((id) => touched.add(id))

  if (columns.length > 0) {
    const differs = columns.map(([column]) => `${column} IS NOT @${column}`).join(' OR ')
    const wanted = Object.fromEntries(columns)
    touch(
      db.column<number>(`SELECT id FROM annotation WHERE id IN (SELECT value FROM json_each(@list)) AND (${differs})`, { ...wanted, list }),
    )
  }
  if (patch.targets)
    touch(
      changeLinks(
        db,
        'annotation_target',
        'party_id',
        list,
        idsOf(patch.targets, (ref) => resolveParty(db, ref, context.uid)),
      ),
    )
  if (patch.issues)
    touch(
      changeLinks(
        db,
        'annotation_issue',
        'issue_id',
        list,
        idsOf(patch.issues, (ref) => resolveIssue(db, ref, context.uid)),
      ),
    )
  if (patch.reportedBy) touch(changeChains(db, list, patch.reportedBy))

  // One statement for all columns: each row is one change in the history, and one to take back.
  const set = ['changed_ms = @now', ...columns.map(([column]) => `${column} = @${column}`)].join(', ')
  const write = (rows: readonly number[]): void =>
    void db.run(`UPDATE annotation SET ${set} WHERE id IN (SELECT value FROM json_each(@rows))`, {
      ...Object.fromEntries(columns),
      now: context.now,
      rows: jsonList(rows),
    })
  write([...touched])
  if (patch.fields) {
    const { fields } = patch
    // After the tag: its fields are those that count.
    const others = ids.filter((id) => writesFields(db, id, () => writeFields(db, id, fields, context.uid)) && !touched.has(id))
    if (others.length > 0) write([...new Set(others)])
    touch(others)
  }
  return touched.size
}

/** Columns of the annotation itself that the patch sets; undefined ones stay. */
function plainColumns(db: WriteDb, patch: BulkPatch, uid: () => string): Record<string, SqlValue | undefined> {
  const party = (ref: PartyRef | null | undefined): SqlValue | undefined =>
    ref === undefined || ref === null ? ref : resolveParty(db, ref, uid)
  return {
    tag_id: patch.tag === undefined ? undefined : resolveTag(db, patch.tag),
    speaker_id: party(patch.speaker),
    on_behalf_of_id: party(patch.onBehalfOf),
    stance: patch.stance,
    intensity: patch.intensity,
    attribution: patch.attribution,
    stated: patch.stated,
    stated_day: patch.stated === undefined ? undefined : patch.stated === null ? null : dayRange(patch.stated).first,
    condition: filled(patch.condition),
    consequence: filled(patch.consequence),
    deadline: filled(patch.deadline),
    confidence: patch.confidence,
    translation: filled(patch.translation),
    translation_language: patch.translationLanguage,
    note: filled(patch.note),
    important: patch.important === undefined ? undefined : flag(patch.important),
    status: patch.status,
  }
}

const filled = (text: string | null | undefined): string | null | undefined =>
  typeof text === 'string' && text.trim() === '' ? null : text

const idsOf = <T>(change: ListChange<T, number>, resolve: (ref: T) => number): ListChange<number> => ({
  ...(change.set && { set: [...new Set(change.set.map(resolve))] }),
  ...(change.remove && { remove: change.remove }),
  ...(change.add && { add: [...new Set(change.add.map(resolve))] }),
})

/** Applies a change to the linked parties or issues; what is added goes behind what is there. Returns the annotations that differ now. */
function changeLinks(
  db: WriteDb,
  table: 'annotation_target' | 'annotation_issue',
  column: 'party_id' | 'issue_id',
  list: string,
  { set, add = [], remove = [] }: ListChange<number>,
): number[] {
  const within = 'annotation_id IN (SELECT value FROM json_each(@list))'
  const changed: number[] = []
  const run = (sql: string, params: Readonly<Record<string, SqlValue>>): void =>
    void changed.push(...db.column<number>(`${sql} RETURNING annotation_id`, { list, ...params }))
  if (set) run(`DELETE FROM ${table} WHERE ${within} AND ${column} NOT IN (SELECT value FROM json_each(@kept))`, { kept: jsonList(set) })
  if (remove.length > 0)
    run(`DELETE FROM ${table} WHERE ${within} AND ${column} IN (SELECT value FROM json_each(@gone))`, { gone: jsonList(remove) })
  const added = set ?? add
  added.forEach((linked, place) => {
    const position = set ? '@place' : `(SELECT ifnull(max(position), -1) + 1 FROM ${table} WHERE annotation_id = a.value)`
    const onConflict = set
      ? `ON CONFLICT(annotation_id, ${column}) DO UPDATE SET position = excluded.position WHERE position IS NOT excluded.position`
      : `ON CONFLICT(annotation_id, ${column}) DO NOTHING`
    run(
      `INSERT INTO ${table}(annotation_id, ${column}, position) SELECT a.value, @linked, ${position} FROM json_each(@list) a WHERE true ${onConflict}`,
      { linked, ...(set && { place }) },
    )
  })
  const most = db.value<number>(
    `SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM ${table} WHERE ${within} GROUP BY annotation_id)`,
    {
      list,
    },
  )
  if (added.length > 0 && most > MOST_LINKS) throw tooMany(table === 'annotation_target' ? 'targets' : 'issues', most, MOST_LINKS)
  return changed
}

/** An annotation would hold more than it can: the patch is refused as a whole, and nothing is left out in silence. */
const tooMany = (reason: string, count: number, limit: number): ParleyError =>
  new ParleyError('invalid-input', { field: reason, problem: 'too many', reason: `too-many-${reason}`, count, limit })

/** The chains of sources are lists of words, few of them different: each is changed once. Returns the annotations that differ now. */
function changeChains(db: WriteDb, list: string, { set, add = [], remove = [] }: ListChange<string>): number[] {
  const within = 'id IN (SELECT value FROM json_each(@list))'
  const chains = db.column<string>(`SELECT DISTINCT reported_by FROM annotation WHERE ${within}`, { list })
  const plans = chains.map((before) => {
    const now = JSON.parse(before) as string[]
    const sources = set ?? [...new Set([...now.filter((source) => !remove.includes(source)), ...add])]
    if (sources.length > MOST_SOURCES) throw tooMany('sources', sources.length, MOST_SOURCES)
    const after = JSON.stringify(sources)
    const rows =
      before === after ? [] : db.column<number>(`SELECT id FROM annotation WHERE ${within} AND reported_by = @before`, { list, before })
    return { after, rows }
  })
  for (const { after, rows } of plans)
    if (rows.length > 0)
      db.run('UPDATE annotation SET reported_by = @after WHERE id IN (SELECT value FROM json_each(@rows))', { after, rows: jsonList(rows) })
  return plans.flatMap(({ rows }) => rows)
}

/** Whether the work changed the values of the tag's own fields. */
function writesFields(db: WriteDb, id: number, work: () => void): boolean {
  const values = (): string =>
    db.value<string>(
      'SELECT json_group_array(json_array(field_id, value)) FROM (SELECT field_id, value FROM annotation_field WHERE annotation_id = ? ORDER BY field_id)',
      [id],
    )
  const before = values()
  work()
  return values() !== before
}
