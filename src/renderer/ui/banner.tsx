/** A standing message at the top of a pane: what is so, what it means, what to do. Errors are announced at once, the rest politely. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { useWords } from './words.tsx'

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert }

export type BannerProps = {
  kind: 'info' | 'success' | 'warning' | 'error'
  title: string
  children?: ReactNode
  actions?: ReactNode
  onClose?: () => void
  className?: string
}

export function Banner({ kind, title, children, actions, onClose, className }: BannerProps) {
  const words = useWords()
  const Icon = ICONS[kind]
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={cx(styles.banner, styles[kind], className)}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.text} data-selectable>
        <strong>{title}</strong>
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
      {onClose && <IconButton label={words.close} icon={<X />} size="small" onPress={onClose} />}
    </div>
  )
}
