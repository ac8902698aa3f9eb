/**
 * The line between two columns: dragging it makes the one before it wider or narrower, two clicks give it its usual width. The head can be
 * dragged as well, and a drag of the browser would take the pointer away (pointercancel, no pointerup): none may begin here.
 */
import { useRef, useState, type PointerEvent } from 'react'
import { useLocale } from 'react-aria-components'
import { cx } from '../../ui/cx.ts'
import styles from './data-grid.module.css'

export interface ColumnEdgeProps {
  /** Whether the pointer is on the line or drags it: as long as it does, the head must not be draggable. */
  onAt: (isAt: boolean) => void
  /** CSS pixels; the width on screen is where it begins, whatever was set. */
  onWidth: (width: number) => void
  onUsual: () => void
}

export function ColumnEdge({ onAt, onWidth, onUsual }: ColumnEdgeProps) {
  const isRtl = useLocale().direction === 'rtl'
  const drag = useRef<{ pointer: number; x: number; width: number } | null>(null)
  const [isDragged, setDragged] = useState(false)
  const end = (event: PointerEvent): void => {
    if (drag.current?.pointer !== event.pointerId) return
    drag.current = null
    setDragged(false)
    if (event.type !== 'pointerup') onAt(false)
  }
  return (
    <span
      role="presentation"
      data-edge
      className={cx(styles.edge, isDragged && styles.resizing)}
      onPointerEnter={() => onAt(true)}
      onPointerLeave={() => {
        if (drag.current === null) onAt(false)
      }}
      onPointerDown={(event) => {
        const head = event.currentTarget.parentElement
        if (event.button !== 0 || head === null) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { pointer: event.pointerId, x: event.clientX, width: head.getBoundingClientRect().width }
        setDragged(true)
        onAt(true)
      }}
      // What begins with this press is neither a drag of the browser nor a choice of text.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={(event) => {
        const from = drag.current
        if (from?.pointer === event.pointerId) onWidth(from.width + (event.clientX - from.x) * (isRtl ? -1 : 1))
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onLostPointerCapture={end}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={onUsual}
    />
  )
}
