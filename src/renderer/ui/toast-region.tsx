/**
 * Where short messages appear: bottom start, above everything, in a named region. Politely announced (errors at once), selectable text,
 * a copy button on errors, an action such as Undo. Escape inside closes the message one is in.
 */
import { Check, CircleAlert, CircleCheck, Copy, Info, X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { SHOWN, type Toast, type ToastQueue } from './toast-queue.ts'
import styles from './toast-region.module.css'
import { useWords } from './words.tsx'

const ICONS = { info: Info, success: CircleCheck, error: CircleAlert }

export type ToastRegionProps = {
  label: string
  queue: ToastQueue
  /** Puts text on the clipboard where the host must do it; without it the browser does. */
  onCopy?: (text: string) => void
}

export function ToastRegion({ label, queue, onCopy = copyInBrowser }: ToastRegionProps) {
  const toasts = useSyncExternalStore(queue.subscribe, queue.list, queue.list).slice(-SHOWN)
  return (
    // The attribute keeps messages within reach while a dialog is open.
    <section aria-label={label} className={styles.region} data-print="hide" data-react-aria-top-layer="true">
      <div
        role="presentation"
        onPointerEnter={() => queue.pause()}
        onPointerLeave={() => queue.resume()}
        onFocus={() => queue.pause()}
        onBlur={() => queue.resume()}
      >
        {/* Both live regions are always there: one that comes with its text is not read out. */}
        <div role="status" aria-live="polite" aria-relevant="additions">
          {toasts.filter((toast) => toast.kind !== 'error').map((toast) => show(toast))}
        </div>
        <div role="alert" aria-relevant="additions">
          {toasts.filter((toast) => toast.kind === 'error').map((toast) => show(toast))}
        </div>
      </div>
    </section>
  )

  function show(toast: Toast) {
    return <ToastCard key={toast.id} toast={toast} onClose={() => queue.close(toast.id)} onCopy={onCopy} />
  }
}

function ToastCard({ toast, onClose, onCopy }: { toast: Toast; onClose: () => void; onCopy: (text: string) => void }) {
  const words = useWords()
  const [isCopied, setCopied] = useState(false)
  const Icon = ICONS[toast.kind]
  return (
    <div
      role="presentation"
      className={cx(styles.toast, styles[toast.kind])}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.text} data-selectable>
        <div>{toast.text}</div>
        {toast.detail && <div className={styles.detail}>{toast.detail}</div>}
      </div>
      {toast.action && (
        <Button
          label={toast.action.label}
          shortcut={toast.action.shortcut}
          size="small"
          onPress={() => {
            toast.action?.onPress()
            onClose()
          }}
        />
      )}
      {toast.other && (
        <Button
          label={toast.other.label}
          size="small"
          onPress={() => {
            toast.other?.onPress()
            onClose()
          }}
        />
      )}
      {toast.kind === 'error' && (
        <IconButton
          label={isCopied ? words.copied : words.copy}
          icon={isCopied ? <Check /> : <Copy />}
          size="small"
          placement="top"
          onPress={() => {
            onCopy([toast.text, toast.detail].filter(Boolean).join('\n'))
            setCopied(true)
          }}
        />
      )}
      <IconButton label={words.close} icon={<X />} size="small" placement="top" onPress={onClose} />
    </div>
  )
}

function copyInBrowser(text: string): void {
  void navigator.clipboard?.writeText(text)
}
