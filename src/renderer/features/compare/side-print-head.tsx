/** What stands over the side-by-side view on paper alone: who is compared, at which level, under which filter, and when it was printed. */
import { useIntl } from 'react-intl'
import type { PartyLevel } from '../../../shared/domain/compare.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import { partsOf } from '../../lib/parts/filter/filter-set.ts'
import { useFilterWords } from '../../lib/parts/filter/use-filter-words.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import styles from './side-by-side-table.module.css'

export interface SidePrintHeadProps {
  parties: readonly string[]
  /** Who of them says nothing of what is printed, and has no column. */
  silent: readonly string[]
  filter: Filter
  level: PartyLevel
  since: string | undefined
  differ: boolean
  printedAt: Date
}

export function SidePrintHead({ parties, silent, filter, level, since, differ, printedAt }: SidePrintHeadProps) {
  const say = useSay()
  const intl = useIntl()
  const dateText = useDateText()
  const filterWords = useFilterWords(filter)
  const words = partsOf(filter).map(filterWords)
  const lines = [
    say('side.printLevel', { level: say(`compare.level.${level}`) }),
    words.length > 0 ? say('side.printFilter', { filter: words.join('; ') }) : say('side.printAll'),
    differ ? say('side.onlyDiffer') : null,
    since === undefined ? null : say('side.printSince', { date: dateText(since) }),
    silent.length > 0 ? say('side.printSilent', { parties: intl.formatList(silent) }) : null,
    say('side.printedOn', { date: intl.formatDate(printedAt, { dateStyle: 'long' }) }),
  ].filter((line) => line !== null)
  return (
    <header className={styles.printHead} aria-hidden="true">
      <p className={styles.printTitle}>{say('side.printTitle', { parties: intl.formatList(parties) })}</p>
      <p>
        {lines.map((line) => (
          <bdi key={line}>{line}</bdi>
        ))}
      </p>
    </header>
  )
}
