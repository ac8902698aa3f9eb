/**
 * A small panel that floats by what it belongs to: a button (`trigger`) or a place on the screen (`anchor`).
 * Escape and a click outside close it and give the focus back. `isNonModal` leaves the page usable and the focus where it is (hover cards).
 */
import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'
import type { Placement } from 'react-aria-components'
import { useAnchor } from './anchor.tsx'
import type { AnchorRect } from './anchor.tsx'
import { cx } from './cx.ts'
import overlay from './overlay.module.css'
import styles from './popover.module.css'

type Common = {
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: Placement
  /** Without padding, for lists that bring their own. */
  isFlush?: boolean
}

export type PopoverProps = Common &
  (
    | { trigger: ReactElement; isOpen?: boolean; onOpenChange?: (isOpen: boolean) => void }
    | { anchor: AnchorRect | null; onClose: () => void; isNonModal?: boolean }
  )

export function Popover(props: PopoverProps) {
  const { label, children, placement = 'bottom start', isFlush = false } = props
  const className = cx(overlay.surface, styles.popover)
  const body = cx(styles.body, isFlush && styles.flush)
  if ('trigger' in props) {
    return (
      <DialogTrigger isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
        {props.trigger}
        <AriaPopover className={className} placement={placement} offset={4}>
          <Dialog aria-label={label} className={body}>
            {({ close }) => (typeof children === 'function' ? children(close) : children)}
          </Dialog>
        </AriaPopover>
      </DialogTrigger>
    )
  }
  return <AnchoredPopover {...props} className={className} body={body} placement={placement} />
}

type AnchoredProps = Common & {
  anchor: AnchorRect | null
  onClose: () => void
  isNonModal?: boolean
  className: string
  body: string
}

function AnchoredPopover({ label, children, anchor, onClose, isNonModal = false, className, body, placement }: AnchoredProps) {
  const place = useAnchor(anchor)
  const content = typeof children === 'function' ? children(onClose) : children
  return (
    <>
      {place.element}
      <AriaPopover
        // A new place is a new popover: it is positioned when it opens.
        key={anchor ? `${anchor.x},${anchor.y}` : 'closed'}
        isOpen={anchor !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        triggerRef={place.ref}
        isNonModal={isNonModal}
        placement={placement}
        offset={6}
        className={className}
      >
        {isNonModal ? (
          <div role="group" aria-label={label} className={body}>
            {content}
          </div>
        ) : (
          <Dialog aria-label={label} className={body}>
            {content}
          </Dialog>
        )}
      </AriaPopover>
    </>
  )
}
