/** A button that is only an icon: its label is its accessible name and its tooltip, with the shortcut beside it. */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Placement } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Tooltip } from './tooltip.tsx'

export type IconButtonProps = {
  label: string
  icon: ReactNode
  onPress?: () => void
  kind?: 'quiet' | 'standard'
  size?: 'normal' | 'small'
  shortcut?: string
  placement?: Placement
  isDisabled?: boolean
  /** Leaves the button out of the tab order where the keyboard has another way to it. */
  excludeFromTabOrder?: boolean
  autoFocus?: boolean
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, onPress, kind = 'quiet', size = 'normal', shortcut, placement, ref } = props
  return (
    <Tooltip label={label} shortcut={shortcut} placement={placement}>
      <AriaButton
        ref={ref}
        aria-label={label}
        onPress={() => onPress?.()}
        isDisabled={props.isDisabled}
        excludeFromTabOrder={props.excludeFromTabOrder}
        autoFocus={props.autoFocus}
        className={cx(styles.button, styles.icon, styles[kind], size === 'small' && styles.small, props.className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
