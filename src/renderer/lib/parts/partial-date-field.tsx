/** A date as precise as it is known: a year, a month, a day, a minute. Shows what was understood; what is not a date is said and not sent. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { isPartialDate, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { formatPartialDate, useSay } from '../say.ts'
import { TextField } from '../../ui/text-field.tsx'

export interface PartialDateFieldProps {
  label: string
  value: PartialDate | null
  onCommit: (value: PartialDate | null) => void
  isDisabled?: boolean
  hint?: string
}

export function PartialDateField({ label, value, onCommit, isDisabled = false, hint }: PartialDateFieldProps) {
  const say = useSay()
  const intl = useIntl()
  const [draft, setDraft] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const shown = draft ?? value ?? ''
  const typed = shown.trim()
  const understood = typed !== '' && isPartialDate(typed) ? formatPartialDate(intl, typed) : hint
  const commit = (): void => {
    if (draft === null) return
    if (typed !== '' && !isPartialDate(typed)) return setWrong(true)
    setDraft(null)
    const next = typed === '' ? null : typed
    if (next !== value) onCommit(next)
  }
  return (
    <TextField
      label={label}
      value={shown}
      isDisabled={isDisabled}
      placeholder={say('date.example')}
      onChange={(text) => {
        setDraft(text)
        setWrong(false)
      }}
      onCommit={commit}
      {...(understood !== undefined && { hint: understood })}
      {...(isWrong && { error: say('date.wrong') })}
    />
  )
}
