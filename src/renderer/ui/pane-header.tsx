/** The line at the top of a pane: its title, what it holds, its small controls. All panes have the same height, so their lines meet. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './pane-header.module.css'

export type PaneHeaderProps = {
  title: string
  /** Muted, after the title: a count, a state. */
  detail?: ReactNode
  actions?: ReactNode
  level?: 1 | 2 | 3
  className?: string
}

export function PaneHeader({ title, detail, actions, level = 2, className }: PaneHeaderProps) {
  const Heading = `h${level}` as const
  return (
    <div className={cx(styles.header, className)}>
      <Heading className={styles.title} dir="auto">
        {title}
      </Heading>
      {detail && <div className={styles.detail}>{detail}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
