/** A row of controls that is one stop for Tab; arrow keys move inside it. */
import type { ReactNode } from 'react'
import { Separator, Toolbar as AriaToolbar } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './toolbar.module.css'

export type ToolbarProps = { label: string; children: ReactNode; orientation?: 'horizontal' | 'vertical'; className?: string }

export function Toolbar({ label, children, orientation = 'horizontal', className }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} orientation={orientation} className={cx(styles.toolbar, styles[orientation], className)}>
      {children}
    </AriaToolbar>
  )
}

/** A line between groups of controls. */
export function ToolbarSeparator() {
  return <Separator orientation="vertical" className={styles.separator ?? ''} />
}

/** Pushes what follows to the end. */
export function ToolbarSpace() {
  return <span className={styles.space} aria-hidden="true" />
}
