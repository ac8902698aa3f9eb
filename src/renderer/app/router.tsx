/** The places of the window and what is kept in their address. Hash history: the same in both hosts, and nothing reaches a server. */
import { createHashHistory, createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { articleFilterSchema, articleGroupSchema, articleSortSchema } from '../../shared/domain/article-table.ts'
import { partyLevelSchema } from '../../shared/domain/compare.ts'
import { networkBasisSchema, normalisationSchema } from '../../shared/domain/network.ts'
import { filterSchema } from '../../shared/domain/filter.ts'
import { idSchema } from '../../shared/domain/ids.ts'
import { searchOrderSchema } from '../../shared/domain/search.ts'
import { ledgerPlaceSchema } from '../lib/ledger-place.ts'
import { reportsPlaceSchema } from '../lib/reports-place.ts'
import { timelinePlaceSchema } from '../lib/timeline-place.ts'
import { ArticleDetailsPage } from './article-details-page.tsx'
import { CodebookPage } from './codebook-page.tsx'
import { ComparePage } from './compare-page.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { LibraryPage } from './library-page.tsx'
import { ReadPage } from './read-page.tsx'
import { ReportsPage } from './reports-page.tsx'
import { RouteError } from './route-error.tsx'
import { SearchPage } from './search-page.tsx'
import { Shell } from './shell.tsx'
import { ThreadPage } from './thread-page.tsx'
import { TimelinePage } from './timeline-page.tsx'
import { WelcomePage } from './welcome-page.tsx'

/** What an address holds is input like any other: what does not parse is dropped, never an error. */
export const readSearchSchema = z.object({
  annotation: idSchema.optional().catch(undefined),
  /** Looking at what a corrected text left in doubt, in place of the text. */
  review: z.literal(true).optional().catch(undefined),
  /** The query of the search it was opened from, and where in the text the hit begins. */
  found: z.string().max(20_000).optional().catch(undefined),
  at: z.int().min(-1).optional().catch(undefined),
})
export const librarySearchSchema = z.object({
  filter: articleFilterSchema.optional().catch(undefined),
  sort: articleSortSchema.optional().catch(undefined),
  group: articleGroupSchema.optional().catch(undefined),
})
export const compareSearchSchema = z.object({
  view: z.enum(['matrix', 'side', 'network', 'changes']).optional().catch(undefined),
  level: partyLevelSchema.optional().catch(undefined),
  detail: z.enum(['dots', 'numbers', 'quotes']).optional().catch(undefined),
  order: z.array(idSchema).max(1_000).optional().catch(undefined),
  hidden: z.array(idSchema).max(1_000).optional().catch(undefined),
  folded: z.array(idSchema).max(2_000).optional().catch(undefined),
  parties: z.array(idSchema).max(6).optional().catch(undefined),
  pinned: z.array(idSchema).max(6).optional().catch(undefined),
  differ: z.literal(true).optional().catch(undefined),
  since: z.iso.date().optional().catch(undefined),
  then: z.iso.date().optional().catch(undefined),
  now: z.iso.date().optional().catch(undefined),
  report: idSchema.optional().catch(undefined),
  by: z.enum(['kind', 'party', 'issue']).optional().catch(undefined),
  network: z
    .object({
      basis: networkBasisSchema.optional(),
      by: normalisationSchema.optional(),
      show: z.enum(['agreement', 'conflict']).optional(),
      least: z.int().min(1).max(100_000).optional(),
      pair: z.tuple([idSchema, idSchema]).optional(),
    })
    .optional()
    .catch(undefined),
  filter: filterSchema.optional().catch(undefined),
  cell: z
    .object({ issue: z.int().min(0), party: idSchema })
    .optional()
    .catch(undefined),
})
export const codebookSearchSchema = z.object({
  part: z.enum(['tags', 'issues', 'parties']).optional().catch(undefined),
  id: idSchema.optional().catch(undefined),
})
export const searchSearchSchema = z.object({
  q: z.string().max(20_000).optional().catch(undefined),
  order: searchOrderSchema.optional().catch(undefined),
})

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  errorComponent: RouteError,
})
const welcome = createRoute({ getParentRoute: () => root, path: '/', component: WelcomePage })
const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  validateSearch: librarySearchSchema,
  component: function Library() {
    return <LibraryPage place={library.useSearch()} />
  },
})
const read = createRoute({ getParentRoute: () => root, path: '/read', component: () => <ReadPage articleId={null} annotationId={null} /> })
const article = createRoute({
  getParentRoute: () => root,
  path: '/read/$articleId',
  params: {
    parse: ({ articleId }) => ({ articleId: Number(articleId) }),
    stringify: ({ articleId }) => ({ articleId: String(articleId) }),
  },
  beforeLoad: ({ params }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to go elsewhere
    if (!idSchema.safeParse(params.articleId).success) throw redirect({ to: '/read' })
  },
  validateSearch: readSearchSchema,
  component: function Article() {
    const { articleId } = article.useParams()
    const { annotation, review, found, at } = article.useSearch()
    return (
      <ReadPage
        articleId={articleId}
        annotationId={annotation ?? null}
        isReview={review === true}
        found={found === undefined ? null : { query: found, ...(at !== undefined && { at }) }}
      />
    )
  },
})
const details = createRoute({
  getParentRoute: () => root,
  path: '/articles/$articleId',
  params: {
    parse: ({ articleId }) => ({ articleId: Number(articleId) }),
    stringify: ({ articleId }) => ({ articleId: String(articleId) }),
  },
  beforeLoad: ({ params }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to go elsewhere
    if (!idSchema.safeParse(params.articleId).success) throw redirect({ to: '/read' })
  },
  component: function Details() {
    return <ArticleDetailsPage articleId={details.useParams().articleId} />
  },
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: compareSearchSchema,
  component: function Compare() {
    return <ComparePage place={compare.useSearch()} />
  },
})
const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  validateSearch: timelinePlaceSchema,
  component: function Timeline() {
    return <TimelinePage place={timeline.useSearch()} />
  },
})
const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: ledgerPlaceSchema,
  component: function Ledger() {
    return <LedgerPage place={ledger.useSearch()} />
  },
})
const thread = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$threadId',
  params: {
    parse: ({ threadId }) => ({ threadId: Number(threadId) }),
    stringify: ({ threadId }) => ({ threadId: String(threadId) }),
  },
  beforeLoad: ({ params }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to go elsewhere
    if (!idSchema.safeParse(params.threadId).success) throw redirect({ to: '/ledger' })
  },
  component: function Thread() {
    return <ThreadPage threadId={thread.useParams().threadId} />
  },
})
const codebook = createRoute({
  getParentRoute: () => root,
  path: '/codebook',
  validateSearch: codebookSearchSchema,
  component: function Codebook() {
    const { part, id } = codebook.useSearch()
    return <CodebookPage part={part ?? 'tags'} id={id ?? null} />
  },
})
const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: searchSearchSchema,
  component: function Search() {
    const { q, order } = search.useSearch()
    return <SearchPage query={q ?? ''} order={order ?? 'newest'} />
  },
})
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: reportsPlaceSchema,
  component: function Reports() {
    return <ReportsPage place={reports.useSearch()} />
  },
})

export const router = createRouter({
  routeTree: root.addChildren([welcome, library, read, article, details, compare, timeline, ledger, thread, codebook, reports, search]),
  history: createHashHistory(),
  defaultErrorComponent: RouteError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
