/** The newest quote of a cell, in its own script and direction, its translation beneath, and where it stands. Grey lines until it is there. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import styles from './matrix-cell.module.css'

export function CellQuote({ quote }: { quote: Evidence | undefined }) {
  const say = useSay()
  const dateText = useDateText()
  if (!quote) {
    return (
      <span className={styles.waiting} aria-hidden="true">
        <span />
        <span />
      </span>
    )
  }
  const date = quote.date === null ? say('evidence.undated') : dateText(quote.date.slice(0, 10))
  return (
    <span className={styles.quoted} data-translated={quote.translation ? true : undefined}>
      <span className={styles.quote} data-reading lang={quote.language ?? undefined} dir="auto">
        {quote.quote}
      </span>
      {quote.translation && (
        <span className={styles.translation} dir="auto">
          {quote.translation}
        </span>
      )}
      <span className={styles.source}>
        <span className={styles.day}>{quote.dateFrom === 'publication' ? say('evidence.published', { date }) : date}</span>
        <bdi className={styles.outlet}>{quote.outlet ?? say('evidence.noOutlet')}</bdi>
      </span>
    </span>
  )
}
