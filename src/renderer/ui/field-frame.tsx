/**
 * The frame every field shares: label (always there, at most hidden from view), control, hint, error; stacked or in a row with
 * the label in a column. It hands the control the ids that tie the parts together, so a screen reader hears them as one.
 */
import { useId } from 'react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './field-frame.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Props that every field takes. */
export type FieldProps = {
  label: string
  /** The label stays for screen readers only. */
  hideLabel?: boolean
  hint?: ReactNode
  /** What is wrong and what to do; its presence marks the field invalid. */
  error?: string
  layout?: 'stack' | 'row'
  isDisabled?: boolean
  className?: string
}

export type FieldIds = {
  /** For the focusable control. */
  controlId: string
  /** For groups, which cannot be the target of a <label>. */
  labelId: string
  describedBy: string | undefined
}

type FieldFrameProps = FieldProps & {
  /** `group` when the control is several elements named together. */
  as?: 'field' | 'group'
  /** Put at the end of the label's line: a count, a small button. */
  aside?: ReactNode
  children: (ids: FieldIds) => ReactNode
}

export function FieldFrame(props: FieldFrameProps) {
  const { label, hideLabel, hint, error, layout = 'stack', isDisabled, className, as = 'field', aside, children } = props
  const id = useId()
  const ids: FieldIds = {
    controlId: `${id}-control`,
    labelId: `${id}-label`,
    describedBy: cx(hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined) || undefined,
  }
  const name =
    as === 'group' ? (
      <span id={ids.labelId}>{label}</span>
    ) : (
      <label id={ids.labelId} htmlFor={ids.controlId}>
        {label}
      </label>
    )
  return (
    <div className={cx(styles.field, layout === 'row' && styles.row, className)} data-disabled={isDisabled || undefined}>
      {hideLabel ? (
        <VisuallyHidden>{name}</VisuallyHidden>
      ) : (
        <div className={styles.label}>
          {name}
          {aside}
        </div>
      )}
      <div className={styles.body}>
        {children(ids)}
        {hint && (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        )}
        {error && (
          <div id={`${id}-error`} className={styles.error} role="alert">
            {error}
          </div>
        )}
      </div>
    </div>
  )
}
