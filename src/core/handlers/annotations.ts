/** Handlers of `annotations.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { removeAnnotations } from '../store/annotation-removal.ts'
import { annotationById, annotationsByIds, insertAnnotation, updateAnnotation } from '../store/annotations.ts'
import { filteredIds } from '../store/filtered.ts'

export const annotationQueries = {
  'annotations.list': ({ db }, { filter, limit }) => annotationsByIds(db, filteredIds(db, filter, limit)),
  'annotations.get': ({ db }, { id }) => annotationById(db, id),
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
} satisfies Partial<MutationHandlers>
