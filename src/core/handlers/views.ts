/** Handlers of `views.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { insertView, listViews, removeView, updateView, viewById } from '../store/saved-views.ts'

export const viewQueries = {
  'views.list': ({ db }, { kind }) => listViews(db, kind),
} satisfies Partial<QueryHandlers>

export const viewMutations = {
  'views.save': (db, input, { uid, label }) => {
    label.subject = input.name
    return viewById(db, insertView(db, input, uid))
  },
  'views.update': (db, { id, patch }, { label }) => {
    updateView(db, id, patch)
    const view = viewById(db, id)
    label.subject = view.name
    return view
  },
  'views.remove': (db, { id }, { label }) => {
    label.subject = viewById(db, id).name
    removeView(db, id)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>
