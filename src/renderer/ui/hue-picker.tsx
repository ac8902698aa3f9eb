/** Choose a hue: a radio group of swatches, each with its name. Arrow keys move and choose. */
import { Check } from 'lucide-react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { FieldFrame } from './field-frame.tsx'
import type { FieldProps } from './field-frame.tsx'
import styles from './hue-picker.module.css'
import { HUES } from './hues.ts'
import type { Hue } from './hues.ts'

export type HuePickerProps = FieldProps & {
  value: Hue
  onChange: (value: Hue) => void
  /** The name of each hue, for hearing and for the tooltip. */
  names: Record<Hue, string>
}

export function HuePicker(props: HuePickerProps) {
  const { value, onChange, names, isDisabled } = props
  return (
    <FieldFrame {...props} as="group">
      {({ labelId, describedBy }) => (
        <RadioGroup
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          orientation="horizontal"
          isDisabled={isDisabled}
          value={value}
          onChange={(name) => {
            const hue = HUES.find((each) => each === name)
            if (hue) onChange(hue)
          }}
          className={styles.hues ?? ''}
        >
          {HUES.map((hue) => (
            <RadioField key={hue} value={hue} aria-label={names[hue]}>
              <RadioButton className={styles.hue ?? ''} data-hue={hue}>
                {({ isSelected }) => (
                  <span className={styles.box} title={names[hue]}>
                    {isSelected && <Check aria-hidden="true" />}
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
