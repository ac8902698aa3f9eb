/** Words in the middle of their line, running as their article does: what is before is cut at its beginning, what is behind at its end. */
import type { ReactNode } from 'react'
import styles from './kwic-line.module.css'

export interface KwicLineProps {
  before: string
  match: ReactNode
  after: ReactNode
  direction: 'ltr' | 'rtl'
  language: string | null
  /** False where only the spelling differs. */
  isExact?: boolean
}

export function KwicLine({ before, match, after, direction, language, isExact = true }: KwicLineProps) {
  return (
    <span className={styles.kwic} dir={direction} lang={language ?? undefined} data-reading>
      <span className={styles.before}>
        <bdi dir={direction}>{before}</bdi>
      </span>
      <mark className={styles.match} data-exact={isExact || undefined}>
        {match}
      </mark>
      <span className={styles.after}>
        <bdi dir={direction}>{after}</bdi>
      </span>
    </span>
  )
}
