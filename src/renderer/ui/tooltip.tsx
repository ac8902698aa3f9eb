/**
 * What a control does, and its shortcut, on hover after half a second and at once on keyboard focus.
 * The child must be focusable through the library: our buttons are; wrap other elements in <Focusable>.
 */
import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import type { Placement } from 'react-aria-components'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

export type TooltipProps = {
  label: string
  shortcut?: string
  placement?: Placement
  isDisabled?: boolean
  children: ReactNode
}

export function Tooltip({ label, shortcut, placement = 'bottom', isDisabled, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80} isDisabled={isDisabled}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        <span>{label}</span>
        {shortcut && <Kbd shortcut={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
