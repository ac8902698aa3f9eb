/** Read: the articles on the left, the text in the middle, the form of the selected annotation on the right. */
import { ArticleList } from '../features/library/article-list.tsx'
import { Inspector } from '../features/inspector/inspector.tsx'
import { Reader } from '../features/reader/reader.tsx'
import { usePlaces } from '../lib/places.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { NoArticle } from './no-article.tsx'
import { Panes } from './panes.tsx'

export function ReadPage({ articleId, annotationId }: { articleId: number | null; annotationId: number | null }) {
  const places = usePlaces()
  const open = useWorkbench((state) => state.open)
  const select = (id: number | null): void => {
    if (articleId !== null) places.read(articleId, id ?? undefined, { replace: true })
  }
  return (
    <Panes
      start={
        <ArticleList currentId={articleId} onOpen={(id) => places.read(id)} onEdit={(id) => open({ kind: 'article', articleId: id })} />
      }
      main={
        articleId === null ? (
          <NoArticle onOpen={(id) => places.read(id)} />
        ) : (
          <Reader
            key={articleId}
            articleId={articleId}
            selectedId={annotationId}
            onSelect={select}
            onEditArticle={() => open({ kind: 'article', articleId })}
            onExport={() => places.reports([articleId])}
          />
        )
      }
      end={
        <Inspector
          key={articleId ?? 0}
          articleId={articleId}
          annotationId={annotationId}
          onSelect={select}
          onOpenParty={(id) => places.codebook('parties', id)}
        />
      }
    />
  )
}
