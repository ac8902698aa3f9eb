/** Handlers of `evidence.*`. */
import type { QueryHandlers } from '../session.ts'
import { evidenceOfEntry } from '../store/evidence.ts'
import { evidenceByIds } from '../store/filtered.ts'

export const evidenceQueries = {
  'evidence.ofEntry': ({ db }, input) => evidenceOfEntry(db, input),
  'evidence.byIds': ({ db }, { ids }) => evidenceByIds(db, ids),
} satisfies Partial<QueryHandlers>
