/** A part of the page of an article under its heading. */
import type { ReactNode } from 'react'
import styles from './article-view.module.css'

export interface SectionProps {
  title: string
  hint?: string
  /** At the end of the heading's line. */
  actions?: ReactNode
  children: ReactNode
}

export function Section({ title, hint, actions, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </header>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  )
}
