/**
 * A number in steps, in one row with its label: − and + by mouse, arrow keys, Page keys and Home/End in the number, or typing it.
 * The value belongs to the caller, who hears of every step.
 */
import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField } from 'react-aria-components'
import styles from './stepper.module.css'

export type StepperProps = {
  label: string
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  step?: number
  /** How the number is written, e.g. with one decimal. */
  format?: Intl.NumberFormatOptions
  isDisabled?: boolean
}

export function Stepper({ label, value, onChange, min, max, step = 1, format, isDisabled }: StepperProps) {
  return (
    <NumberField
      className={styles.stepper ?? ''}
      value={value}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next)
      }}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={format}
      isDisabled={isDisabled}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group className={styles.box ?? ''}>
        <Button slot="decrement" className={styles.button ?? ''}>
          <Minus aria-hidden="true" />
        </Button>
        <Input className={styles.input ?? ''} />
        <Button slot="increment" className={styles.button ?? ''}>
          <Plus aria-hidden="true" />
        </Button>
      </Group>
    </NumberField>
  )
}
