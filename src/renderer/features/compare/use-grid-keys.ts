/** Arrow keys in a grid of buttons: one stop for Tab, arrows, Home and End move among the cells. */
import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

const MOVES: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

export function useGridKeys(): { ref: RefObject<HTMLTableElement | null>; onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void } {
  const ref = useRef<HTMLTableElement>(null)
  // Whatever the rows are now: exactly one cell takes part in the tab order.
  useEffect(() => {
    const cells = [...(ref.current?.querySelectorAll<HTMLElement>('tbody td button') ?? [])]
    if (!cells.some((cell) => cell.tabIndex === 0)) cells[0]?.setAttribute('tabindex', '0')
  })
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLTableElement>) => {
    const move = MOVES[event.key]
    const cell = event.target instanceof HTMLElement ? event.target.closest('td') : null
    const row = cell?.parentElement
    if (!move || !cell || !(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const rows = [...(row.parentElement?.children ?? [])]
    const isRtl = getComputedStyle(cell).direction === 'rtl'
    const columns = row.cells.length - 1
    const at = clamp(cell.cellIndex - 1 + (isRtl && event.key.startsWith('Arrow') ? -move[1] : move[1]), columns)
    const next = rows[clamp(rows.indexOf(row) + move[0], rows.length)]
    const button = next instanceof HTMLTableRowElement ? next.cells[at + 1]?.querySelector('button') : null
    if (!button) return
    event.preventDefault()
    ref.current?.querySelectorAll('tbody td button[tabindex="0"]').forEach((old) => old.setAttribute('tabindex', '-1'))
    button.tabIndex = 0
    button.focus()
  }, [])
  return { ref, onKeyDown }
}

const clamp = (index: number, length: number): number => Math.max(0, Math.min(length - 1, index))
