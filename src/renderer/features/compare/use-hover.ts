/** A cell the pointer rests on is explained, and no longer once it has gone; the way from the cell to what explains it takes a moment. */
import { useEffect, useRef, type PointerEvent } from 'react'
import type { CellKey, Spot } from './matrix-grid-parts.ts'

const REST_MS = 500
const GONE_MS = 250

export interface Hover {
  over: (cell: (CellKey & { isEmpty: boolean }) | null, event: PointerEvent) => void
  leave: () => void
  /** The pointer is on what explains it. */
  stay: () => void
  /** At once, as when one scrolls. */
  stop: () => void
}

export function useHover(explain: (cell: CellKey | null, at: Spot | null) => void): Hover {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = useRef<string | null>(null)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (run: () => void, ms: number): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(run, ms)
  }
  const hide = (): void => {
    if (shown.current === null) return
    shown.current = null
    explain(null, null)
  }
  return {
    over(cell, event) {
      if (event.pointerType === 'touch') return
      const key = cell && !cell.isEmpty ? `${cell.issue}-${cell.party}` : null
      if (key !== null && key === shown.current) return clearTimeout(timer.current)
      if (key === null || !cell) return later(hide, GONE_MS)
      const button = event.target instanceof Element ? event.target.closest('button') : null
      later(
        () => {
          const box = button?.isConnected ? button.getBoundingClientRect() : null
          if (!box) return
          shown.current = key
          explain({ issue: cell.issue, party: cell.party }, { x: box.x, y: box.y, width: box.width, height: box.height })
        },
        shown.current === null ? REST_MS : GONE_MS,
      )
    },
    leave: () => later(hide, GONE_MS),
    stay: () => clearTimeout(timer.current),
    stop() {
      clearTimeout(timer.current)
      hide()
    },
  }
}
