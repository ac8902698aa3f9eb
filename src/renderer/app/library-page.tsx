/** Library: the table of all articles, with facets beside it. The address says what is looked at. */
import { useEffect, useState } from 'react'
import type { ArticleFilter } from '../../shared/domain/article-table.ts'
import { LibraryView } from '../features/articles/library-view.tsx'
import { usePlaces, type LibraryPlace } from '../lib/places.ts'
import { useArticleFilter } from '../stores/article-filter.ts'
import { useCoding } from '../stores/coding.ts'
import { useWorkbench } from '../stores/workbench.ts'

/** The article that was opened last from the table: coming back goes on at its line. Of a library that is gone it is not found and does nothing. */
let left: number | null = null

/** One object, so that the same question stays the same. */
const EVERYTHING: ArticleFilter = {}

export function LibraryPage({ place }: { place: LibraryPlace }) {
  const places = usePlaces()
  const open = useWorkbench((state) => state.open)
  const [leftAt] = useState(left)
  useEffect(() => {
    left = null
  }, [])
  const { filter = EVERYTHING, sort = null, group = null } = place
  // The list beside the text shows the same.
  useEffect(() => useArticleFilter.getState().set({ filter, sort, group }), [filter, sort, group])
  return (
    <LibraryView
      filter={filter}
      sort={sort}
      group={group}
      onLook={(next, options) => places.library(next, options)}
      leftAt={leftAt}
      onOpen={(id) => {
        left = id
        places.read(id)
        useCoding.getState().askFocus('text')
      }}
      onDetails={(id) => places.article(id)}
      onExport={(articleIds) => open({ kind: 'export', articleIds })}
      onEdit={(id) => open({ kind: 'article', articleId: id })}
      onNewText={(id) => open({ kind: 'revise', articleId: id })}
      onReport={(ids) => places.reports({ kind: 'annotated', articles: [...ids] })}
    />
  )
}
