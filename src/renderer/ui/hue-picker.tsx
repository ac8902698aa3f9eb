/** Choose a hue, or none where that is allowed: a radio group of swatches, each with its name. Arrow keys move and choose. */
import { Ban, Check } from 'lucide-react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import styles from './hue-picker.module.css'
import { HUES } from './hues.ts'
import type { Hue } from './hues.ts'

export type HuePickerProps = FieldProps & {
  value: Hue | null
  onChange: (value: Hue) => void
  /** The name of each hue, for hearing and for the tooltip. */
  names: Record<Hue, string>
  /** A letter or sign on hues that something else wears already; what wears them belongs into their names. */
  letters?: Partial<Record<Hue, string>>
  /** With both a hue need not be chosen. */
  noneLabel?: string
  onNone?: () => void
}

const NONE = 'none'

export function HuePicker(props: HuePickerProps) {
  const { value, onChange, names, letters = {}, noneLabel, onNone, isDisabled } = props
  return (
    <FieldFrame {...props} as="group">
      {({ labelId, describedBy }) => (
        <RadioGroup
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          orientation="horizontal"
          isDisabled={isDisabled}
          value={value ?? NONE}
          onChange={(name) => {
            if (name === NONE) onNone?.()
            const hue = HUES.find((each) => each === name)
            if (hue) onChange(hue)
          }}
          className={styles.hues ?? ''}
        >
          {noneLabel !== undefined && (
            <RadioField value={NONE} aria-label={noneLabel}>
              <RadioButton className={styles.hue ?? ''}>
                <span className={cx(styles.box, styles.none)} title={noneLabel}>
                  <Ban aria-hidden="true" />
                </span>
              </RadioButton>
            </RadioField>
          )}
          {HUES.map((hue) => (
            <RadioField key={hue} value={hue} aria-label={names[hue]}>
              <RadioButton className={styles.hue ?? ''} data-hue={hue}>
                {({ isSelected }) => (
                  <span className={styles.box} title={names[hue]}>
                    {isSelected ? <Check aria-hidden="true" /> : <span aria-hidden="true">{letters[hue]}</span>}
                  </span>
                )}
              </RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
      )}
    </FieldFrame>
  )
}
