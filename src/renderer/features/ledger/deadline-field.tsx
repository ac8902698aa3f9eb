/** By when. A date is understood as such and said back; words stay words, and that they cannot become overdue is said too. */
import { useIntl } from 'react-intl'
import { datePrecision, dayToIso } from '../../../shared/domain/partial-date.ts'
import { useData } from '../../lib/data.ts'
import { DateChoices, dateText } from '../../lib/parts/date-choices.tsx'
import { useSay } from '../../lib/say.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { TextField } from '../../ui/text-field.tsx'
import { keptDeadline, offers, readDeadline } from './deadline.ts'
import styles from './thread-fields.module.css'

export interface DeadlineInputProps {
  label: string
  hideLabel?: boolean
  text: string
  onChange: (text: string) => void
  /** Done typing, or a day was chosen instead. */
  onCommit?: (instead?: string) => void
  isDisabled?: boolean
}

export function DeadlineInput({ label, hideLabel = false, text, onChange, onCommit, isDisabled = false }: DeadlineInputProps) {
  const say = useSay()
  const intl = useIntl()
  const reading = readDeadline(text)
  const { data: clock } = useData('timeline.today', {})
  const counted = clock ? offers(text, dayToIso(clock.today)) : []
  const choices = reading.kind === 'choice' ? reading.values : counted
  const hint =
    reading.kind === 'date'
      ? say('date.understood', { date: dateText(intl, reading.value), precision: datePrecision(reading.value) })
      : reading.kind === 'choice'
        ? say('date.which')
        : reading.kind === 'words'
          ? say(counted.length > 0 ? 'ledger.deadlineCounted' : 'ledger.deadlineWords')
          : say('ledger.deadlineHint')
  return (
    <div className={styles.deadline}>
      <TextField
        label={label}
        hideLabel={hideLabel}
        value={text}
        onChange={onChange}
        {...(onCommit && { onCommit: () => onCommit() })}
        isDisabled={isDisabled}
        spellCheck={false}
        hint={<span aria-live="polite">{hint}</span>}
      />
      {choices.length > 0 && !isDisabled && <DateChoices values={choices} onChoose={(day) => (onCommit ? onCommit(day) : onChange(day))} />}
    </div>
  )
}

export interface DeadlineFieldProps {
  label: string
  value: string | null
  onCommit: (value: string | null) => Promise<boolean>
  isDisabled: boolean
}

/** Kept when it is left. */
export function DeadlineField({ label, value, onCommit, isDisabled }: DeadlineFieldProps) {
  const draft = useDraft({
    stored: value ?? '',
    clean: (text) => keptDeadline(text) ?? '',
    onCommit: (text) => onCommit(text === '' ? null : text),
  })
  return <DeadlineInput label={label} text={draft.text} onChange={draft.change} onCommit={draft.commit} isDisabled={isDisabled} />
}
