/** A hue with its letter, so that it is told without colour too. With a label the words stand beside it, else they are its name. */
import { cx } from './cx.ts'
import type { Hue } from './hues.ts'
import styles from './swatch.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

export type SwatchProps = {
  label: string
  hue: Hue
  /** One letter or sign. */
  letter: string
  hideLabel?: boolean
  /** The words stand beside it elsewhere: leave it out of what is read. */
  isDecorative?: boolean
  size?: 'small' | 'normal'
  className?: string
}

export function Swatch({ label, hue, letter, hideLabel = false, isDecorative = false, size = 'normal', className }: SwatchProps) {
  return (
    <span className={cx(styles.swatch, className)} data-hue={hue}>
      {/* The letter is for the eye: as text it would have to be part of the name of whatever holds it. */}
      <span className={cx(styles.box, size === 'small' && styles.small)} data-letter={letter} aria-hidden="true" />
      {!hideLabel && !isDecorative && <span className={styles.label}>{label}</span>}
      {hideLabel && !isDecorative && <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  )
}
