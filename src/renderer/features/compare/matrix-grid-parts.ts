/** Small things the grid of the matrix is made with: cells by what they stand for, places on the screen, and what of it is in sight. */
import { useEffect, useMemo, useRef } from 'react'
import type { MatrixColumns } from './matrix-columns.ts'
import type { Detail } from './matrix-sizes.ts'
import type { MatrixRow } from './rows.ts'
import { tilesOf, type Span } from './use-matrix-quotes.ts'

/** A cell by what it stands for, as the address has it. */
export interface CellKey {
  issue: number
  party: number
}

/** Where on the screen something hangs from. */
export type Spot = { x: number; y: number; width?: number; height?: number }

const NO_TILES: number[][] = []

/** Tiles keep their identity as long as the same ones are touched. */
export function useTiles({
  rows,
  columns,
  detail,
  lines,
  items,
}: {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  detail: Detail
  lines: Span
  items: Span
}): number[][] {
  const { first: top, last: bottom } = lines
  const { first: start, last: end } = items
  return useMemo(
    () => (detail === 'quotes' ? tilesOf(rows, columns.shown, { first: top, last: bottom }, { first: start, last: end }) : NO_TILES),
    [rows, columns, detail, top, bottom, start, end],
  )
}

export const spanOf = (items: readonly { index: number }[]): Span => ({ first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? -1 })

/** The same function for as long as the component lives, calling the latest. */
export function useStable<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useMemo(
    () =>
      (...args: A) =>
        latest.current(...args),
    [],
  )
}

export function cellOf(target: EventTarget): (CellKey & { isEmpty: boolean }) | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell] > button') : null
  const { row, party } = button?.dataset ?? {}
  return row === undefined || party === undefined
    ? null
    : { issue: Number(row), party: Number(party), isEmpty: button?.getAttribute('aria-disabled') === 'true' }
}

export function spotOf(element: Element | null): Spot {
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect()
  return { x, y, width, height }
}
