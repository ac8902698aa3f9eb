/**
 * Arrow keys in a grid of buttons: one stop for Tab, arrows, Home and End move among the cells. The heads of rows belong to it where
 * they hold a button, such as one that folds; heads without one are passed over.
 */
import { useCallback, useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

const MOVES: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

export interface GridKeys {
  ref: RefObject<HTMLTableElement | null>
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
  onFocus: (event: FocusEvent<HTMLTableElement>) => void
}

export function useGridKeys(): GridKeys {
  const ref = useRef<HTMLTableElement>(null)
  // Whatever the rows are now: exactly one button takes part in the tab order.
  useEffect(() => {
    if (!ref.current?.querySelector('tbody button[tabindex="0"]'))
      ref.current?.querySelector('tbody td button')?.setAttribute('tabindex', '0')
  })
  /** The button that has the focus, however it came there, is the stop for Tab. */
  const onFocus = useCallback((event: FocusEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLButtonElement)) return
    ref.current?.querySelectorAll('tbody button[tabindex="0"]').forEach((old) => old.setAttribute('tabindex', '-1'))
    event.target.tabIndex = 0
  }, [])
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLTableElement>) => {
    const move = MOVES[event.key]
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLTableCellElement>('tbody :is(td, th)') : null
    const row = cell?.parentElement
    if (!move || !cell || !(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
    const isRtl = getComputedStyle(cell).direction === 'rtl'
    const across = isRtl && event.key.startsWith('Arrow') ? -move[1] : move[1]
    const button = across === 0 ? buttonAlong(row, cell.cellIndex, move[0]) : buttonIn(row, cell.cellIndex + across)
    if (!button) return
    event.preventDefault()
    button.focus()
  }, [])
  return { ref, onKeyDown, onFocus }
}

/** The button of the cell nearest to `index` in the row; a head without one gives way to the first cell. */
function buttonIn(row: HTMLTableRowElement, index: number): HTMLButtonElement | null {
  const at = Math.max(0, Math.min(row.cells.length - 1, index))
  return row.cells[at]?.querySelector('button') ?? (at === 0 ? (row.cells[1]?.querySelector('button') ?? null) : null)
}

/** The next button up (-1) or down (1) the column. */
function buttonAlong(row: HTMLTableRowElement, column: number, step: number): HTMLButtonElement | null {
  for (let next = sibling(row, step); next instanceof HTMLTableRowElement; next = sibling(next, step)) {
    const button = next.cells[column]?.querySelector('button')
    if (button) return button
  }
  return null
}

const sibling = (row: Element, step: number): Element | null => (step < 0 ? row.previousElementSibling : row.nextElementSibling)
