/** Yes or no, with its words beside it; `isMixed` for a selection that is partly on. */
import { Check, Minus } from 'lucide-react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import styles from './checkbox.module.css'
import { cx } from './cx.ts'

export type CheckboxProps = {
  label: string
  value: boolean
  onChange: (value: boolean) => void
  /** The words stay for screen readers only, e.g. in a table's first column. */
  hideLabel?: boolean
  hint?: string
  isMixed?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  className?: string
}

export function Checkbox(props: CheckboxProps) {
  const { label, value, onChange, hideLabel = false, hint, isMixed = false, isDisabled, autoFocus, className } = props
  return (
    <CheckboxField
      aria-label={hideLabel ? label : undefined}
      isSelected={value}
      isIndeterminate={isMixed}
      onChange={onChange}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      className={cx(styles.field, className)}
    >
      <CheckboxButton className={styles.checkbox ?? ''}>
        <span className={styles.box} aria-hidden="true">
          {isMixed ? <Minus /> : <Check />}
        </span>
        {!hideLabel && (
          <span className={styles.words}>
            <span>{label}</span>
            {hint && <span className={styles.hint}>{hint}</span>}
          </span>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}
