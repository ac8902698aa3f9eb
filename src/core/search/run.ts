/** Search: a page of articles with their hits; all hits of one article; the state of the index. */
import type { FoundArticle, IndexState, SearchOrder, SearchResult } from '../../shared/domain/search.ts'
import type { Steps } from '../anchoring/in-turns.ts'
import { articlesWithHits } from '../store/search/hits.ts'
import { isIndexed } from '../store/full-text.ts'
import { dateOrder, pageByDate } from '../store/search/order.ts'
import { MOST_RANKED, ranked } from '../store/search/rank.ts'
import { stampOf } from '../store/search/stamps.ts'
import type { ReadDb } from '../store/types.ts'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'
import { find, isFound, type Found } from './found.ts'

export interface SearchInput {
  query: string
  order: SearchOrder
  limit: number
  hits: number
  after: string | null
}

/** A page of what a query finds. `opened` is asked anew for every question, and throws where the library was closed in the meantime. */
export function* searchSteps(opened: () => ReadDb, input: SearchInput): Steps<SearchResult> {
  const index = indexStateOf(opened())
  const found = yield* find(opened, input.query)
  if (!isFound(found)) return { problems: [...found], asked: false, total: 0, articles: [], next: null, index, complete: true }
  const places = placesInOrder(opened(), found, { ...input, limit: input.limit + 1 })
  const page = places.slice(0, input.limit)
  const last = page.at(-1)
  const next = last && places.length > page.length ? writeCursor(last) : null
  const ids = page.map(({ id }) => id)
  const articles = yield* articlesWithHits(opened, found.plan, ids, input.hits)
  const { problems, total, complete } = found
  const cut = input.order === 'relevance' && found.ranked !== null && total > MOST_RANKED
  return { problems: [...problems], asked: true, total, articles, next, index, complete, ...(cut && { ranked: MOST_RANKED }) }
}

/** Of what was found at most `limit` articles behind the end of the page before, each with what makes it the end of a page. */
export function placesInOrder(db: ReadDb, found: Found, { order, after, limit }: Pick<SearchInput, 'order' | 'after' | 'limit'>): Cursor[] {
  const last = after === null ? null : readCursor(after)
  const all = order === 'relevance' ? byRelevance(db, found) : null
  if (all) {
    const at = last === null ? -1 : all.indexOf(last.id)
    // Where the article is gone, those behind it have moved up to its place.
    const from = at >= 0 || last === null ? at + 1 : (last.place ?? 0)
    return all.slice(from, from + limit).map((id, index) => ({ id, place: from + index }))
  }
  const place = last && { id: last.id, day: last.place }
  return pageByDate(dateOrder(db), found.articles, { oldest: order === 'oldest', after: place, limit }).map(({ id, day }) => ({
    id,
    place: day,
  }))
}

function byRelevance(db: ReadDb, found: Found): readonly number[] | null {
  const stamp = stampOf(db, 'order')
  if (found.ranked?.stamp === stamp) return found.ranked.ids
  const ids = ranked(
    db,
    found.root,
    dateOrder(db).ids.filter((id) => found.articles.has(id)),
  )
  found.ranked = ids && { stamp, ids }
  return ids
}

/** All hits of one article, in order; null where it is gone or the query asks for nothing. */
export function* hitsOfArticle(opened: () => ReadDb, query: string, articleId: number, most: number): Steps<FoundArticle | null> {
  const found = yield* find(opened, query)
  if (!isFound(found)) return null
  const [article] = yield* articlesWithHits(opened, found.plan, [articleId], most)
  return article ?? null
}

function indexStateOf(db: ReadDb): IndexState {
  if (isIndexed(db)) return { complete: true, left: 0 }
  const count = (table: string): number => db.value<number>(`SELECT count(*) FROM ${table}`)
  const left = count('article') + count('annotation') - count('article_fts_docsize') - count('annotation_fts_docsize')
  return { complete: false, left: Math.max(1, left) }
}
