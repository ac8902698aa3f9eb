/** Calendar days of the machine: what "today" and "by the end of that day" mean. Days are counted from 1970-01-01. */

/** The local day of a moment in milliseconds. */
export function localDay(ms: number): number {
  const at = new Date(ms)
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000)
}

/** Today, by the clock of the core: the one place that says so. */
export const today = ({ clock }: { clock: () => number }): number => localDay(clock())

/** The last millisecond of a local day. */
export function endOfLocalDay(day: number): number {
  const date = new Date(day * 86_400_000)
  const next = new Date(0)
  next.setFullYear(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1)
  next.setHours(0, 0, 0, 0)
  return next.getTime() - 1
}
