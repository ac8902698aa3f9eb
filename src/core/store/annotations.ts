/**
 * Annotations: passages with their coding. Offsets are UTF-16 units into the text of the article's revision; quote and
 * context are always cut from that text here, never taken from a caller.
 */
import type { Annotation, AnnotationInput, AnnotationPatch } from '../../shared/domain/annotation.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { quoteContext } from '../../shared/text/anchor.ts'
import { graphemeFloor } from '../../shared/text/graphemes.ts'
import { isCharBoundary } from '../../shared/text/offsets.ts'
import { fieldsColumn, readFields, writeFields } from './annotation-fields.ts'
import { resolveIssue } from './issues.ts'
import { resolveParty } from './parties.ts'
import { revisionText } from './revisions.ts'
import { assignments, flag, jsonList, msToIso } from './rows.ts'
import { resolveTag } from './tags.ts'
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

interface AnnotationRow extends Omit<
  Annotation,
  'reportedBy' | 'important' | 'targetIds' | 'issueIds' | 'fields' | 'createdAt' | 'changedAt'
> {
  reported_by: string
  important: number
  targets: string | null
  issues: string | null
  fields: string | null
  created_ms: number
  changed_ms: number
}

const COLUMNS = `n.id, n.uid, n.article_id AS articleId, n.revision_id AS revisionId, n.start_u16 AS start, n.end_u16 AS end, n.quote, n.prefix, n.suffix,
  CASE WHEN n.anchor = 'gone' THEN 'gone' WHEN n.revision_id = (SELECT a.revision_id FROM article a WHERE a.id = n.article_id) THEN 'placed' ELSE 'review' END AS anchor,
  n.tag_id AS tagId, n.speaker_id AS speakerId, n.on_behalf_of_id AS onBehalfOfId, n.stance, n.intensity, n.attribution, n.reported_by, n.stated,
  n.condition, n.consequence, n.deadline, n.confidence, n.translation, n.translation_language AS translationLanguage, n.note, n.important, n.status,
  c.name AS coder, n.created_ms, n.changed_ms,
  (SELECT json_group_array(party_id) FROM (SELECT party_id FROM annotation_target WHERE annotation_id = n.id ORDER BY position)) AS targets,
  (SELECT json_group_array(issue_id) FROM (SELECT issue_id FROM annotation_issue WHERE annotation_id = n.id ORDER BY position)) AS issues,
  ${fieldsColumn('n')} AS fields`

function rowToAnnotation({ reported_by, important, targets, issues, fields, created_ms, changed_ms, ...row }: AnnotationRow): Annotation {
  return {
    ...row,
    reportedBy: JSON.parse(reported_by) as string[],
    important: important === 1,
    targetIds: JSON.parse(targets ?? '[]') as number[],
    issueIds: JSON.parse(issues ?? '[]') as number[],
    fields: readFields(fields),
    createdAt: msToIso(created_ms),
    changedAt: msToIso(changed_ms),
  }
}

/** Annotations by id, in order of article and position. */
export function annotationsByIds(db: ReadDb, ids: readonly number[]): Annotation[] {
  const sql = `SELECT ${COLUMNS} FROM annotation n JOIN coder c ON c.id = n.coder_id WHERE n.id IN (SELECT value FROM json_each(?)) ORDER BY n.article_id, n.start_u16, n.end_u16 DESC, n.id`
  return db.all<AnnotationRow>(sql, [jsonList(ids)]).map(rowToAnnotation)
}

/** Throws `not-found`. */
export function annotationById(db: ReadDb, id: number): Annotation {
  const [annotation] = annotationsByIds(db, [id])
  if (!annotation) throw new ParleyError('not-found', { what: 'annotation', id })
  return annotation
}

/** Text of a revision by its id; whoever writes many annotations gives one that keeps it. */
export type TextOf = (revisionId: number) => string

/** Tags a passage. Throws `not-found`, `range-invalid`. */
export function insertAnnotation(
  db: WriteDb,
  input: AnnotationInput,
  context: { now: number; uid: () => string; coderId: number },
  textOf: TextOf = (revisionId) => revisionText(db, revisionId),
): number {
  const article = db.get<{ revision_id: number; status: string }>('SELECT revision_id, status FROM article WHERE id = ?', [input.articleId])
  if (!article) throw new ParleyError('not-found', { what: 'article', id: input.articleId })
  const anchor = cutAnchor(textOf(article.revision_id), input.start, input.end)
  const id = db.run(
    `INSERT INTO annotation(uid, article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, coder_id, created_ms, changed_ms)
     VALUES (@uid, @article, @revision, @start, @end, @quote, @prefix, @suffix, @tag, @coder, @now, @now)`,
    {
      uid: context.uid(),
      article: input.articleId,
      revision: article.revision_id,
      start: input.start,
      end: input.end,
      ...anchor,
      tag: resolveTag(db, input.tag),
      coder: context.coderId,
      now: context.now,
    },
  ).lastId
  writeCoding(db, id, input, context)
  if (article.status === 'new') db.run("UPDATE article SET status = 'coding' WHERE id = ?", [input.articleId])
  return id
}

/** Changes coding, tag or edges. Throws `not-found`, `range-invalid`. */
export function updateAnnotation(db: WriteDb, id: number, patch: AnnotationPatch, context: { now: number; uid: () => string }): void {
  const before = annotationById(db, id)
  if (patch.start !== undefined || patch.end !== undefined) {
    const start = patch.start ?? before.start
    const end = patch.end ?? before.end
    const anchor = cutAnchor(revisionText(db, before.revisionId), start, end)
    db.run('UPDATE annotation SET start_u16 = @start, end_u16 = @end, quote = @quote, prefix = @prefix, suffix = @suffix WHERE id = @id', {
      start,
      end,
      ...anchor,
      id,
    })
  }
  if (patch.tag !== undefined) db.run('UPDATE annotation SET tag_id = ? WHERE id = ?', [resolveTag(db, patch.tag), id])
  writeCoding(db, id, patch, context)
  db.run('UPDATE annotation SET changed_ms = ? WHERE id = ?', [context.now, id])
}

/**
 * Quote and context of a passage. Throws `range-invalid` where it is outside the text, with the reason `blank` where it is nothing but white
 * space, and `inside-character` where an edge lies within what a reader takes for one character.
 */
export function cutAnchor(text: string, start: number, end: number): { quote: string; prefix: string; suffix: string } {
  const fits = start < end && end <= text.length && isCharBoundary(text, start) && isCharBoundary(text, end)
  const refuse = (reason?: string): ParleyError =>
    new ParleyError('range-invalid', { ...(reason && { reason }), start, end, length: text.length })
  if (!fits) throw refuse()
  if (text.slice(start, end).trim() === '') throw refuse('blank')
  if (graphemeFloor(text, start) !== start || graphemeFloor(text, end) !== end) throw refuse('inside-character')
  return quoteContext(text, start, end)
}

/** Writes the fields that are given; a field left out stays as it is. */
function writeCoding(db: WriteDb, id: number, coding: AnnotationPatch, context: { uid: () => string }): void {
  const party = (ref: AnnotationPatch['speaker']): SqlValue | undefined =>
    ref === undefined ? undefined : ref === null ? null : resolveParty(db, ref, context.uid)
  const set = assignments({
    speaker_id: party(coding.speaker),
    on_behalf_of_id: party(coding.onBehalfOf),
    stance: coding.stance,
    intensity: coding.intensity,
    attribution: coding.attribution,
    reported_by: coding.reportedBy === undefined ? undefined : JSON.stringify(coding.reportedBy),
    stated: coding.stated,
    stated_day: coding.stated === undefined ? undefined : coding.stated === null ? null : dayRange(coding.stated).first,
    condition: blankToNull(coding.condition),
    consequence: blankToNull(coding.consequence),
    deadline: blankToNull(coding.deadline),
    confidence: coding.confidence,
    translation: blankToNull(coding.translation),
    translation_language: coding.translationLanguage,
    note: blankToNull(coding.note),
    important: coding.important === undefined ? undefined : flag(coding.important),
    status: coding.status,
  })
  if (set) db.run(`UPDATE annotation SET ${set.sql} WHERE id = @id`, { ...set.params, id })
  if (coding.targets)
    setLinks(
      db,
      'annotation_target',
      'party_id',
      id,
      coding.targets.map((ref) => resolveParty(db, ref, context.uid)),
    )
  if (coding.issues)
    setLinks(
      db,
      'annotation_issue',
      'issue_id',
      id,
      coding.issues.map((ref) => resolveIssue(db, ref, context.uid)),
    )
  if (coding.fields) writeFields(db, id, coding.fields, context.uid)
}

function setLinks(
  db: WriteDb,
  table: 'annotation_target' | 'annotation_issue',
  column: 'party_id' | 'issue_id',
  annotationId: number,
  ids: readonly number[],
): void {
  const wanted = [...new Set(ids)]
  db.run(`DELETE FROM ${table} WHERE annotation_id = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`, [
    annotationId,
    jsonList(wanted),
  ])
  wanted.forEach((linked, position) => {
    db.run(
      `INSERT INTO ${table}(annotation_id, ${column}, position) VALUES (?, ?, ?) ON CONFLICT(annotation_id, ${column}) DO UPDATE SET position = excluded.position WHERE position IS NOT excluded.position`,
      [annotationId, linked, position],
    )
  })
}

const blankToNull = (value: string | null | undefined): string | null | undefined =>
  typeof value === 'string' && value.trim() === '' ? null : value
