/** Handlers of `threads.*`. */
import type { Thread } from '../../shared/domain/thread.ts'
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import type { StepLabel } from '../store/types.ts'
import { suggestThreads, threadDetailById, threadsOfAnnotation } from '../store/thread-members.ts'
import {
  attachToThread,
  detachFromThread,
  insertThread,
  listThreads,
  removeThread,
  setThreadMembers,
  threadById,
  updateThread,
} from '../store/threads.ts'

export const threadQueries = {
  'threads.list': ({ db }) => listThreads(db),
  'threads.get': ({ db }, { id }) => threadDetailById(db, id),
  'threads.ofAnnotation': ({ db }, { id }) => threadsOfAnnotation(db, id),
  'threads.suggest': ({ db }, { id, limit }) => suggestThreads(db, id, limit),
} satisfies Partial<QueryHandlers>

export const threadMutations = {
  'threads.create': (db, input, context) => {
    context.label.subject = input.title
    return threadById(db, insertThread(db, input, context))
  },
  'threads.setMembers': (db, { id, members }, { label }) => {
    setThreadMembers(db, id, members)
    return named(threadById(db, id), label)
  },
  'threads.update': (db, { id, patch }, context) => {
    updateThread(db, id, patch, context)
    return named(threadById(db, id), context.label)
  },
  'threads.attach': (db, { id, annotationId, role }, { label }) => {
    attachToThread(db, id, annotationId, role)
    return named(threadById(db, id), label)
  },
  'threads.detach': (db, { id, annotationId }, { label }) => {
    detachFromThread(db, id, annotationId)
    return named(threadById(db, id), label)
  },
  'threads.remove': (db, { id }, { label }) => {
    label.subject = threadById(db, id).title
    removeThread(db, id)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>

/** The step in the history bears the title of the thread. */
function named(thread: Thread, label: StepLabel): Thread {
  label.subject = thread.title
  return thread
}
