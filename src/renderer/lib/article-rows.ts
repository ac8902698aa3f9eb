/**
 * Rows of articles for a window of a long list: asked for in pieces of a hundred, only those on screen. A row that was seen once stays
 * until its piece is asked for again, so that a change of order or of one article leaves no hole.
 */
import { useQueries } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ArticleRow } from '../../shared/domain/article-table.ts'
import { sharedClient } from './transport/client.ts'

const PIECE = 100
/** Rows that are kept beside those on screen. */
const KEPT = 5_000

/** The row of an article among `ids[first…last]`; undefined as long as it is under way. */
export function useArticleRows(ids: readonly number[], first: number, last: number): (id: number) => ArticleRow | undefined {
  const seen = useRef(new Map<number, ArticleRow>())
  const from = Math.max(Math.floor(first / PIECE), 0)
  const to = Math.min(Math.floor(Math.max(last, 0) / PIECE), Math.floor((ids.length - 1) / PIECE))
  const pieces = Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) =>
    ids.slice((from + index) * PIECE, (from + index + 1) * PIECE),
  )
  const answers = useQueries({
    queries: pieces.map((piece) => ({
      queryKey: ['articles.rows', { ids: piece }] as const,
      queryFn: () => sharedClient().call('articles.rows', { ids: piece }),
      gcTime: 30_000,
    })),
  })
  const rows = new Map<number, ArticleRow>()
  for (const { data } of answers) for (const row of data ?? []) rows.set(row.id, row)
  return (id) => {
    const row = rows.get(id)
    if (!row) return seen.current.get(id)
    if (seen.current.size > KEPT) seen.current.clear()
    seen.current.set(id, row)
    return row
  }
}
