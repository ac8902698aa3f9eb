/** Search: a page of articles with their hits; all hits of one article; the state of the index. */
import type { FoundArticle, IndexState, SearchOrder, SearchResult } from '../../shared/domain/search.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { articlesWithHits } from '../store/search/hits.ts'
import { isIndexed } from '../store/full-text.ts'
import { dateOrder, pageByDate } from '../store/search/order.ts'
import { ranked } from '../store/search/rank.ts'
import type { ReadDb } from '../store/types.ts'
import { find, isFound, type Found } from './found.ts'

export interface SearchInput {
  query: string
  order: SearchOrder
  limit: number
  hits: number
  after: string | null
}

/** A page of what a query finds. `opened` is asked anew after every turn, and throws where the library was closed meanwhile. */
export function* searchSteps(opened: () => ReadDb, input: SearchInput): Steps<SearchResult> {
  const index = indexStateOf(opened())
  const found = yield* find(opened, input.query)
  if (!isFound(found)) return { problems: [...found], asked: false, total: 0, articles: [], next: null, index, complete: true }
  const ids = idsInOrder(opened(), found, input)
  const more = ids.length > input.limit
  const page = ids.slice(0, input.limit)
  const articles = yield* articlesWithHits(opened, found.plan, page, input.hits)
  const { problems, total, complete } = found
  return { problems: [...problems], asked: true, total, articles, next: more ? String(page.at(-1)) : null, index, complete }
}

/** One more than the page has, where there is more. */
export function idsInOrder(db: ReadDb, found: Found, { order, after, limit }: Pick<SearchInput, 'order' | 'after' | 'limit'>): number[] {
  const last = after === null ? null : Number(after)
  if (order === 'relevance') {
    const all = (found.ranked ??= ranked(db, found.root, found.articles, dateOrder(db).ids))
    if (all) {
      const from = last === null ? 0 : all.indexOf(last) + 1
      return last !== null && from === 0 ? [] : all.slice(from, from + limit + 1)
    }
  }
  return pageByDate(dateOrder(db), found.articles, { oldest: order === 'oldest', after: last, limit: limit + 1 })
}

/** All hits of one article, in order; null where it is gone or the query asks for nothing. */
export function* hitsOfArticle(opened: () => ReadDb, query: string, articleId: number, most: number): Steps<FoundArticle | null> {
  const found = yield* find(opened, query)
  if (!isFound(found)) return null
  const [article] = yield* articlesWithHits(opened, found.plan, [articleId], most)
  return article ?? null
}

export function indexStateOf(db: ReadDb): IndexState {
  if (isIndexed(db)) return { complete: true, left: 0 }
  const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`)
  const left = count('article') + count('annotation') - count('article_fts_docsize') - count('annotation_fts_docsize')
  return { complete: false, left: Math.max(1, left) }
}
