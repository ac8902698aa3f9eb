/**
 * A window over the window: title, body, actions at the end. Escape and the close button call `onClose`; a click outside does not,
 * so nothing typed is lost by a slip. Focus goes in on opening and back to where it was on closing.
 */
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import { DialogBody } from './dialog-body.tsx'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useWords } from './words.tsx'

export type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, in reading order; the primary one last. */
  actions?: ReactNode
  /** Put at the start of the line of actions: a checkbox, a note. */
  aside?: ReactNode
  /** Makes the body a form: Enter in a field and a submit button call it. */
  onSubmit?: () => void
  size?: 'small' | 'medium' | 'large' | 'full'
  /** A click outside closes too: only where there is nothing to lose. */
  isDismissable?: boolean
  /** Body without padding, for lists and previews that bring their own. */
  isFlush?: boolean
}

export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, aside, onSubmit, size = 'medium', isDismissable = false, isFlush = false } = props
  const words = useWords()
  const inside = (
    <>
      <DialogBody label={title} className={cx(styles.body, isFlush && styles.flush)}>
        {children}
      </DialogBody>
      {(actions || aside) && (
        <footer className={styles.actions}>
          <div className={styles.aside}>{aside}</div>
          {actions}
        </footer>
      )}
    </>
  )
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={isDismissable}
      className={styles.overlay ?? ''}
      data-modal
    >
      <Modal className={cx(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <IconButton label={words.close} icon={<X />} shortcut="Esc" onPress={onClose} size="small" />
          </header>
          {onSubmit ? (
            <form
              className={styles.form}
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                onSubmit()
              }}
            >
              {inside}
            </form>
          ) : (
            inside
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
