/** Where one can go in the window, in one place: features navigate with these and never build an address themselves. */
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { isBeneath, lastList, lastPlace } from '../stores/last-places.ts'
import type { ArticleFilter, ArticleGroup, ArticleSort } from '../../shared/domain/article-table.ts'
import type { SearchOrder } from '../../shared/domain/search.ts'
import type { PartyLevel } from '../../shared/domain/compare.ts'
import type { NetworkBasis, Normalisation } from '../../shared/domain/network.ts'
import type { Filter } from '../../shared/domain/filter.ts'
import type { TimelinePlace } from './timeline-place.ts'
import { useArticleFilter } from '../stores/article-filter.ts'
import type { LedgerPlace } from './ledger-place.ts'
import type { ReportsPlace } from './reports-place.ts'

/** State of the compare view, kept in the address. */
export interface ComparePlace {
  view?: 'matrix' | 'side' | 'network' | 'changes'
  level?: PartyLevel
  /** What the cells of the matrix show. */
  detail?: 'dots' | 'numbers' | 'quotes'
  /** Parties of the matrix in an order of one's own; those not named follow in the order of the codebook. */
  order?: number[]
  /** Parties that are left out of the matrix, and issues whose rows are folded up there. */
  hidden?: number[]
  folded?: number[]
  /** Side by side: the parties in their columns, those that stay in sight, and what is left out. */
  parties?: number[]
  pinned?: number[]
  /** Only bands in which the parties differ. */
  differ?: true
  /** Only what was said on or after this day is new. */
  since?: string
  /** What changed: the days between which, or the report since which. */
  then?: string
  now?: string
  report?: number
  /** How what changed is grouped. */
  by?: 'kind' | 'party' | 'issue'
  /** Network: what makes a side, what links are divided by, which are shown, over how many issues at least, and the two whose issues are open. */
  network?: { basis?: NetworkBasis; by?: Normalisation; show?: 'agreement' | 'conflict'; least?: number; pair?: [number, number] }
  filter?: Filter
  /** The cell whose quotes are open: issue (0: none) and party. */
  cell?: { issue: number; party: number }
}

/** State of the table of articles, kept in the address. */
export interface LibraryPlace {
  filter?: ArticleFilter
  sort?: ArticleSort
  group?: ArticleGroup
}

/** An article opened from a search: its query, and where in the text the hit begins (-1: the last one of the article). */
export interface FoundPlace {
  query: string
  at?: number
}

export interface Places {
  /** The table of articles; as it was left where nothing else is said. */
  library(place?: LibraryPlace, options?: { replace?: boolean }): void
  /** `replace`: the step leaves no trace in the way back, as when going from annotation to annotation. */
  read(articleId?: number, annotationId?: number, options?: { replace?: boolean; found?: FoundPlace }): void
  /** What a search finds. */
  search(query: string, order?: SearchOrder, options?: { replace?: boolean }): void
  /** All that is known about an article beside its text. */
  article(articleId: number): void
  /** The annotations of an article that wait for a look. */
  review(articleId: number, annotationId?: number, options?: { replace?: boolean }): void
  compare(place?: ComparePlace, options?: { replace?: boolean }): void
  timeline(place?: TimelinePlace, options?: { replace?: boolean }): void
  /** The ledger: the table of threads; without a place as it was left. */
  ledger(place?: LedgerPlace, options?: { replace?: boolean }): void
  /** The page of a thread. */
  thread(threadId: number, options?: { replace?: boolean }): void
  codebook(part?: 'tags' | 'issues' | 'parties', id?: number, options?: { replace?: boolean }): void
  /** Reports: the draft as it was left, with what is given put into it. */
  reports(place?: ReportsPlace, options?: { replace?: boolean }): void
  /** In place of an address that leads nowhere: the way back must not lead there again. */
  welcome(): void
  start(): void
  /** A view as it was left. */
  resume(view: '/read' | '/compare' | '/codebook' | '/reports' | '/search' | '/ledger' | '/timeline'): void
}

export function usePlaces(): Places {
  const navigate = useNavigate()
  const router = useRouter()
  return useMemo(
    () => ({
      library: (place, options) =>
        void navigate({ to: '/library', search: place ?? useArticleFilter.getState().place(), ...(options?.replace && { replace: true }) }),
      read: (articleId, annotationId, options) =>
        void navigate({
          ...(articleId === undefined
            ? { to: '/read' }
            : {
                to: '/read/$articleId',
                params: { articleId },
                search: {
                  ...(annotationId !== undefined && { annotation: annotationId }),
                  ...(options?.found && { found: options.found.query, ...(options.found.at !== undefined && { at: options.found.at }) }),
                },
              }),
          ...(options?.replace && { replace: true }),
        }),
      search: (query, order, options) =>
        void navigate({
          to: '/search',
          search: { q: query, ...(order && order !== 'newest' && { order }) },
          ...(options?.replace && { replace: true }),
        }),
      article: (articleId) => void navigate({ to: '/articles/$articleId', params: { articleId } }),
      review: (articleId, annotationId, options) =>
        void navigate({
          to: '/read/$articleId',
          params: { articleId },
          search: { review: true, ...(annotationId !== undefined && { annotation: annotationId }) },
          ...(options?.replace && { replace: true }),
        }),
      compare: (place, options) => void navigate({ to: '/compare', search: place ?? {}, ...(options?.replace && { replace: true }) }),
      timeline: (place, options) => void navigate({ to: '/timeline', search: place ?? {}, ...(options?.replace && { replace: true }) }),
      ledger: (place, options) =>
        place
          ? void navigate({ to: '/ledger', search: place, ...(options?.replace && { replace: true }) })
          : router.history.push(lastList('/ledger')),
      thread: (threadId, options) =>
        void navigate({ to: '/ledger/$threadId', params: { threadId }, ...(options?.replace && { replace: true }) }),
      codebook: (part, id, options) =>
        void navigate({
          to: '/codebook',
          search: { ...(part && { part }), ...(id !== undefined && { id }) },
          ...(options?.replace && { replace: true }),
        }),
      reports: (place, options) => void navigate({ to: '/reports', search: place ?? {}, ...(options?.replace && { replace: true }) }),
      welcome: () => void navigate({ to: '/', replace: true }),
      start: () => void navigate({ to: '/read', replace: true }),
      resume: (view) => {
        // Whoever is on the page of a thread and asks for the ledger wants its list.
        const isThread = view === '/ledger' && isBeneath(router.history.location.href, view)
        router.history.push(isThread ? lastList(view) : lastPlace(view))
      },
    }),
    [navigate, router],
  )
}
