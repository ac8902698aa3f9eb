/**
 * One end of a range of days: a day, in digits or in words ("20 Oct", "last week" is none), or the month or year whose first or last day it
 * stands for. Words count from today.
 */
import { useEffect, useState } from 'react'
import { datePrecision, dayRange, dayToIso } from '../../../../shared/domain/partial-date.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { readDate } from '../../date-words.ts'
import { useSay } from '../../say.ts'

export interface DayFieldProps {
  label: string
  /** Which day a month or a year stands for. */
  edge: 'first' | 'last'
  value: string | undefined
  onChange: (value: string | undefined) => void
  /** What is wrong with the day as it is set, such as an end before the start. */
  error?: string | undefined
}

export function DayField({ label, edge, value, onChange, error }: DayFieldProps) {
  const say = useSay()
  const [draft, setDraft] = useState<string | null>(null)
  const [isLeft, setLeft] = useState(false)
  // The day was cleared or set elsewhere: what was half typed gives way.
  useEffect(() => setDraft(null), [value])
  const typed = draft?.trim() ?? ''
  const isWrong = isLeft && typed !== '' && dayOf(typed, edge) === null
  const commit = (): void => {
    setLeft(true)
    if (draft === null) return
    const day = typed === '' ? undefined : dayOf(typed, edge)
    if (day === null) return
    if (day !== value) onChange(day)
    setDraft(null)
  }
  return (
    <TextField
      label={label}
      placeholder={say('filter.anyDate')}
      value={draft ?? value ?? ''}
      onChange={(text) => {
        setDraft(text)
        setLeft(false)
      }}
      onCommit={commit}
      {...(isWrong ? { error: say('filter.wrongDay') } : error !== undefined && draft === null && { error })}
    />
  )
}

/** The day that a day, a month or a year means at this end of a range, as a person writes it; null for anything else. */
export function dayOf(text: string, edge: 'first' | 'last', today = localToday()): string | null {
  const read = readDate(text, today)
  if (read.kind !== 'date') return null
  return dayToIso(dayRange(datePrecision(read.value) === 'time' ? read.value.slice(0, 10) : read.value)[edge])
}

function localToday(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
