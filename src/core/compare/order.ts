/** Order of evidence in time. Pure. A date counts as its first day; what has no date comes before what has one; ties by id. */
import type { Evidence } from '../../shared/domain/compare.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'

const day = (evidence: Evidence): number => (evidence.date === null ? Number.NEGATIVE_INFINITY : dayRange(evidence.date).first)
/** Within a day, a time of day sorts as its text does: "T09:00" before "T14:30". */
const time = (evidence: Evidence): string => evidence.date?.slice(10) ?? ''

/** Oldest first. */
export function byDate(a: Evidence, b: Evidence): number {
  return compareNumbers(day(a), day(b)) || compareTexts(time(a), time(b)) || a.id - b.id
}

/** Newest first. */
export const byNewest = (a: Evidence, b: Evidence): number => byDate(b, a)

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
