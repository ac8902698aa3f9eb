/** A text with the places of words in it marked. */
import type { Span } from '../../../shared/text/span.ts'
import styles from './search-view.module.css'

export function MarkedText({ line: { text, marks } }: { line: { text: string; marks: readonly Span[] } }) {
  return marks.length === 0 ? (
    text
  ) : (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
