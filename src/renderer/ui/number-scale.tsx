/**
 * A small whole number on a scale, say 1 to 5: click a step, or arrow keys, or the digit itself; Backspace, Delete or 0 take it away.
 * A radio group underneath, so a screen reader hears "3 of 5" with the step's name. The filled steps repeat the number, never replace it.
 */
import { X } from 'lucide-react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import inputStyles from './input.module.css'
import styles from './number-scale.module.css'
import { useWords } from './words.tsx'

export type NumberScaleProps = FieldProps & {
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  /** At most 9, so that one digit picks a step. */
  max?: number
  /** A word per step, from `min` on ("very weak" … "very strong"). */
  stepNames?: readonly string[]
}

export function NumberScale(props: NumberScaleProps) {
  const { value, onChange, min = 1, max = 5, stepNames, isDisabled } = props
  const words = useWords()
  const steps = Array.from({ length: max - min + 1 }, (_, i) => min + i)
  const nameOf = (step: number): string | undefined => stepNames?.[step - min]
  return (
    <FieldFrame {...props} as="group">
      {({ labelId, describedBy }) => (
        <div
          role="presentation"
          className={styles.line}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey || isDisabled) return
            const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : NaN
            if (steps.includes(digit)) onChange(digit)
            else if (digit === 0 || event.key === 'Backspace' || event.key === 'Delete') onChange(null)
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        >
          <RadioGroup
            aria-labelledby={labelId}
            aria-describedby={describedBy}
            orientation="horizontal"
            isDisabled={isDisabled}
            value={value === null ? null : String(value)}
            onChange={(step) => onChange(Number(step))}
            className={styles.scale ?? ''}
          >
            {steps.map((step) => (
              <RadioField key={step} value={String(step)} aria-label={nameOf(step) ? `${step}, ${nameOf(step)}` : String(step)}>
                <RadioButton className={styles.step ?? ''} data-filled={value !== null && step <= value ? true : undefined}>
                  {step}
                </RadioButton>
              </RadioField>
            ))}
          </RadioGroup>
          {value !== null && nameOf(value) && <span className={styles.name}>{nameOf(value)}</span>}
          {value !== null && !isDisabled && (
            <button
              type="button"
              tabIndex={-1}
              className={cx(inputStyles.inner, styles.clear)}
              aria-label={words.clear}
              onClick={() => onChange(null)}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </div>
      )}
    </FieldFrame>
  )
}
