/** The grade of a quote's article on the admiralty scale, "B2", with what that means. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import { useSay } from '../../lib/say.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './cell-quotes.module.css'

export function GradingMark({ reliability, credibility }: Pick<Evidence, 'reliability' | 'credibility'>) {
  const say = useSay()
  if (reliability === null && credibility === null) return null
  const meaning = [
    reliability === null ? null : say('cell.reliability', { grade: reliability, meaning: say(`grading.reliability.${reliability}`) }),
    credibility === null ? null : say('cell.credibility', { grade: credibility, meaning: say(`grading.credibility.${credibility}`) }),
  ]
    .filter((part) => part !== null)
    .join('\n')
  return (
    <span className={styles.grade} title={meaning}>
      <span aria-hidden="true">
        {reliability ?? '–'}
        {credibility ?? '–'}
      </span>
      <VisuallyHidden>{meaning}</VisuallyHidden>
    </span>
  )
}
