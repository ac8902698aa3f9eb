/**
 * Annotations split, merged and duplicated. Passages are cut anew from the text, and only where the stored quote is what stands
 * there: an annotation that has lost its passage is refused, never moved in silence.
 */
import type { Annotation } from '../../shared/domain/annotation.ts'
import type { TagRef } from '../../shared/domain/annotation.ts'
import type { MergeChoice, MergePreview } from '../../shared/domain/annotation-operations.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { graphemeFloor, snapToGraphemes } from '../../shared/text/graphemes.ts'
import { trimRange } from '../../shared/text/words.ts'
import { copyAnnotation } from './annotation-copy.ts'
import { conflictsOf, mergedCoding, ownFieldIds } from './annotation-merge.ts'
import { removeAnnotations } from './annotation-removal.ts'
import { annotationById, annotationsByIds, cutAnchor, updateAnnotation } from './annotations.ts'
import { revisionText } from './revisions.ts'
import { jsonList } from './rows.ts'
import { resolveTag } from './tags.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface Context {
  now: number
  uid: () => string
}

/**
 * Cuts an annotation at offsets inside its passage. All parts keep the coding, whoever coded it and when; white space at their edges
 * is dropped. The first part is the annotation itself, and so keeps its threads and its place as an example. Returns the ids of the
 * parts in order. Throws `not-found`; `range-invalid` where a cut lies outside, inside a character, or leaves a part of
 * nothing but white space.
 */
export function splitAnnotation(db: WriteDb, id: number, at: readonly number[], { now, uid }: Context): number[] {
  const annotation = annotationById(db, id)
  const text = revisionText(db, annotation.revisionId)
  refuseBroken(text, annotation)
  const cuts = [annotation.start, ...[...new Set(at)].sort((a, b) => a - b), annotation.end]
  const parts = cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const fits = start < end && end <= annotation.end && graphemeFloor(text, end) === end
    const part = fits || (end === annotation.end && start < end) ? trimRange(text, start, end) : null
    if (!part || part.start === part.end) throw new ParleyError('range-invalid', { reason: 'split', start, end, length: text.length })
    return part
  })
  return parts.map(({ start, end }, index) => {
    const place = { start_u16: start, end_u16: end, ...cutAnchor(text, start, end), changed_ms: now }
    if (index > 0) return copyAnnotation(db, id, { ...place, uid: uid() })
    db.run(
      `UPDATE annotation SET start_u16 = @start_u16, end_u16 = @end_u16, quote = @quote, prefix = @prefix, suffix = @suffix, changed_ms = @changed_ms WHERE id = @id`,
      { ...place, id },
    )
    return id
  })
}

/**
 * The same passage once more, by this coder and as a draft, with another tag where one is given. Not in the threads of the first.
 * Returns the new id. Throws `not-found`.
 */
export function duplicateAnnotation(db: WriteDb, id: number, tag: TagRef | undefined, context: Context & { coderId: number }): number {
  const { tagId } = annotationById(db, id)
  return copyAnnotation(db, id, {
    uid: context.uid(),
    tag_id: tag === undefined ? tagId : resolveTag(db, tag),
    status: 'draft',
    coder_id: context.coderId,
    created_ms: context.now,
    changed_ms: context.now,
  })
}

/** What a merge would give, and where the analyst has to choose. Throws as `mergeAnnotations` does. */
export function previewMerge(db: ReadDb, ids: readonly number[]): MergePreview {
  const { annotations, text, start, end } = mergeable(db, ids)
  const fieldNames = db.all<{ id: number; name: string }>('SELECT id, name FROM tag_field WHERE id IN (SELECT value FROM json_each(?))', [
    jsonList(ownFieldIds(annotations)),
  ])
  const [first] = annotations
  // What a merge would be refused for is said before it is asked for.
  mergedCoding(annotations, [])
  return {
    articleId: first?.articleId ?? 0,
    start,
    end,
    quote: text.slice(start, end),
    added: lettersBetween(text, annotations),
    conflicts: conflictsOf(annotations, new Map(fieldNames.map(({ id, name }) => [id, name]))),
  }
}

/**
 * Makes annotations one that spans them all. The first one stays; it takes over the threads and the places as examples of the others.
 * Throws `not-found`, `invalid-input` with the reason `merge` where they are not of one text, `merge-refused` where together they hold more
 * than one can.
 */
export function mergeAnnotations(db: WriteDb, ids: readonly number[], choices: readonly MergeChoice[], context: Context): number {
  const { annotations, start, end } = mergeable(db, ids)
  const [first, ...others] = annotations
  if (!first) throw new ParleyError('invalid-input', { field: 'ids', problem: 'empty' })
  updateAnnotation(db, first.id, { ...mergedCoding(annotations, choices), start, end }, context)
  for (const fieldId of ownFieldIds(annotations)) {
    const holders = annotations.filter((annotation) => annotation.fields[fieldId] !== undefined)
    const chosen = choices.find((choice) => choice.fieldId === fieldId)?.annotationId
    const from = holders.find(({ id }) => id === chosen) ?? holders[0]
    if (from && from.id !== first.id) takeField(db, first.id, from.id, fieldId)
  }
  const otherIds = others.map(({ id }) => id)
  takeOver(db, 'thread_member', ['thread_id'], first.id, otherIds)
  takeOver(db, 'codebook_example', ['tag_id', 'issue_id'], first.id, otherIds)
  takeOver(db, 'cell_summary_quote', ['summary_id'], first.id, otherIds)
  takeOver(db, 'thread_check_quote', ['check_id'], first.id, otherIds)
  removeAnnotations(db, otherIds)
  return first.id
}

/** The annotations in the order asked for, with the text they stand in and the passage that spans them. */
function mergeable(db: ReadDb, ids: readonly number[]): { annotations: Annotation[]; text: string; start: number; end: number } {
  const wanted = [...new Set(ids)]
  const byId = new Map(annotationsByIds(db, wanted).map((annotation) => [annotation.id, annotation]))
  const annotations = wanted.map((id) => byId.get(id) ?? annotationById(db, id))
  const isOneText = new Set(annotations.map(({ revisionId }) => revisionId)).size === 1
  if (annotations.length < 2 || !isOneText)
    throw new ParleyError('invalid-input', { field: 'ids', problem: 'not of one text', reason: 'merge' })
  const text = revisionText(db, annotations[0]?.revisionId ?? 0)
  for (const annotation of annotations) refuseBroken(text, annotation)
  const start = Math.min(...annotations.map((annotation) => annotation.start))
  const end = Math.max(...annotations.map((annotation) => annotation.end))
  // Outwards, where an older annotation has an edge within a character.
  return { annotations, text, ...snapToGraphemes(text, start, end) }
}

/** Throws `range-invalid` where the quote does not stand at its offsets. */
function refuseBroken(text: string, { start, end, quote }: Annotation): void {
  if (text.slice(start, end) !== quote) throw new ParleyError('range-invalid', { reason: 'broken', start, end, length: text.length })
}

/** Units between the first and the last passage that are in none of them and are no white space. */
function lettersBetween(text: string, annotations: readonly Annotation[]): number {
  let letters = 0
  let reached = Infinity
  for (const { start, end } of annotations.toSorted((a, b) => a.start - b.start)) {
    if (start > reached) letters += text.slice(reached, start).replace(/\s+/g, '').length
    reached = reached === Infinity ? end : Math.max(reached, end)
  }
  return letters
}

function takeField(db: WriteDb, id: number, from: number, fieldId: number): void {
  db.run(
    `INSERT INTO annotation_field(annotation_id, field_id, value) SELECT @id, field_id, value FROM annotation_field WHERE annotation_id = @from AND field_id = @fieldId
     ON CONFLICT(annotation_id, field_id) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value`,
    { id, from, fieldId },
  )
}

/** Gives rows of other annotations to this one, one a thread, tag, issue, summary or check: its own, else the one that comes first. */
function takeOver(
  db: WriteDb,
  table: 'thread_member' | 'codebook_example' | 'cell_summary_quote' | 'thread_check_quote',
  belongsTo: readonly string[],
  id: number,
  others: readonly number[],
): void {
  const same = belongsTo.map((column) => `held.${column} IS moved.${column}`).join(' AND ')
  db.run(
    `UPDATE ${table} AS moved SET annotation_id = @id WHERE moved.annotation_id IN (SELECT value FROM json_each(@others))
       AND NOT EXISTS (SELECT 1 FROM ${table} held WHERE ${same} AND held.annotation_id = @id)
       AND NOT EXISTS (SELECT 1 FROM ${table} held WHERE ${same} AND held.annotation_id IN (SELECT value FROM json_each(@others))
         AND (held.position, held.id) < (moved.position, moved.id))`,
    { id, others: jsonList(others) },
  )
}
