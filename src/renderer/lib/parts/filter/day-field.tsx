/** One end of a range of days: a day, or the month or year whose first or last day it stands for. */
import { useEffect, useState } from 'react'
import { datePrecision, dayRange, dayToIso, isPartialDate } from '../../../../shared/domain/partial-date.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { useSay } from '../../say.ts'

export interface DayFieldProps {
  label: string
  /** Which day a month or a year stands for. */
  edge: 'first' | 'last'
  value: string | undefined
  onChange: (value: string | undefined) => void
}

export function DayField({ label, edge, value, onChange }: DayFieldProps) {
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
      {...(isWrong && { error: say('filter.wrongDay') })}
    />
  )
}

/** The day that a day, a month or a year means at this end of a range; null for anything else. */
export function dayOf(text: string, edge: 'first' | 'last'): string | null {
  if (!isPartialDate(text) || datePrecision(text) === 'time') return null
  return dayToIso(dayRange(text)[edge])
}
