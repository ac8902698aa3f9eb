/**
 * Lets files, folders, and text of another program be dropped anywhere on the window: a frame with words appears while they hover over it.
 * What is dragged inside the page itself is not ours, nor is text that is dropped into a field.
 * Dropping is an extra: whatever it does must be in a menu or on a button too.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import styles from './drop-overlay.module.css'

/** What was dropped. `entries` knows folders; where it is empty the files stand for themselves. */
export interface Dropped {
  files: File[]
  entries: FileSystemEntry[]
  html: string
  text: string
}
export type DropKind = 'files' | 'text'

export type DropOverlayProps = {
  /** The words, by what hovers over the window. */
  label: (kind: DropKind) => string
  detail?: (kind: DropKind) => string
  icon?: ReactNode
  onDrop: (dropped: Dropped) => void
  isDisabled?: boolean
}

/** What a drag brings; null: nothing for us. */
function kindOf(event: DragEvent): DropKind | null {
  const types = event.dataTransfer?.types ?? []
  if (types.includes('Files')) return 'files'
  return types.includes('text/html') || types.includes('text/plain') ? 'text' : null
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))

export function DropOverlay({ label, detail, icon, onDrop, isDisabled = false }: DropOverlayProps) {
  const [over, setOver] = useState<DropKind | null>(null)
  const deliver = useEffectEvent(onDrop)

  useEffect(() => {
    // Enter and leave come for every element on the way: only their balance says whether the pointer is still here.
    let depth = 0
    let isOwn = false
    const ours = (event: DragEvent): DropKind | null => {
      const kind = isOwn ? null : kindOf(event)
      return kind === 'text' && isField(event.target) ? null : kind
    }
    const enter = (event: DragEvent): void => {
      const kind = isOwn ? null : kindOf(event)
      if (kind === null) return
      event.preventDefault()
      depth++
      setOver(isDisabled ? null : kind)
    }
    const dragOver = (event: DragEvent): void => {
      if (ours(event) === null) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy'
    }
    const leave = (event: DragEvent): void => {
      if (isOwn || kindOf(event) === null) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(null)
    }
    const drop = (event: DragEvent): void => {
      depth = 0
      setOver(null)
      const kind = ours(event)
      if (kind === null) return
      // A file dropped beside the target would otherwise replace the whole app by its contents.
      event.preventDefault()
      const data = event.dataTransfer
      if (isDisabled || !data) return
      // Both must be asked for now: what hangs on the event is gone when it is over.
      const entries = [...data.items]
        .map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
        .filter((entry) => entry !== null)
      const files = [...data.files]
      if (kind === 'files' && files.length === 0 && entries.length === 0) return
      deliver({ files, entries, html: data.getData('text/html'), text: data.getData('text/plain') })
    }
    const start = (): void => void (isOwn = true)
    const end = (): void => void (isOwn = false)
    const listeners = [
      ['dragstart', start],
      ['dragend', end],
      ['dragenter', enter],
      ['dragover', dragOver],
      ['dragleave', leave],
      ['drop', drop],
    ] as const
    for (const [type, listener] of listeners) window.addEventListener(type, listener)
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener)
    }
  }, [isDisabled])

  if (over === null) return null
  return (
    <div className={styles.overlay} role="status">
      <div className={styles.frame}>
        {icon && <span aria-hidden="true">{icon}</span>}
        <div className={styles.label}>{label(over)}</div>
        {detail && <div className={styles.detail}>{detail(over)}</div>}
      </div>
    </div>
  )
}
