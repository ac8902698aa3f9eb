/**
 * Lets files be dropped anywhere on the window: a frame with words appears while they hover over it. Only files count, not text or links.
 * Dropping is an extra: whatever it does must be in a menu or on a button too.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import styles from './drop-overlay.module.css'

export type DropOverlayProps = { label: string; detail?: string; icon?: ReactNode; onDrop: (files: File[]) => void; isDisabled?: boolean }

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

export function DropOverlay({ label, detail, icon, onDrop, isDisabled = false }: DropOverlayProps) {
  const [isOver, setOver] = useState(false)
  const deliver = useEffectEvent(onDrop)

  useEffect(() => {
    // Enter and leave come for every element on the way: only their balance says whether the pointer is still here.
    let depth = 0
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth++
      setOver(!isDisabled)
    }
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isDisabled ? 'none' : 'copy'
    }
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      // A file dropped beside the target would otherwise replace the whole app by its contents.
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!isDisabled && files.length > 0) deliver(files)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [isDisabled])

  if (!isOver) return null
  return (
    <div className={styles.overlay} role="status">
      <div className={styles.frame}>
        {icon && <span aria-hidden="true">{icon}</span>}
        <div className={styles.label}>{label}</div>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
    </div>
  )
}
