/** A deadline as it was typed: a date where it is understood as one, which can be overdue, else the words as they are. Pure. */
import { readDate, type DateReading } from '../../lib/date-words.ts'

export type DeadlineReading = Extract<DateReading, { kind: 'date' | 'choice' }> | { kind: 'words' } | { kind: 'none' }

/** There is no article to count from, so "next week" is kept as words. */
export function readDeadline(typed: string): DeadlineReading {
  if (typed.trim() === '') return { kind: 'none' }
  const reading = readDate(typed, null)
  return reading.kind === 'date' || reading.kind === 'choice' ? reading : { kind: 'words' }
}

/** What is stored of it; null: no deadline. Of two days it can mean neither is guessed: the words stay until one is chosen. */
export function keptDeadline(typed: string): string | null {
  const reading = readDeadline(typed)
  if (reading.kind === 'none') return null
  return reading.kind === 'date' ? reading.value : typed.trim()
}
