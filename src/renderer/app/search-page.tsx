/** Search: the results of what stands in the box of the top bar. The query is in the address. */
import { useEffect } from 'react'
import type { SearchOrder } from '../../shared/domain/search.ts'
import { SearchView } from '../features/search/search-view.tsx'
import { keyOfHit } from '../features/search/hit-row.tsx'
import { usePlaces } from '../lib/places.ts'
import { useCoding } from '../stores/coding.ts'
import { useSearch } from '../stores/search.ts'

export function SearchPage({ query, order }: { query: string; order: SearchOrder }) {
  const places = usePlaces()
  // The box shows what the address asks for, also after going back.
  useEffect(() => {
    if (useSearch.getState().text.trim() !== query.trim()) useSearch.getState().type(query)
  }, [query])
  // In other views it would look as if it filtered there; where one goes through the hits, the bar above the text says it again.
  useEffect(() => () => useSearch.getState().type(''), [])
  return (
    <SearchView
      query={query}
      order={order}
      onSearch={(next, by) => {
        useSearch.getState().type(next)
        useSearch.getState().remember(next)
        places.search(next, by)
      }}
      onOpen={(article, hit) => {
        const { remember, setResults } = useSearch.getState()
        remember(query)
        setResults({ hit: hit ? keyOfHit(article.id, hit) : String(article.id) })
        places.read(article.id, hit?.annotation?.id, { found: { query, ...(hit?.start != null && { at: hit.start }) } })
        useCoding.getState().askFocus('text')
      }}
    />
  )
}
