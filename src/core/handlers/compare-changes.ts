/** Handler of `compare.changes`: the two moments, the moves between them from the pure modules, and the quotes that show them. */
import type { Changes, changesInputSchema, ReportRun } from '../../shared/domain/changes.ts'
import type { Filter } from '../../shared/domain/filter.ts'
import { dayRange, dayToIso } from '../../shared/domain/partial-date.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { cellChanges, type Moment, type Span } from '../compare/changes.ts'
import { threadChanges, type RecordedThreads, type ThreadMove } from '../compare/thread-changes.ts'
import { endOfLocalDay, localDay } from '../days.ts'
import type { Session } from '../session.ts'
import { codedBetween, lastStep, stepUpTo, type CodedBetween } from '../store/compare-changes.ts'
import { statementsFor } from '../store/comparison.ts'
import { evidenceByIds } from '../store/filtered.ts'
import { reportRunById } from '../store/report-runs.ts'
import { filteredIssueTree } from '../store/trees.ts'
import { threadMaterial } from '../store/thread-material.ts'
import type { ReadDb } from '../store/types.ts'
import type { z } from 'zod'

type Asked = z.output<typeof changesInputSchema>

const MOST_CELLS = 1_000
const MOST_THREADS = 500

export function changesBetween(db: ReadDb, session: Pick<Session, 'clock'>, input: Asked): Changes {
  const { span, report, steps } = spanOf(db, session, input)
  const recorded = span.basis === 'coded' ? codedBetween(db, steps.then, steps.now) : NOT_ASKED
  const { columns, rows, trees } = statementsFor(db, input.filter, input.level)
  const cells = cellChanges(columns, rows, trees, span, recorded.statement)
  const threads = threadMoves(db, new Set(Array.from(rows, (row) => columns.id[row] ?? 0)), input.filter, { span, recorded })
  const [shownCells, shownThreads] = [cells.slice(0, MOST_CELLS), threads.slice(0, MOST_THREADS)]
  const ids = [...shownCells, ...shownThreads].flatMap(({ fromId, toId }) => [fromId ?? [], toId ?? []].flat())
  const quotes = new Map(evidenceByIds(db, [...new Set(ids)]).map((quote) => [quote.id, quote]))
  const quoted = <T extends { fromId: number | null; toId: number | null }>(move: T) => ({
    ...move,
    from: quotes.get(move.fromId ?? 0) ?? null,
    to: quotes.get(move.toId ?? 0) ?? null,
  })
  return {
    basis: span.basis,
    then: dayToIso(span.then.day),
    now: dayToIso(span.now.day),
    report,
    cells: shownCells.map(quoted),
    threads: shownThreads.map(quoted),
    totals: { cells: cells.length, threads: threads.length },
    counts: [...Map.groupBy([...cells, ...threads], ({ kind }) => kind)].map(([kind, found]) => ({ kind, count: found.length })),
  }
}

/** Throws `not-found` for a report that is not there, `invalid-input` where the first day comes after the second. */
function spanOf(
  db: ReadDb,
  { clock }: Pick<Session, 'clock'>,
  { then, now, basis, report }: Asked,
): { span: Span; report: ReportRun | null; steps: { then: number; now: number } } {
  const found = report === undefined ? null : reportRunById(db, report)
  const endOf = (day: string): Moment => ({ day: dayRange(day).first, ms: endOfLocalDay(dayRange(day).first) })
  const clockMs = clock()
  const span: Span = {
    basis: found ? 'coded' : basis,
    then: found ? { day: localDay(found.ms), ms: found.ms } : endOf(then ?? ''),
    now: now === undefined ? { day: localDay(clockMs), ms: clockMs } : endOf(now),
  }
  if (span.then.day > span.now.day) throw new ParleyError('invalid-input', { field: 'then', problem: 'after the second day' })
  const steps = {
    then: found?.seq ?? stepUpTo(db, span.then.ms),
    now: now === undefined ? lastStep(db) : stepUpTo(db, span.now.ms),
  }
  return { span, report: found?.run ?? null, steps }
}

/** By the day nobody asks when something was recorded. */
const NOT_ASKED: CodedBetween = { statement: () => 'before', member: () => 'before', check: () => 'before' }

/** Threads with a statement that passes; without a filter, all of them. */
function threadMoves(
  db: ReadDb,
  passing: ReadonlySet<number>,
  filter: Filter,
  { span, recorded }: { span: Span; recorded: RecordedThreads },
): ThreadMove[] {
  const isFiltered = Object.keys(filter).length > 0
  // A thread on another issue is not told because one of its passages is coded with a chosen issue as well.
  const issues = (filter.issues ?? []).length === 0 ? null : new Set(filteredIssueTree(db, filter.issues).map(({ id }) => id))
  const threads = threadMaterial(db).filter(
    ({ thread, members }) =>
      !isFiltered ||
      (members.some(({ annotationId }) => passing.has(annotationId)) &&
        (issues === null || thread.issueId === null || issues.has(thread.issueId))),
  )
  return threadChanges(threads, span, recorded)
}
