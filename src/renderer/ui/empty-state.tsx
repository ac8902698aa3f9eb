/** What a view shows when it has nothing to show: why, and the next step as a button. Also for "nothing fits the filters" and for what broke. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './empty-state.module.css'

export type EmptyStateProps = {
  icon?: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  /** `pane` fills the pane and centres; `inline` sits in a list or panel. */
  size?: 'pane' | 'inline'
  className?: string
}

export function EmptyState({ icon, title, children, actions, size = 'pane', className }: EmptyStateProps) {
  return (
    <div className={cx(styles.empty, styles[size], className)}>
      {icon && (
        <div className={styles.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
