/** How far a piece of work is, with what it is doing and, if it can be stopped, a way to stop it. `value` null: length unknown. */
import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import type { CSSProperties } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import styles from './progress-bar.module.css'

export type ProgressBarProps = {
  label: string
  /** 0 to 1, or null while the end is not known. */
  value: number | null
  /** Beside the label: "312 of 4,000". */
  detail?: string
  hideLabel?: boolean
  onCancel?: () => void
  cancelLabel?: string
  className?: string
}

export function ProgressBar({ label, value, detail, hideLabel = false, onCancel, cancelLabel, className }: ProgressBarProps) {
  const part = value === null ? null : Math.min(1, Math.max(0, value))
  return (
    <div className={cx(styles.progress, className)}>
      {!hideLabel && (
        <div className={styles.words} aria-hidden="true">
          <span className={styles.label}>{label}</span>
          {detail && <span className={styles.detail}>{detail}</span>}
        </div>
      )}
      <div className={styles.line}>
        <AriaProgressBar
          aria-label={label}
          value={(part ?? 0) * 100}
          valueLabel={detail}
          isIndeterminate={part === null}
          className={styles.track ?? ''}
          style={{ '--part': part ?? 0 } as CSSProperties}
        >
          <div className={cx(styles.fill, part === null && styles.unknown)} />
        </AriaProgressBar>
        {onCancel && cancelLabel && <Button label={cancelLabel} size="small" kind="quiet" onPress={onCancel} />}
      </div>
    </div>
  )
}
