/**
 * The newest quotes of the cells in sight. They are asked for in tiles of the matrix that keep their bounds, so that scrolling back asks
 * for nothing and what one has seen does not go grey again.
 */
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { sharedClient } from '../../lib/transport/client.ts'
import type { MatrixColumn } from './matrix-columns.ts'
import type { MatrixRow } from './rows.ts'

const TILE = { rows: 10, columns: 10 }

export interface Span {
  first: number
  last: number
}

/** Ids of the newest quotes by tile, of all tiles that `rows` × `columns` touches. Pure. */
export function tilesOf(lines: readonly MatrixRow[], parties: readonly MatrixColumn[], rows: Span, columns: Span): number[][] {
  const tiles: number[][] = []
  for (let top = Math.floor(Math.max(rows.first, 0) / TILE.rows) * TILE.rows; top <= rows.last; top += TILE.rows) {
    for (let start = Math.floor(Math.max(columns.first, 0) / TILE.columns) * TILE.columns; start <= columns.last; start += TILE.columns) {
      const ids = lines
        .slice(top, top + TILE.rows)
        .flatMap(({ cells }) => parties.slice(start, start + TILE.columns).flatMap(({ partyId }) => cells.get(partyId)?.newestId ?? []))
      if (ids.length > 0) tiles.push([...new Set(ids)])
    }
  }
  return tiles
}

export function useMatrixQuotes(tiles: readonly number[][]): ReadonlyMap<number, Evidence> {
  const answers = useQueries({
    queries: tiles.map((ids) => ({ queryKey: ['evidence.byIds', { ids }], queryFn: () => sharedClient().call('evidence.byIds', { ids }) })),
    combine: (results) => results.map(({ data }) => data),
  })
  return useMemo(() => new Map(answers.flatMap((data) => (data ?? []).map((quote) => [quote.id, quote] as const))), [answers])
}
