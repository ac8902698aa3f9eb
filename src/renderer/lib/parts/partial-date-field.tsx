/** A date as precise as it is known: a year, a month, a day, a minute. Shows what was understood; what is not a date is said and not sent. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { isPartialDate, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { formatPartialDate, useSay } from '../say.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useDraft } from '../use-draft.ts'

export interface PartialDateFieldProps {
  label: string
  value: PartialDate | null
  /** Resolves to whether it was kept. */
  onCommit: (value: PartialDate | null) => Promise<boolean>
  isDisabled?: boolean
  hint?: string
}

const clean = (text: string): string => text.trim()

export function PartialDateField({ label, value, onCommit, isDisabled = false, hint }: PartialDateFieldProps) {
  const say = useSay()
  const intl = useIntl()
  const [isLeft, setLeft] = useState(false)
  const isGood = (text: string): boolean => text.trim() === '' || isPartialDate(text.trim())
  const draft = useDraft({ stored: value ?? '', clean, isGood, onCommit: (text) => onCommit(text === '' ? null : text) })
  const typed = draft.text.trim()
  const understood = typed !== '' && isPartialDate(typed) ? formatPartialDate(intl, typed) : hint
  return (
    <TextField
      label={label}
      value={draft.text}
      isDisabled={isDisabled}
      placeholder={say('date.example')}
      onChange={(text) => {
        draft.change(text)
        setLeft(false)
      }}
      onCommit={() => {
        draft.commit()
        setLeft(true)
      }}
      {...(understood !== undefined && { hint: understood })}
      {...(isLeft && !isGood(typed) && { error: say('date.wrong') })}
    />
  )
}
