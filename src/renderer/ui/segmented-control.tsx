/** One of a few, all in view: a radio group drawn as joined buttons. Arrow keys move, Enter or Space picks. */
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './segmented-control.module.css'
import { Tooltip } from './tooltip.tsx'

export type Segment<T extends string> = { id: T; label: string; icon?: ReactNode; shortcut?: string; isDisabled?: boolean }

export type SegmentedControlProps<T extends string> = {
  label: string
  value: T
  onChange: (value: T) => void
  options: readonly Segment<T>[]
  /** Shows only the icons; the labels become names and tooltips. */
  isIconOnly?: boolean
  size?: 'normal' | 'small'
  isDisabled?: boolean
  className?: string
}

export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, value, onChange, options, isIconOnly = false, size = 'normal', isDisabled, className } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const picked = options.find((option) => keys.has(option.id))
        if (picked && picked.id !== value) onChange(picked.id)
      }}
      isDisabled={isDisabled}
      className={cx(styles.group, size === 'small' && styles.small, className)}
    >
      {options.map((option) => {
        const button = (
          <ToggleButton
            key={option.id}
            id={option.id}
            aria-label={isIconOnly ? option.label : undefined}
            isDisabled={option.isDisabled}
            className={styles.segment ?? ''}
          >
            {option.icon}
            {!isIconOnly && <span>{option.label}</span>}
          </ToggleButton>
        )
        if (!isIconOnly && !option.shortcut) return button
        return (
          <Tooltip key={option.id} label={option.label} shortcut={option.shortcut}>
            {button}
          </Tooltip>
        )
      })}
    </ToggleButtonGroup>
  )
}
