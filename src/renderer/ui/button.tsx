/**
 * A button with words. The label is a verb; one primary button per screen or dialog. A shortcut or tooltip shows on hover and focus.
 * While `pendingLabel` is set the button keeps its focus and size, shows a spinner and ignores presses.
 */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Spinner } from './spinner.tsx'
import { Tooltip } from './tooltip.tsx'

export type ButtonProps = {
  label: string
  onPress?: () => void
  kind?: 'standard' | 'primary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
  icon?: ReactNode
  shortcut?: string
  /** Longer than the label: what happens. */
  tooltip?: string
  pendingLabel?: string
  isDisabled?: boolean
  autoFocus?: boolean
  type?: 'button' | 'submit'
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { label, onPress, kind = 'standard', size = 'normal', icon, shortcut, tooltip, pendingLabel, type = 'button', ref } = props
  const button = (
    <AriaButton
      ref={ref}
      type={type}
      onPress={() => onPress?.()}
      isDisabled={props.isDisabled}
      isPending={pendingLabel !== undefined}
      autoFocus={props.autoFocus}
      className={cx(styles.button, styles[kind], size === 'small' && styles.small, props.className)}
    >
      {pendingLabel === undefined ? icon : <Spinner label={pendingLabel} />}
      <span className={styles.text}>{label}</span>
    </AriaButton>
  )
  if (!shortcut && !tooltip) return button
  return (
    <Tooltip label={tooltip ?? label} shortcut={shortcut}>
      {button}
    </Tooltip>
  )
}
