/** Handlers of `evidence.*`. */
import type { QueryHandlers } from '../session.ts'
import { evidenceOfEntry } from '../store/evidence.ts'

export const evidenceQueries = {
  'evidence.ofEntry': ({ db }, input) => evidenceOfEntry(db, input),
} satisfies Partial<QueryHandlers>
