/**
 * Where one is in the matrix: the row and the column of the stop for Tab, known by what they stand for, so that it stays with its party
 * when columns move and with its issue when rows fold.
 */
import { useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import type { MatrixColumns } from './matrix-columns.ts'
import type { MatrixRow } from './rows.ts'
import type { GridPlace } from './use-grid-keys.ts'

/** Frames until a far row is there and has its height. */
const SETTLING = 40

type Key = number | 'head'

interface Shape {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  prefix: string
  scroll: RefObject<HTMLElement | null>
  /** Where one is to begin with. */
  first: { issue: number; party: number } | null
}

export interface GridPlaceState {
  /** By index; -1 is the line of the heads, or the column of the issues. */
  at: GridPlace
  goTo: (place: GridPlace) => void
  onFocus: (event: FocusEvent) => void
  /** Of the element one is in, on the screen. */
  spot: () => { x: number; y: number; width: number; height: number }
}

export function useGridPlace({ rows, columns, prefix, scroll, first }: Shape): GridPlaceState {
  const [keys, setKeys] = useState<{ row: Key; column: Key } | null>(first && { row: first.issue, column: first.party })
  const wantsFocus = useRef(false)
  /** Id of the element that was gone to last. */
  const wanted = useRef<string | null>(null)
  const last = useRef<GridPlace>({ row: 0, column: 0 })
  const rowAt = keys === null ? 0 : keys.row === 'head' ? -1 : rows.findIndex(({ key }) => key === keys.row)
  const columnAt = keys === null ? 0 : keys.column === 'head' ? -1 : columns.shown.findIndex(({ partyId }) => partyId === keys.column)
  // What is gone leaves its place to what stands there now.
  const at = {
    row: keys?.row !== 'head' && rowAt < 0 ? Math.min(last.current.row, rows.length - 1) : rowAt,
    column: keys?.column !== 'head' && columnAt < 0 ? Math.min(last.current.column, columns.shown.length - 1) : columnAt,
  }
  const idOf = ({ row, column }: GridPlace): string =>
    `${prefix}${row < 0 ? 'head' : (rows[row]?.key ?? 0)}-${column < 0 ? 'head' : (columns.shown[column]?.partyId ?? 0)}`
  const element = (): HTMLElement | null => document.getElementById(idOf(at))
  const hadFocus = useRef(false)
  useEffect(() => {
    last.current = at
    const isLost = hadFocus.current && document.activeElement === document.body
    if (!wantsFocus.current && !isLost) return
    const found = element()
    if (!found) return
    wantsFocus.current = false
    found.focus({ preventScroll: true })
  })
  useEffect(() => {
    const box = scroll.current
    const onOut = (event: Event): void => {
      const { target } = event
      // What was taken away while it had the focus is not there any more a moment later; then its place takes the focus.
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected) hadFocus.current = false
      })
    }
    box?.addEventListener('focusout', onOut)
    return () => box?.removeEventListener('focusout', onOut)
  }, [scroll])
  const keysOf = ({ row, column }: GridPlace): { row: Key; column: Key } => ({
    row: row < 0 ? 'head' : (rows[row]?.key ?? 0),
    column: column < 0 ? 'head' : (columns.shown[column]?.partyId ?? 0),
  })
  const goTo = (place: GridPlace): void => {
    setKeys(keysOf(place))
    wanted.current = idOf(place)
    const there = document.getElementById(wanted.current)
    if (there) there.focus({ preventScroll: true })
    else wantsFocus.current = true
    requestAnimationFrame(() => holdOn(SETTLING))
  }
  /** While rows come and are measured, the one that has the focus may go and come back: the focus follows, unless it is elsewhere by now. */
  const holdOn = (frames: number): void => {
    const there = wanted.current === null ? null : document.getElementById(wanted.current)
    if (there && document.activeElement === document.body) {
      wantsFocus.current = false
      there.focus({ preventScroll: true })
    }
    if (frames > 0) requestAnimationFrame(() => holdOn(frames - 1))
  }
  return {
    at,
    goTo,
    onFocus(event) {
      hadFocus.current = true
      const stop = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-stop]') : null
      if (!stop?.id.startsWith(prefix)) return
      const [row, column] = stop.id.slice(prefix.length).split('-')
      const keyOf = (text: string | undefined): Key => (text === undefined || text === 'head' ? 'head' : Number(text))
      const next = { row: keyOf(row), column: keyOf(column) }
      if (next.row !== keys?.row || next.column !== keys.column) setKeys(next)
    },
    spot() {
      const { x, y, width, height } = element()?.getBoundingClientRect() ?? new DOMRect()
      return { x, y, width, height }
    },
  }
}
