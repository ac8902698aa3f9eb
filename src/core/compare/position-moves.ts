/**
 * How a party moved on an issue over all of its time: each day on which the position it took was another than before, by the rules of the trend
 * (compare/rules.ts), with the statement it is measured against. Pure.
 */
import type { TrendKind } from '../../shared/domain/compare.ts'
import { add, bearsStance, begin, conclude } from './rules.ts'
import { UNDATED, type Rows, type StatementColumns } from './statements.ts'

export interface PositionMove {
  readonly kind: Exclude<TrendKind, 'repeated'>
  readonly toId: number
  /** Null where it is the first position. */
  readonly fromId: number | null
  readonly day: number
}

/** By issue (very issues, not those above), oldest first. All rows count as said by one party; they come in order of time. */
export function positionMoves(columns: StatementColumns, rows: Rows): Map<number, PositionMove[]> {
  const byIssue = new Map<number, number[]>()
  for (const row of rows) {
    if (!bearsStance(columns, row)) continue
    for (let at = columns.issueStart[row] ?? 0; at < (columns.issueStart[row + 1] ?? 0); at++) {
      const issue = columns.issueId[at] ?? 0
      const found = byIssue.get(issue) ?? []
      byIssue.set(issue, found)
      found.push(row)
    }
  }
  return new Map(Array.from(byIssue, ([issue, found]) => [issue, movesOf(columns, found)]))
}

function movesOf(columns: StatementColumns, rows: readonly number[]): PositionMove[] {
  const state = begin()
  const moves: PositionMove[] = []
  const dayOf = (row: number | undefined): number | undefined => (row === undefined ? undefined : (columns.day[row] ?? UNDATED))
  rows.forEach((row, index) => {
    add(state, columns, row)
    const day = dayOf(row) ?? UNDATED
    // The position of a day is known when the day is over.
    if (day === UNDATED || dayOf(rows[index + 1]) === day) return
    const { trend } = conclude(state, columns)
    if (trend === null || trend.kind === 'repeated' || trend.by.day !== day) return
    moves.push({ kind: trend.kind, toId: trend.by.id, fromId: trend.against?.id ?? null, day })
  })
  return moves
}
