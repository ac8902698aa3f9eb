/**
 * A passage with the text around it in its paragraph: the passage itself stands out by its weight and a line beneath, not by colour alone.
 * Dots only where the paragraph goes on.
 */
import type { ReviewItem } from '../../../shared/domain/revision.ts'
import styles from './review-detail.module.css'

export interface PassageTextProps {
  passage: ReviewItem['was']
  language: string | null
  hue: string | undefined
}

export function PassageText({ passage: { start, prefix, quote, suffix }, language, hue }: PassageTextProps) {
  const before = prefix.slice(prefix.lastIndexOf('\n') + 1)
  const behind = suffix.split('\n', 1)[0] ?? ''
  const goesBack = before.length === prefix.length && start > prefix.length
  const goesOn = behind.length === suffix.length && behind !== ''
  return (
    <p className={styles.passage} data-reading lang={language ?? undefined} dir="auto" data-hue={hue}>
      {goesBack && '…'}
      {before}
      <mark className={styles.mark}>{quote}</mark>
      {behind}
      {goesOn && '…'}
    </p>
  )
}
