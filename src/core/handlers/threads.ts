/** Handlers of `threads.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { insertThread, listThreads, removeThread, setThreadMembers, threadById } from '../store/threads.ts'

export const threadQueries = {
  'threads.list': ({ db }) => listThreads(db),
} satisfies Partial<QueryHandlers>

export const threadMutations = {
  'threads.create': (db, input, context) => {
    context.label.subject = input.title
    return threadById(db, insertThread(db, input, context))
  },
  'threads.setMembers': (db, { id, members }, { label }) => {
    setThreadMembers(db, id, members)
    const thread = threadById(db, id)
    label.subject = thread.title
    return thread
  },
  'threads.remove': (db, { id }, { label }) => {
    label.subject = threadById(db, id).title
    removeThread(db, id)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>
