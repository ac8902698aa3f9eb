/** A part of an entry's form under its heading. */
import type { ReactNode } from 'react'
import styles from './entry-form.module.css'

export interface FormSectionProps {
  title: string
  /** At the end of the heading's line. */
  actions?: ReactNode
  hint?: string
  children: ReactNode
}

export function FormSection({ title, actions, hint, children }: FormSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h3>{title}</h3>
        {actions}
      </header>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  )
}
