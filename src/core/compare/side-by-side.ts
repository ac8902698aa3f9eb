/** Parties in columns, issues as bands, quotes in date order. Pure. A statement stands in the band of each of its very issues. */
import type { Evidence, SideBySide } from '../../shared/domain/compare.ts'
import { columnOf } from './columns.ts'
import type { MatrixContext } from './matrix.ts'
import { byDate } from './order.ts'

/** Bands in issue order, those without an issue last; only bands in which a chosen party says something. */
export function buildSideBySide(
  evidence: readonly Evidence[],
  { parties, issues, level, chosen }: MatrixContext & { chosen: readonly number[] },
): SideBySide {
  const column = columnOf(level, parties)
  const spoken = evidence
    .filter((statement) => statement.speakerId !== null && chosen.includes(column(statement.speakerId)))
    .toSorted(byDate)
  const bands = [...issues.map((issue) => issue.id), null].map((issueId) => {
    const inBand = spoken.filter((statement) => (issueId === null ? statement.issueIds.length === 0 : statement.issueIds.includes(issueId)))
    return {
      issueId,
      columns: chosen.map((partyId) => ({
        partyId,
        quotes: inBand.filter((statement) => statement.speakerId !== null && column(statement.speakerId) === partyId),
      })),
    }
  })
  return { bands: bands.filter((band) => band.columns.some((cell) => cell.quotes.length > 0)) }
}
