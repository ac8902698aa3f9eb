/** A date with its day of the week, and buttons for the days that a typed date can mean. */
import { useIntl, type IntlShape } from 'react-intl'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import { Button } from '../../ui/button.tsx'
import { formatPartialDate, useSay } from '../say.ts'
import styles from './partial-date-field.module.css'

/** "Wed, 22 Oct 2025"; a month or a year as such. */
export function dateText(intl: IntlShape, value: PartialDate): string {
  const text = formatPartialDate(intl, value)
  if (value.length < 10) return text
  const weekday = intl.formatDate(new Date(`${value.slice(0, 10)}T00:00:00Z`), { timeZone: 'UTC', weekday: 'short' })
  return `${weekday}, ${text}`
}

export function DateChoices({ values, onChoose }: { values: readonly PartialDate[]; onChoose: (value: PartialDate) => void }) {
  const say = useSay()
  const intl = useIntl()
  return (
    <div className={styles.choices} role="group" aria-label={say('date.which')}>
      {values.map((choice) => (
        <Button key={choice} size="small" label={dateText(intl, choice)} onPress={() => onChoose(choice)} />
      ))}
    </div>
  )
}
