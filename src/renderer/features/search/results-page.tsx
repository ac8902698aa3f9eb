/** One page of results; the last one loads the next when it comes near. */
import { useEffect, useRef } from 'react'
import type { FoundArticle, Hit, SearchOrder } from '../../../shared/domain/search.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { useSearch } from '../../stores/search.ts'
import { Button } from '../../ui/button.tsx'
import { FoundArticleItem } from './found-article.tsx'
import styles from './search-view.module.css'

export interface ResultsPageProps {
  query: string
  order: SearchOrder
  after: string | null
  isLast: boolean
  onOpen: (article: FoundArticle, hit: Hit | null) => void
  onMore: (next: string) => void
}

export function ResultsPage({ query, order, after, isLast, onOpen, onMore }: ResultsPageProps) {
  const say = useSay()
  const codebook = useCodebook()
  const { data } = useData('search.run', after === null ? { query, order } : { query, order, after })
  const end = useRef<HTMLDivElement>(null)
  const { setResults } = useSearch.getState()
  const next = isLast ? (data?.next ?? null) : null
  const latest = useRef(onMore)
  useEffect(() => {
    latest.current = onMore
  })
  // In which order the articles follow one another, for going from the last hit of one to the next.
  useEffect(() => {
    if (!data) return
    const known = useSearch.getState().results.articleIds
    const ids = data.articles.map(({ id }) => id)
    setResults({ articleIds: after === null ? ids : [...known.filter((id) => !ids.includes(id)), ...ids] })
  }, [data, after, setResults])
  useEffect(() => {
    if (next === null || !end.current) return
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current(next), {
      rootMargin: '600px',
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [next])
  // Whoever comes back from the text goes on at the hit that was opened.
  useEffect(() => {
    const { hit } = useSearch.getState().results
    const row = data && hit !== null ? document.querySelector<HTMLElement>(`[data-hit="${CSS.escape(hit)}"]`) : null
    if (!row) return
    setResults({ hit: null })
    row.scrollIntoView({ block: 'center' })
    row.focus()
  }, [data, setResults])
  if (!data) return null
  return (
    <>
      {data.articles.map((article) => (
        <FoundArticleItem key={article.id} article={article} query={query} codebook={codebook} onOpen={onOpen} />
      ))}
      {next !== null && (
        <div ref={end} className={styles.more}>
          <Button label={say('search.more')} kind="quiet" onPress={() => onMore(next)} />
        </div>
      )}
    </>
  )
}
