/**
 * Annotations and their passages when the text of an article has been corrected. Reads what re-anchoring needs and writes what was
 * decided; how a passage is found again is in core/anchoring. Nothing here moves an annotation that was not decided on.
 */
import type { Annotation } from '../../shared/domain/annotation.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { quoteContext, verifyAnchor } from '../../shared/text/anchor.ts'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import type { AnchoredSpan } from '../anchoring/types.ts'
import { revisionText } from './revisions.ts'
import { jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** An annotation as re-anchoring sees it. */
export interface SpanRow extends AnchoredSpan {
  readonly revisionId: number
  readonly revision: number
  readonly anchor: 'placed' | 'gone'
  readonly tagId: number
  readonly speakerId: number | null
}

/** Annotations of an article in the order of their texts. */
export function spansOf(db: ReadDb, articleId: number): SpanRow[] {
  return db.all<SpanRow>(
    `SELECT n.id, n.start_u16 AS start, n.end_u16 AS end, n.quote, n.prefix, n.suffix, n.revision_id AS revisionId, r.number AS revision, n.anchor,
       n.tag_id AS tagId, n.speaker_id AS speakerId
     FROM annotation n JOIN revision r ON r.id = n.revision_id WHERE n.article_id = ? ORDER BY r.number, n.start_u16, n.end_u16 DESC, n.id`,
    [articleId],
  )
}

/** Id of the revision whose text an article has. Throws `not-found`. */
export function currentRevision(db: ReadDb, articleId: number): number {
  const row = db.get<{ id: number }>('SELECT revision_id AS id FROM article WHERE id = ?', [articleId])
  if (!row) throw new ParleyError('not-found', { what: 'article', id: articleId })
  return row.id
}

/** Marks annotations whose quote is not what stands at their offsets. Reads the text of every revision that occurs: for few articles. */
export function withBroken(db: ReadDb, annotations: readonly Annotation[]): Annotation[] {
  const texts = new Map<number, string>()
  return annotations.map((annotation) => {
    if (annotation.anchor !== 'placed') return annotation
    const text = texts.get(annotation.revisionId) ?? revisionText(db, annotation.revisionId)
    texts.set(annotation.revisionId, text)
    return verifyAnchor(text, annotation) === 'wrong' ? { ...annotation, anchor: 'broken' as const } : annotation
  })
}

/** How many annotations of an article wait for review, and how many of them have a quote that is not at its offsets. */
export function countInReview(db: ReadDb, articleId: number): { waiting: number; broken: number } {
  const current = currentRevision(db, articleId)
  const spans = spansOf(db, articleId).filter((span) => span.anchor === 'placed')
  const text = spans.some((span) => span.revisionId === current) ? revisionText(db, current) : ''
  const broken = spans.filter((span) => span.revisionId === current && verifyAnchor(text, span) === 'wrong').length
  return { waiting: broken + spans.filter((span) => span.revisionId !== current).length, broken }
}

/** Text to which annotations are moved. */
export interface NewText {
  readonly revisionId: number
  readonly text: string
}

/** Puts an annotation on [start, end) of a text. The edges are given: nothing is snapped here. */
export function moveAnnotation(db: WriteDb, to: NewText, { id, start, end }: { id: number; start: number; end: number }): void {
  db.run(
    `UPDATE annotation SET revision_id = @revision, start_u16 = @start, end_u16 = @end, quote = @quote, prefix = @prefix, suffix = @suffix, anchor = 'placed'
     WHERE id = @id`,
    { revision: to.revisionId, start, end, ...quoteContext(to.text, start, end), id },
  )
}

/**
 * Puts annotations where a person said, on the current texts of their articles; edges within a grapheme cluster go outwards.
 * Throws `not-found`, and `range-invalid` for a place outside the text or one of nothing but white space.
 */
export function placeAnnotations(db: WriteDb, places: readonly { id: number; start: number; end: number }[], now: number): void {
  const texts = new Map<number, NewText>()
  for (const place of places) {
    const { id } = place
    const row = db.get<{ articleId: number }>('SELECT article_id AS articleId FROM annotation WHERE id = ?', [id])
    if (!row) throw new ParleyError('not-found', { what: 'annotation', id })
    const to = texts.get(row.articleId) ?? currentText(db, row.articleId)
    texts.set(row.articleId, to)
    const { text } = to
    const fits = place.start < place.end && place.end <= text.length && text.slice(place.start, place.end).trim() !== ''
    if (!fits) throw new ParleyError('range-invalid', { start: place.start, end: place.end, length: text.length })
    moveAnnotation(db, to, { id, ...snapToGraphemes(text, place.start, place.end) })
    db.run('UPDATE annotation SET changed_ms = ? WHERE id = ?', [now, id])
  }
}

function currentText(db: ReadDb, articleId: number): NewText {
  const revisionId = currentRevision(db, articleId)
  return { revisionId, text: revisionText(db, revisionId) }
}

/** Says that passages are gone, or takes that back. Returns how many annotations it changed. */
export function setAnchor(db: WriteDb, ids: readonly number[], anchor: 'placed' | 'gone', now: number): number {
  const sql =
    'UPDATE annotation SET anchor = @anchor, changed_ms = @now WHERE anchor <> @anchor AND id IN (SELECT value FROM json_each(@ids))'
  return db.run(sql, { anchor, now, ids: jsonList(ids) }).changes
}
