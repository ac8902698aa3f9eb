/** The line in which a name is changed where it stands. Enter and leaving keep it, Escape leaves the old one; a refused name stays to be corrected. */
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import styles from './tree.module.css'

export interface TreeRenameProps {
  label: string
  value: string
  /** Where the owner finds what to do with a key that was pressed in the line. */
  keys: Ref<(event: KeyboardEvent) => void>
  /** Resolves to whether it was kept. */
  onKeep: (name: string) => Promise<boolean>
  onCancel: () => void
}

export function TreeRename({ label, value, keys, onKeep, onCancel }: TreeRenameProps) {
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  /** Leaving the line by Enter or Escape must not keep it a second time. */
  const isOver = useRef(false)
  useEffect(() => {
    // The row takes the focus on its way here; the line wants it last.
    const frame = requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.select()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const end = (keep: boolean): void => {
    if (isOver.current) return
    const name = text.trim()
    if (!keep || name === '' || name === value) {
      isOver.current = true
      return onCancel()
    }
    isOver.current = true
    void onKeep(name).then((kept) => {
      isOver.current = kept
      if (!kept) input.current?.focus()
    })
  }
  useImperativeHandle(keys, () => (event) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    end(event.key === 'Enter')
  })
  return (
    <input
      ref={input}
      className={styles.rename}
      aria-label={label}
      dir="auto"
      value={text}
      maxLength={300}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => end(true)}
      onPointerDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
