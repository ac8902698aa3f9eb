/**
 * A date as precise as it is known, in digits or in words. What was understood is said at once, and what it was counted from; where it
 * can mean two days both are offered, and what is not a date is said and not sent.
 */
import { useState } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import { datePrecision, type PartialDate } from '../../../shared/domain/partial-date.ts'
import { TextField } from '../../ui/text-field.tsx'
import { readDate, type DateReading } from '../date-words.ts'
import { formatPartialDate, useSay, type Say } from '../say.ts'
import { useDraft } from '../use-draft.ts'
import { DateChoices, dateText } from './date-choices.tsx'
import styles from './partial-date-field.module.css'

export interface PartialDateFieldProps {
  label: string
  value: PartialDate | null
  /** Resolves to whether it was kept. */
  onCommit: (value: PartialDate | null) => Promise<boolean>
  /** Date of the article, from which words such as "yesterday" count; null where it has none. Left out: there is no article. */
  base?: PartialDate | null
  isDisabled?: boolean
  hint?: string
}

export function PartialDateField({ label, value, onCommit, base, isDisabled = false, hint }: PartialDateFieldProps) {
  const say = useSay()
  const intl = useIntl()
  const [isLeft, setLeft] = useState(false)
  const read = (text: string): DateReading => readDate(text, base ?? null)
  const clean = (text: string): string => {
    const reading = read(text)
    return reading.kind === 'date' ? reading.value : text.trim()
  }
  const isGood = (text: string): boolean => text.trim() === '' || read(text).kind === 'date'
  const draft = useDraft({ stored: value ?? '', clean, isGood, onCommit: (text) => onCommit(text === '' ? null : text) })
  const reading = read(draft.text)
  const isEmpty = draft.text.trim() === ''
  const shown = isEmpty ? hint : understood(intl, say, reading, base)
  const problem = isEmpty || !isLeft ? undefined : problemOf(say, reading, base)
  return (
    <div className={styles.date}>
      <TextField
        label={label}
        value={draft.text}
        isDisabled={isDisabled}
        placeholder={say(base ? 'date.example' : 'date.exampleAlone')}
        spellCheck={false}
        onChange={(text) => {
          draft.change(text)
          setLeft(false)
        }}
        onCommit={() => {
          draft.commit()
          setLeft(true)
        }}
        {...(shown !== undefined && { hint: <span aria-live="polite">{shown}</span> })}
        {...(problem !== undefined && { error: problem })}
      />
      {reading.kind === 'choice' && !isDisabled && <DateChoices values={reading.values} onChoose={(choice) => draft.commit(choice)} />}
    </div>
  )
}

/** "= Wed, 22 Oct 2025, counted from the article's date, 29 Oct 2025"; nothing where nothing was understood. */
function understood(intl: IntlShape, say: Say, reading: DateReading, base: PartialDate | null | undefined): string | undefined {
  if (reading.kind === 'choice') return say('date.which')
  if (reading.kind !== 'date') return undefined
  const precision = datePrecision(reading.value)
  const date = dateText(intl, reading.value)
  if (reading.counted && base) return say('date.counted', { date, precision, base: formatPartialDate(intl, base.slice(0, 10)) })
  return say('date.understood', { date, precision })
}

/** Why what was typed is not kept. */
function problemOf(say: Say, reading: DateReading, base: PartialDate | null | undefined): string | undefined {
  if (reading.kind === 'date') return undefined
  if (reading.kind === 'choice') return say('date.ambiguous')
  if (reading.kind === 'unknown') return say('date.wrong')
  if (base === undefined) return say('date.noArticle')
  return say(base === null ? 'date.noBase' : 'date.baseTooWide', { needs: reading.needs })
}
