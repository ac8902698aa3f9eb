/** The results of a search: facets beside a list of articles with their hits in context; what the query can say where there is none. */
import { SearchX } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { FoundArticle, Hit, SearchOrder } from '../../../shared/domain/search.ts'
import { corrected, narrowed, widened } from '../../../shared/search/edit.ts'
import { useData } from '../../lib/data.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { useSay } from '../../lib/say.ts'
import { useSearch } from '../../stores/search.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { CodeDialog } from './code-dialog.tsx'
import { FacetPane } from './facet-pane.tsx'
import { OtherSearches } from './other-searches.tsx'
import { ProblemLines } from './problem-lines.tsx'
import { ResultsHead } from './results-head.tsx'
import { ResultsPage } from './results-page.tsx'
import { SearchHelp } from './search-help.tsx'
import styles from './search-view.module.css'

export interface SearchViewProps {
  query: string
  order: SearchOrder
  onSearch: (query: string, order: SearchOrder) => void
  onOpen: (article: FoundArticle, hit: Hit | null) => void
}

export function SearchView({ query, order, onSearch, onOpen }: SearchViewProps) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  const { results, setResults, tell } = useSearch()
  const [isCoding, setCoding] = useState(false)
  const pages = results.query === query && results.order === order ? results.pages : [null]
  const isAsked = query.trim() !== ''
  const { data, error, refetch, isPlaceholderData } = useData('search.run', { query, order }, { enabled: isAsked })
  // Before the first page tells which articles it has.
  useLayoutEffect(() => {
    if (useSearch.getState().results.query !== query || useSearch.getState().results.order !== order)
      setResults({ query, order, pages: [null], articleIds: [], hit: null })
  }, [query, order, setResults])
  useEffect(() => {
    if (data && !isPlaceholderData) tell(query, data.problems)
  }, [data, isPlaceholderData, query, tell])

  const search = (next: string): void => onSearch(next, order)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
    if (step === undefined || rows.length === 0) return
    event.preventDefault()
    const at = rows.findIndex((row) => row === document.activeElement)
    if (event.key === 'ArrowUp' && at === 0) return useSearch.getState().ask()
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus()
  }

  if (!isAsked) return <SearchHelp onSearch={search} />
  if (error && !data) return <LoadError error={error} onAgain={() => void refetch()} />
  if (!data) return <Spinner label={say('search.searching')} />
  const problems = isPlaceholderData ? [] : data.problems
  return (
    <div className={styles.view}>
      <FacetPane
        query={query}
        total={data.total}
        onNarrow={(part) => search(narrowed(query, part))}
        onWiden={(part) => search(widened(query, part))}
      />
      <section className={styles.results} aria-label={say('search.results')}>
        <ResultsHead
          query={query}
          order={order}
          total={data.total}
          isBusy={isPlaceholderData}
          onOrder={(next) => onSearch(query, next)}
          onSearch={onSearch}
          onCode={() => setCoding(true)}
        />
        <ProblemLines query={query} problems={problems} onCorrect={(problem) => search(corrected(query, problem))} />
        {!data.index.complete && <p className={styles.note}>{say('search.indexing', { left: data.index.left })}</p>}
        {!data.complete && <p className={styles.note}>{say('search.stopped')}</p>}
        {data.ranked !== undefined && <p className={styles.note}>{say('search.ranked', { count: data.ranked })}</p>}
        {data.total === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title={say(data.asked ? 'search.nothing' : 'search.nothingAsked')}
            actions={<OtherSearches query={query} onSearch={search} />}
          >
            {say('search.nothingDetail')}
          </EmptyState>
        ) : (
          <div ref={list} className={styles.list} role="presentation" onKeyDown={onKeyDown}>
            {pages.map((after, index) => (
              <ResultsPage
                key={after ?? 'first'}
                query={query}
                order={order}
                after={after}
                isLast={index === pages.length - 1}
                onOpen={onOpen}
                onMore={(next) => setResults({ pages: [...pages, next] })}
              />
            ))}
          </div>
        )}
      </section>
      {isCoding && <CodeDialog query={query} onClose={() => setCoding(false)} />}
    </div>
  )
}
