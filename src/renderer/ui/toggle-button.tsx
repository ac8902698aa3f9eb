/** A button that stays in: on or off, told by aria-pressed, tint and (standard) border. With `isIconOnly` the label is name and tooltip. */
import type { ReactNode } from 'react'
import { ToggleButton as AriaToggleButton } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Tooltip } from './tooltip.tsx'

export type ToggleButtonProps = {
  label: string
  value: boolean
  onChange: (value: boolean) => void
  icon?: ReactNode
  isIconOnly?: boolean
  kind?: 'quiet' | 'standard'
  size?: 'normal' | 'small'
  shortcut?: string
  isDisabled?: boolean
  className?: string
}

export function ToggleButton(props: ToggleButtonProps) {
  const { label, value, onChange, icon, isIconOnly = false, kind = 'quiet', size = 'normal', shortcut, isDisabled } = props
  const button = (
    <AriaToggleButton
      aria-label={isIconOnly ? label : undefined}
      isSelected={value}
      onChange={onChange}
      isDisabled={isDisabled}
      className={cx(styles.button, styles[kind], isIconOnly && styles.icon, size === 'small' && styles.small, props.className)}
    >
      {icon}
      {!isIconOnly && <span className={styles.text}>{label}</span>}
    </AriaToggleButton>
  )
  if (!isIconOnly && !shortcut) return button
  return (
    <Tooltip label={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  )
}
