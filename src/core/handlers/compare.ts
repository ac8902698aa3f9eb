/** Handlers of `compare.*`: rows from the store, arithmetic in the pure modules of core/compare. */
import { buildMatrix } from '../compare/matrix.ts'
import { buildSideBySide } from '../compare/side-by-side.ts'
import type { QueryHandlers } from '../session.ts'
import { filteredEvidence } from '../store/filtered.ts'
import { listIssues } from '../store/issues.ts'
import { listParties } from '../store/parties.ts'

export const compareQueries = {
  'compare.matrix': ({ db }, { filter, level }) =>
    buildMatrix(filteredEvidence(db, filter), { parties: listParties(db), issues: listIssues(db), level }),
  'compare.sideBySide': ({ db }, { filter, parties, level }) =>
    buildSideBySide(filteredEvidence(db, filter), { parties: listParties(db), issues: listIssues(db), level, chosen: parties }),
} satisfies Partial<QueryHandlers>
