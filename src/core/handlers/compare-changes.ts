/** Handler of `compare.changes`: the two moments, the moves between them, and the quotes that show them. */
import type { Changes, changesInputSchema, ReportRun } from '../../shared/domain/changes.ts'
import { dayRange, dayToIso } from '../../shared/domain/partial-date.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { Moment, Span } from '../compare/changes.ts'
import { endOfLocalDay, localDay } from '../days.ts'
import type { Session } from '../session.ts'
import { codedBetween, lastStep, stepUpTo } from '../store/compare-changes.ts'
import { evidenceByIds } from '../store/filtered.ts'
import { movesBetween } from '../store/moves-between.ts'
import { reportRunById } from '../store/report-runs.ts'
import type { ReadDb } from '../store/types.ts'
import type { z } from 'zod'

type Asked = z.output<typeof changesInputSchema>

const MOST_CELLS = 1_000
const MOST_THREADS = 500

export function changesBetween(db: ReadDb, session: Pick<Session, 'clock'>, input: Asked): Changes {
  const { span, report, steps } = spanOf(db, session, input)
  const recorded = span.basis === 'coded' ? codedBetween(db, steps.then, steps.now) : undefined
  const { cells, threads } = movesBetween(db, input, span, recorded)
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
