/** Handlers of `checks.*`. A step bears the title of the thread that was checked. */
import type { MutationHandlers } from '../session.ts'
import { checkById, insertCheck, removeCheck, updateCheck } from '../store/thread-checks.ts'
import { threadById } from '../store/threads.ts'

export const checkMutations = {
  'checks.add': (db, input, context) => {
    const check = checkById(db, insertCheck(db, input, context))
    context.label.subject = threadById(db, check.threadId).title
    return check
  },
  'checks.update': (db, { id, patch }, context) => {
    updateCheck(db, id, patch, context)
    const check = checkById(db, id)
    context.label.subject = threadById(db, check.threadId).title
    return check
  },
  'checks.remove': (db, { id }, { label }) => {
    label.subject = threadById(db, checkById(db, id).threadId).title
    removeCheck(db, id)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>
