/** What changed between two moments, gathered for the window and for reports: moves of parties on issues, and of threads. */
import type { PartyLevel } from '../../shared/domain/compare.ts'
import type { Filter } from '../../shared/domain/filter.ts'
import { cellChanges, type CellMove, type Span } from '../compare/changes.ts'
import { threadChanges, type ThreadMove } from '../compare/thread-changes.ts'
import type { CodedBetween } from './compare-changes.ts'
import { statementsFor } from './comparison.ts'
import { threadMaterial, type ThreadMaterial } from './thread-material.ts'
import { filteredIssueTree } from './trees.ts'
import type { ReadDb } from './types.ts'

export interface Moves {
  /** By kind, then in the order of issues and parties. */
  readonly cells: CellMove[]
  /** By kind, then in the order of threads. */
  readonly threads: ThreadMove[]
}

/** By the day nobody asks when something was recorded. */
export const NOT_RECORDED: CodedBetween = { statement: () => 'before', member: () => 'before', check: () => 'before' }

export interface MovesOf {
  readonly filter: Filter
  readonly level: PartyLevel
  /** Whether statuses that the analyst gave count; without, those of the rules. */
  readonly readings?: boolean
}

export function movesBetween(
  db: ReadDb,
  { filter, level, readings = true }: MovesOf,
  span: Span,
  recorded: CodedBetween = NOT_RECORDED,
): Moves {
  const { columns, rows, trees } = statementsFor(db, filter, level)
  const passing = new Set(Array.from(rows, (row) => columns.id[row] ?? 0))
  const threads = threadsOf(db, passing, filter).map((one) => (readings ? one : { ...one, thread: { ...one.thread, override: null } }))
  return { cells: cellChanges(columns, rows, trees, span, recorded.statement), threads: threadChanges(threads, span, recorded) }
}

/** Threads with a statement that passes; without a filter, all of them. */
function threadsOf(db: ReadDb, passing: ReadonlySet<number>, filter: Filter): ThreadMaterial[] {
  const isFiltered = Object.keys(filter).length > 0
  // A thread on another issue is not told because one of its passages is coded with a chosen issue as well.
  const issues = (filter.issues ?? []).length === 0 ? null : new Set(filteredIssueTree(db, filter.issues).map(({ id }) => id))
  return threadMaterial(db).filter(
    ({ thread, members }) =>
      !isFiltered ||
      (members.some(({ annotationId }) => passing.has(annotationId)) &&
        (issues === null || thread.issueId === null || issues.has(thread.issueId))),
  )
}
