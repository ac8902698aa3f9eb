/**
 * A question that must be answered before work goes on. Buttons are verbs ("Delete 3 articles"), never Yes and No.
 * With `kind` danger the focus starts on the way out, else on the confirmation. Escape cancels.
 */
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { DialogBody } from './dialog-body.tsx'
import styles from './dialog.module.css'

export type AlertDialogProps = {
  title: string
  isOpen: boolean
  /** What happens, what it means, what can be done about it. */
  children: ReactNode
  confirmLabel: string
  cancelLabel: string
  onConfirm: () => void
  onCancel: () => void
  /** A third way out, e.g. "Close without saving". */
  otherLabel?: string
  onOther?: () => void
  kind?: 'standard' | 'danger'
  /** While set, the confirmation is under way and cannot be pressed again. */
  pendingLabel?: string
}

export function AlertDialog(props: AlertDialogProps) {
  const { title, isOpen, children, confirmLabel, cancelLabel, onConfirm, onCancel, otherLabel, onOther, kind = 'standard' } = props
  const isDanger = kind === 'danger'
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
      className={styles.overlay ?? ''}
      data-modal
    >
      <Modal className={cx(styles.modal, styles.small)}>
        <AriaDialog role="alertdialog" className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <div className={styles.lead}>
              {isDanger && <TriangleAlert aria-hidden="true" className={styles.dangerMark} />}
              <Heading slot="title" level={2} className={styles.title}>
                {title}
              </Heading>
            </div>
          </header>
          <DialogBody label={title} className={styles.body ?? ''}>
            {children}
          </DialogBody>
          <footer className={styles.actions}>
            {otherLabel && (
              <div className={styles.aside}>
                <Button label={otherLabel} onPress={onOther} />
              </div>
            )}
            <Button label={cancelLabel} onPress={onCancel} autoFocus={isDanger} />
            <Button
              label={confirmLabel}
              kind={isDanger ? 'danger' : 'primary'}
              onPress={onConfirm}
              autoFocus={!isDanger}
              pendingLabel={props.pendingLabel}
            />
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
