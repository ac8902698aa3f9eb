/**
 * Which rows and columns of a square table are in sight, all of them of one size. The row and the column one is in are always among them,
 * so that scrolling never takes the focus away.
 */
import { useCallback, useRef, useState } from 'react'

export interface WindowedOptions {
  count: number
  row: number
  column: number
  /** Height of the heads and width of the names, which stay. */
  head: number
  names: number
  keep: { row: number; column: number }
}

/** Drawn beyond what is in sight, on each side. */
const BEYOND = 3

export function useWindowed({ count, row, column, head, names, keep }: WindowedOptions) {
  const [sight, setSight] = useState({ top: 0, start: 0, width: 0, height: 0 })
  const element = useRef<HTMLElement | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const ref = useCallback((found: HTMLElement | null) => {
    stop.current?.()
    stop.current = null
    element.current = found
    if (!found) return
    const look = (): void =>
      // From right to left the way from the start is counted below 0.
      setSight({ top: found.scrollTop, start: Math.abs(found.scrollLeft), width: found.clientWidth, height: found.clientHeight })
    look()
    const watch = new ResizeObserver(look)
    watch.observe(found)
    found.addEventListener('scroll', look, { passive: true })
    stop.current = () => {
      watch.disconnect()
      found.removeEventListener('scroll', look)
    }
  }, [])
  return {
    ref,
    lines: inSight({ from: sight.top, room: sight.height - head, size: row, count, keep: keep.row }),
    columns: inSight({ from: sight.start, room: sight.width - names, size: column, count, keep: keep.column }),
    /** Rows that go on a screen. */
    page: () => Math.max(1, Math.floor(((element.current?.clientHeight ?? 0) - head) / row) - 1),
  }
}

/** Pure. */
export function inSight({
  from,
  room,
  size,
  count,
  keep,
}: {
  from: number
  room: number
  size: number
  count: number
  keep: number
}): number[] {
  const first = Math.max(0, Math.min(Math.floor(from / size) - BEYOND, count - 1))
  const last = Math.min(count - 1, Math.ceil((from + Math.max(room, 0)) / size) + BEYOND)
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  if (keep >= 0 && keep < count && (keep < first || keep > last)) shown.push(keep)
  return shown.toSorted((a, b) => a - b)
}
