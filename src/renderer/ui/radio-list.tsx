/** One of several that need a sentence each, all in view, in groups where there are headings. Arrow keys move and pick. */
import { Fragment } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './radio-list.module.css'

export type RadioListOption<T extends string> = {
  id: T
  label: string
  /** A sentence beneath the label. */
  about?: string
  /** Heading before this one: here a group begins. */
  heading?: string
  isDisabled?: boolean
}

export type RadioListProps<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  options: readonly RadioListOption<T>[]
  isDisabled?: boolean
  className?: string
}

export function RadioList<T extends string>({ label, value, onChange, options, isDisabled, className }: RadioListProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onChange={(id) => {
        const option = options.find((each) => each.id === id)
        if (option) onChange(option.id)
      }}
      isDisabled={isDisabled}
      className={cx(styles.list, className)}
    >
      {options.map((option) => (
        <Fragment key={option.id}>
          {option.heading !== undefined && <div className={styles.heading}>{option.heading}</div>}
          <RadioField value={option.id} isDisabled={option.isDisabled} className={styles.field ?? ''}>
            <RadioButton className={styles.row ?? ''}>
              <span className={styles.ring} aria-hidden="true" />
              <span className={styles.words}>
                <span className={styles.name}>{option.label}</span>
                {option.about !== undefined && <span className={styles.about}>{option.about}</span>}
              </span>
            </RadioButton>
          </RadioField>
        </Fragment>
      ))}
    </RadioGroup>
  )
}
