/** A small turning ring for waits of unknown length. It appears only after 100 ms, so quick work does not flicker; still with reduced motion. */
import { ProgressBar } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './spinner.module.css'

export type SpinnerProps = { label: string; size?: 'small' | 'large'; className?: string }

export function Spinner({ label, size = 'small', className }: SpinnerProps) {
  return (
    <ProgressBar aria-label={label} isIndeterminate className={cx(styles.spinner, size === 'large' && styles.large, className)}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" className={styles.track} />
        <circle cx="8" cy="8" r="6.5" className={styles.arc} pathLength="100" />
      </svg>
    </ProgressBar>
  )
}
