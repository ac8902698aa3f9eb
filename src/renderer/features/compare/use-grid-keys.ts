/**
 * Keys of the matrix. Arrows, Page up and down, Home and End move among heads and cells (Ctrl: to the ends); Enter opens. On the name of an
 * issue the arrow that points on unfolds it and the one that points back folds it, then goes to the row above. On the name of a party
 * Alt with an arrow moves its column, Shift with an arrow makes it wider or narrower. `i` explains a cell, `o` reads it otherwise.
 */
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import { useLocale } from 'react-aria-components'
import { latinKey } from '../../lib/keys.ts'

/** A place in the matrix: -1 is the line of the heads, or the column of the issues. */
export interface GridPlace {
  row: number
  column: number
}

export interface GridActs {
  goTo: (place: GridPlace) => void
  /** How many rows go on a screen. */
  page: () => number
  /** On the name of an issue: whether it folds, and whether it is folded; null where it has none beneath it. */
  folding: (row: number) => 'open' | 'folded' | null
  fold: (row: number) => void
  /** The row above it in the tree; null at the top. */
  parentOf: (row: number) => number | null
  moveColumn: (column: number, step: 1 | -1) => void
  resize: (column: number, step: 1 | -1) => void
  open: (place: GridPlace) => void
  menu: (place: GridPlace) => void
  explain: (place: GridPlace) => void
  override: (place: GridPlace) => void
  /** False: nothing to step back from. */
  escape: () => boolean
}

interface GridShape {
  at: GridPlace
  rows: number
  columns: number
}

const within = (value: number, most: number): number => Math.max(-1, Math.min(value, most))

/** Where a key leads from a place; null where it does not move. `forward` is +1 where the arrow to the right leads on. Pure. */
export function moveOf(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { at, rows, columns }: GridShape,
  { page, forward }: { page: number; forward: 1 | -1 },
): GridPlace | null {
  const { row, column } = at
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: within(nextRow, rows - 1),
    column: within(nextColumn, columns - 1),
  })
  switch (key) {
    case 'ArrowDown':
      return to(ctrlKey ? rows - 1 : row + 1, column)
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column)
    case 'ArrowRight':
    case 'ArrowLeft': {
      const step = key === 'ArrowRight' ? forward : -forward
      return to(row, ctrlKey ? (step > 0 ? columns - 1 : 0) : column + step)
    }
    case 'PageDown':
      return to(row + page, column)
    case 'PageUp':
      // A page up stays among the rows.
      return to(row < 0 ? row : Math.max(row - page, 0), column)
    case 'Home':
      return to(ctrlKey ? 0 : row, ctrlKey ? 0 : -1)
    case 'End':
      return to(ctrlKey ? rows - 1 : row, columns - 1)
    default:
      return null
  }
}

export function useGridKeys(shape: GridShape, acts: GridActs): (event: KeyboardEvent) => void {
  const forward = useLocale().direction === 'rtl' ? -1 : 1
  const latest = useRef({ shape, acts, forward })
  useEffect(() => {
    latest.current = { shape, acts, forward }
  })
  return useCallback((event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-stop]') || event.nativeEvent.isComposing) return
    const now = latest.current
    if (keyed(event, now.shape, now.acts, now.forward === 1 ? 1 : -1)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }, [])
}

/** True where the key was the matrix's. */
function keyed(event: KeyboardEvent, shape: GridShape, acts: GridActs, forward: 1 | -1): boolean {
  const { at } = shape
  const { altKey, shiftKey } = event
  const mod = event.ctrlKey || event.metaKey
  const key = latinKey(event.nativeEvent)
  const step = key === 'ArrowRight' ? forward : key === 'ArrowLeft' ? (-forward as 1 | -1) : 0
  const isCell = at.row >= 0 && at.column >= 0
  if (key === 'Escape') return acts.escape()
  if (key === 'ContextMenu' || (shiftKey && key === 'F10')) return called(() => acts.menu(at))
  if (step !== 0 && at.row < 0 && at.column >= 0 && altKey && !mod) return called(() => acts.moveColumn(at.column, step))
  if (step !== 0 && at.row < 0 && shiftKey && !mod && !altKey) return called(() => acts.resize(at.column, step))
  if (altKey || shiftKey) return false
  if (step !== 0 && !mod && at.column < 0 && at.row >= 0) {
    const folding = acts.folding(at.row)
    if (folding === (step > 0 ? 'folded' : 'open')) return called(() => acts.fold(at.row))
    const parent = acts.parentOf(at.row)
    if (step < 0) return parent === null || called(() => acts.goTo({ row: parent, column: -1 }))
  }
  const to = moveOf({ key, ctrlKey: mod }, shape, { page: acts.page(), forward })
  if (to) return called(() => acts.goTo(to))
  if (mod) return false
  if (key === 'Enter' || key === ' ') return called(() => acts.open(at))
  if (isCell && key.toLowerCase() === 'i') return called(() => acts.explain(at))
  if (isCell && key.toLowerCase() === 'o') return called(() => acts.override(at))
  return false
}

const called = (run: () => void): true => {
  run()
  return true
}
