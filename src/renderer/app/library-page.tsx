/** Library: the table of all articles, with facets beside it. The address says what is looked at. */
import { useEffect } from 'react'
import type { ArticleFilter } from '../../shared/domain/article-table.ts'
import { LibraryView } from '../features/articles/library-view.tsx'
import { usePlaces, type LibraryPlace } from '../lib/places.ts'
import { useArticleFilter } from '../stores/article-filter.ts'
import { useWorkbench } from '../stores/workbench.ts'

/** One object, so that the same question stays the same. */
const EVERYTHING: ArticleFilter = {}

export function LibraryPage({ place }: { place: LibraryPlace }) {
  const places = usePlaces()
  const open = useWorkbench((state) => state.open)
  const { filter = EVERYTHING, sort = null, group = null } = place
  // The list beside the text shows the same.
  useEffect(() => useArticleFilter.getState().set({ filter, sort, group }), [filter, sort, group])
  return (
    <LibraryView
      filter={filter}
      sort={sort}
      group={group}
      onLook={(next, options) => places.library(next, options)}
      onOpen={(id) => places.read(id)}
      onDetails={(id) => places.article(id)}
      onEdit={(id) => open({ kind: 'article', articleId: id })}
      onNewText={(id) => open({ kind: 'revise', articleId: id })}
      onReport={(ids) => places.reports(ids)}
    />
  )
}
