/** A number as people write it, in digits of any script; how it was read is said where that is not plain to see. */
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useSay } from '../../lib/say.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { TextField } from '../../ui/text-field.tsx'
import { readNumber } from './read-number.ts'

export interface NumberFieldProps {
  label: string
  value: number | null
  onCommit: (value: number | null) => Promise<boolean>
  isDisabled: boolean
}

const clean = (text: string): string => {
  const number = readNumber(text)
  return number === null ? text.trim() : String(number)
}
const isGood = (text: string): boolean => text.trim() === '' || readNumber(text) !== null

export function NumberField({ label, value, onCommit, isDisabled }: NumberFieldProps) {
  const say = useSay()
  const intl = useIntl()
  const [isLeft, setLeft] = useState(false)
  const stored = value === null ? '' : String(value)
  const draft = useDraft({ stored, clean, isGood, onCommit: (text) => onCommit(text === '' ? null : Number(text)) })
  const number = readNumber(draft.text)
  const shown = number === null ? null : intl.formatNumber(number, { maximumFractionDigits: 12 })
  return (
    <TextField
      label={label}
      value={draft.text}
      isDisabled={isDisabled}
      spellCheck={false}
      onChange={(text) => {
        draft.change(text)
        setLeft(false)
      }}
      onCommit={() => {
        draft.commit()
        setLeft(true)
      }}
      {...(shown !== null && shown !== draft.text.trim() && { hint: say('tagField.understood', { number: shown }) })}
      {...(isLeft && !isGood(draft.text) && { error: say('tagField.notNumber') })}
    />
  )
}
