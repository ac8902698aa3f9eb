/** Handlers of `annotations.*`. */
import { settleHeld } from '../held.ts'
import { settleCells } from '../held-cells.ts'
import { stillOpen, type CommandHandlers, type FollowUps, type MutationHandlers, type QueryHandlers } from '../session.ts'
import { withBroken } from '../store/anchoring-store.ts'
import { insertAnnotations, updateAnnotations } from '../store/annotation-bulk.ts'
import { duplicateAnnotation, mergeAnnotations, previewMerge, splitAnnotation } from '../store/annotation-operations.ts'
import { removeAnnotations } from '../store/annotation-removal.ts'
import { annotationById, annotationsByIds, insertAnnotation, updateAnnotation } from '../store/annotations.ts'
import { filteredIds } from '../store/filtered.ts'
import { findOccurrences } from '../store/occurrences.ts'

export const annotationQueries = {
  'annotations.list': ({ db }, { filter, limit }) => {
    const annotations = annotationsByIds(db, filteredIds(db, filter, limit))
    return filter.articles?.length === 1 ? withBroken(db, annotations) : annotations
  },
  'annotations.get': ({ db }, { id }) => withBroken(db, [annotationById(db, id)])[0] ?? annotationById(db, id),
  'annotations.previewMerge': ({ db }, { ids }) => previewMerge(db, ids),
  'annotations.occurrences': ({ session }, input) => {
    const library = session.opened()
    return findOccurrences(() => stillOpen(session, library).read, input)
  },
} satisfies Partial<QueryHandlers>

export const annotationMutations = {
  'annotations.create': (db, input, context) => {
    const annotation = annotationById(db, insertAnnotation(db, input, context))
    context.label.subject = annotation.quote
    return annotation
  },
  'annotations.update': (db, { id, patch }, context) => {
    updateAnnotation(db, id, patch, context)
    const annotation = annotationById(db, id)
    context.label.subject = annotation.quote
    return annotation
  },
  'annotations.remove': (db, { ids }, { label }) => {
    label.subject = annotationsByIds(db, ids.slice(0, 1))[0]?.quote ?? null
    label.count = removeAnnotations(db, ids)
    return { annotations: label.count }
  },
  'annotations.createMany': (db, { annotations }, context) => {
    const ids = insertAnnotations(db, annotations, context)
    context.label.subject = annotationsByIds(db, ids.slice(0, 1))[0]?.quote ?? null
    context.label.count = ids.length
    return { ids }
  },
  'annotations.updateMany': (db, { ids, patch }, context) => {
    const changed = updateAnnotations(db, ids, patch, context)
    context.label.subject = annotationsByIds(db, ids.slice(0, 1))[0]?.quote ?? null
    context.label.count = changed
    return { changed }
  },
  'annotations.split': (db, { id, at }, context) => {
    context.label.subject = annotationById(db, id).quote
    const ids = splitAnnotation(db, id, typeof at === 'number' ? [at] : at, context)
    context.label.count = ids.length
    return annotationsByIds(db, ids)
  },
  'annotations.merge': (db, { ids, choices }, context) => {
    const annotation = annotationById(db, mergeAnnotations(db, ids, choices, context))
    context.label.subject = annotation.quote
    context.label.count = new Set(ids).size
    return annotation
  },
  'annotations.duplicate': (db, { id, tag }, context) => {
    const annotation = annotationById(db, duplicateAnnotation(db, id, tag, context))
    context.label.subject = annotation.quote
    return annotation
  },
} satisfies Partial<MutationHandlers>

export const annotationCommands = {
  'annotations.hold': (session, { id, texts }) => {
    const library = session.opened()
    annotationById(library.read, id)
    session.held.hold(library, id, texts, () => settleHeld(session))
    return { done: true as const }
  },
  'annotations.settle': (session) => {
    const [texts, cells] = [settleHeld(session), settleCells(session)]
    return { steps: texts.steps + cells.steps, kept: texts.kept + cells.kept }
  },
} satisfies Partial<CommandHandlers>

/** What follows a mutation once it is written: what it set is newer than what was held of the same field. */
export const annotationFollowUps: FollowUps = {
  'annotations.update': (session, { id, patch }) => session.held.letGo(session.opened(), [id], patch),
  'annotations.updateMany': (session, { ids, patch }) => session.held.letGo(session.opened(), ids, patch),
}
