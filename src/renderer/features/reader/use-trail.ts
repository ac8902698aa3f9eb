/** Shows the hits of a search in the text of the article that was opened from it, and goes to the one stood on. */
import { useEffect } from 'react'
import { trailIn, useSearch } from '../../stores/search.ts'
import type { ReaderPage } from './page.ts'
import type { Find } from './use-find.ts'

/** While the find bar is open its own hits are shown. */
export function useTrail({ article, surface }: Pick<ReaderPage, 'article' | 'surface'>, find: Pick<Find, 'isOpen'>): void {
  const trail = useSearch((state) => state.trail)
  useEffect(() => {
    if (!surface || find.isOpen) return
    const { hits, current } = trailIn(trail, article.id)
    surface.setSearchHits(hits, current)
    const hit = hits[current]
    if (!hit) return
    surface.setCaret(hit.start)
    surface.scrollTo(hit.start, 'center')
  }, [surface, article.id, trail, find.isOpen])
}
