/** Handlers of `compare.*`: rows from the store, arithmetic in the pure modules of core/compare. */
import { columnOf, lineagesById } from '../compare/columns.ts'
import { buildMatrix } from '../compare/matrix.ts'
import { byDate } from '../compare/order.ts'
import { buildSideBySide } from '../compare/side-by-side.ts'
import type { QueryHandlers } from '../session.ts'
import { filteredEvidence } from '../store/filtered.ts'
import { listIssues } from '../store/issues.ts'
import { listParties } from '../store/parties.ts'

/** Quotes of one cell that are handed out. */
const MOST_QUOTES = 2_000

export const compareQueries = {
  'compare.matrix': ({ db }, { filter, level }) =>
    buildMatrix(filteredEvidence(db, filter), { parties: listParties(db), issues: listIssues(db), level }),
  'compare.sideBySide': ({ db }, { filter, parties, level }) =>
    buildSideBySide(filteredEvidence(db, filter), { parties: listParties(db), issues: listIssues(db), level, chosen: parties }),
  'compare.cell': ({ db }, { filter, issueId, partyId, level }) => {
    const parties = listParties(db)
    const issues = listIssues(db)
    const column = columnOf(level, parties)
    const lineages = lineagesById(issues)
    const inCell = filteredEvidence(db, filter).filter(
      ({ speakerId, issueIds }) =>
        speakerId !== null &&
        column(speakerId) === partyId &&
        (issueId === null ? issueIds.length === 0 : issueIds.some((own) => lineages.get(own)?.includes(issueId))),
    )
    const { cells } = buildMatrix(inCell, { parties, issues, level })
    const quotes = inCell.toSorted(byDate)
    return {
      cell: cells.find((cell) => cell.issueId === issueId) ?? null,
      quotes: quotes.slice(-MOST_QUOTES),
      beyond: Math.max(0, quotes.length - MOST_QUOTES),
    }
  },
} satisfies Partial<QueryHandlers>
