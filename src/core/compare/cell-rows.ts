/**
 * Which statements stand in given cells of the matrix, without any filter. Pure, one pass over the columns however many cells are asked
 * for. A cell holds the statements whose speaker counts in its column and that are coded with its issue or one beneath it.
 */
import { cellKey } from '../../shared/domain/cell.ts'
import type { CellRef, PartyLevel } from '../../shared/domain/compare.ts'
import { columnOf, lineagesById } from './columns.ts'
import type { Trees } from './places.ts'
import type { StatementColumns } from './statements.ts'

/** Ids of the statements of each cell by its key, newest first. A party that is no column at the level of its cell has none. */
export function idsOfCells(
  columns: StatementColumns,
  cells: readonly CellRef[],
  { parties, issues }: Pick<Trees, 'parties' | 'issues'>,
): Map<string, number[]> {
  const found = new Map<string, number[]>(cells.map((cell) => [cellKey(cell), []]))
  const lineages = lineagesById(issues)
  const levels = [...Map.groupBy(cells, ({ level }) => level)].map(([level, those]) => ({
    column: memoised(columnOf(level, parties)),
    byParty: issuesByParty(those, level),
  }))
  // From the newest row to the oldest, as the columns are in order of time.
  for (let row = columns.count - 1; row >= 0; row--) {
    const speakerId = columns.speakerId[row] ?? 0
    if (speakerId === 0) continue
    for (const { column, byParty } of levels) {
      const wanted = byParty.get(column(speakerId))
      if (wanted === undefined) continue
      for (const issueId of rowsOf(columns, row, lineages)) {
        const key = wanted.get(issueId)
        if (key !== undefined) found.get(key)?.push(columns.id[row] ?? 0)
      }
    }
  }
  return found
}

/** Key of the cell by party and issue (0: none). */
function issuesByParty(cells: readonly CellRef[], level: PartyLevel): Map<number, Map<number, string>> {
  const byParty = new Map<number, Map<number, string>>()
  for (const { issueId, partyId } of cells) {
    const issues = byParty.get(partyId) ?? new Map<number, string>()
    byParty.set(partyId, issues.set(issueId ?? 0, cellKey({ issueId, partyId, level })))
  }
  return byParty
}

/** The rows of the matrix a statement counts in, each once: its issues and all above them, or 0 where it has none. */
function rowsOf(columns: StatementColumns, row: number, lineages: ReadonlyMap<number, number[]>): Iterable<number> {
  const [start, end] = [columns.issueStart[row] ?? 0, columns.issueStart[row + 1] ?? 0]
  if (start === end) return [0]
  const first = lineages.get(columns.issueId[start] ?? 0) ?? []
  if (end === start + 1) return first
  const all = new Set(first)
  for (let at = start + 1; at < end; at++) for (const id of lineages.get(columns.issueId[at] ?? 0) ?? []) all.add(id)
  return all
}

function memoised(column: (speakerId: number) => number): (speakerId: number) => number {
  const known = new Map<number, number>()
  return (speakerId) => {
    let party = known.get(speakerId)
    if (party === undefined) known.set(speakerId, (party = column(speakerId)))
    return party
  }
}
