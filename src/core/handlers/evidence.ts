/** Handlers of `evidence.*`. */
import type { QueryHandlers } from '../session.ts'
import { evidenceOfEntry, findEvidence } from '../store/evidence.ts'
import { evidenceByIds } from '../store/filtered.ts'

export const evidenceQueries = {
  'evidence.ofEntry': ({ db }, input) => evidenceOfEntry(db, input),
  'evidence.find': ({ db }, input) => findEvidence(db, input),
  'evidence.byIds': ({ db }, { ids }) => evidenceByIds(db, ids),
} satisfies Partial<QueryHandlers>
