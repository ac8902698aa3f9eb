/** A short count or state beside a name. Colour only repeats what the text says; give `label` when the text alone is not enough to hear. */
import styles from './badge.module.css'
import { cx } from './cx.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type BadgeProps = {
  text: string
  label?: string
  kind?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger'
  className?: string
}

export function Badge({ text, label, kind = 'neutral', className }: BadgeProps) {
  return (
    <span className={cx(styles.badge, styles[kind], className)}>
      <span aria-hidden={label ? true : undefined}>{text}</span>
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  )
}
