/**
 * Search across the window: what stands in the box, what was looked for before, and the way through the results, so that the text can
 * show the hits of an article and lead on to the next one. Only in memory: what was searched for is nobody's business but the person's.
 */
import { create } from 'zustand'
import type { SearchOrder } from '../../shared/domain/search.ts'
import type { Problem } from '../../shared/search/types.ts'
import type { Span } from '../../shared/text/span.ts'

const KEPT = 12
const NO_SPANS: readonly Span[] = []

/** The hits in the article that is open, in order, and the one stood on; -1 where there is none. */
export interface Trail {
  articleId: number
  hits: readonly Span[]
  current: number
}

interface SearchStore {
  text: string
  type(text: string): void
  /** Rises with every wish to type into the box. */
  asked: number
  ask(): void
  /** What is off in the query of the results, by the core that knows the names. */
  problems: { query: string; list: readonly Problem[] }
  tell(query: string, list: readonly Problem[]): void
  recent: readonly string[]
  remember(query: string): void
  /** How far the results of a query were looked at. */
  results: { query: string; order: SearchOrder; pages: readonly (string | null)[]; articleIds: readonly number[]; hit: string | null }
  setResults(results: Partial<SearchStore['results']>): void
  trail: Trail | null
  setTrail(trail: Trail | null): void
  reset(): void
}

const NO_RESULTS: SearchStore['results'] = { query: '', order: 'newest', pages: [null], articleIds: [], hit: null }

export const useSearch = create<SearchStore>()((set) => ({
  text: '',
  type: (text) => set({ text }),
  asked: 0,
  ask: () => set(({ asked }) => ({ asked: asked + 1 })),
  problems: { query: '', list: [] },
  tell: (query, list) => set({ problems: { query, list } }),
  recent: [],
  remember: (query) => set(({ recent }) => ({ recent: [query, ...recent.filter((one) => one !== query)].slice(0, KEPT) })),
  results: NO_RESULTS,
  setResults: (results) => set((state) => ({ results: { ...state.results, ...results } })),
  trail: null,
  setTrail: (trail) => set({ trail }),
  reset: () => set({ text: '', problems: { query: '', list: [] }, recent: [], results: NO_RESULTS, trail: null }),
}))

/** The hits to show in an article; none where another is open. */
export const trailIn = (trail: Trail | null, articleId: number): Trail =>
  trail?.articleId === articleId ? trail : { articleId, hits: NO_SPANS, current: -1 }
