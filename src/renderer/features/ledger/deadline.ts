/** A deadline as it was typed: a date where it is understood as one, which can be overdue, else the words as they are. Pure. */
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import { readDate, type DateReading } from '../../lib/date-words.ts'

export type DeadlineReading = Extract<DateReading, { kind: 'date' | 'choice' }> | { kind: 'words' } | { kind: 'none' }

/** Words that say when by counting are no date without a day to count from: they are kept as they are, and `offers` says what they mean today. */
export function readDeadline(typed: string): DeadlineReading {
  if (typed.trim() === '') return { kind: 'none' }
  const reading = readDate(typed, null)
  return reading.kind === 'date' || reading.kind === 'choice' ? reading : { kind: 'words' }
}

/** Days that words like "next Friday" mean when they are counted from today, to be chosen; none where they mean none. */
export function offers(typed: string, today: PartialDate): readonly PartialDate[] {
  if (readDeadline(typed).kind !== 'words') return []
  const reading = readDate(typed, today)
  return reading.kind === 'date' ? [reading.value] : reading.kind === 'choice' ? reading.values : []
}

/** What is stored of it; null: no deadline. Of two days it can mean neither is guessed: the words stay until one is chosen. */
export function keptDeadline(typed: string): string | null {
  const reading = readDeadline(typed)
  if (reading.kind === 'none') return null
  return reading.kind === 'date' ? reading.value : typed.trim()
}
