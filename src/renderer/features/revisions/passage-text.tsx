/** A passage with the text around it: the passage itself stands out by its weight and a line beneath, not by colour alone. */
import type { ReviewItem } from '../../../shared/domain/revision.ts'
import styles from './review-view.module.css'

type Passage = ReviewItem['was']

export function PassageText({
  passage: { prefix, quote, suffix },
  language,
  hue,
}: {
  passage: Passage
  language: string | null
  hue: string | undefined
}) {
  return (
    <p className={styles.passage} data-reading lang={language ?? undefined} dir="auto" data-hue={hue}>
      {prefix !== '' && '…'}
      {prefix}
      <mark className={styles.mark}>{quote}</mark>
      {suffix}
      {suffix !== '' && '…'}
    </p>
  )
}
