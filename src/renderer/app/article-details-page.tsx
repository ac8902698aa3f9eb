/** The page of one article. */
import { ArticleView } from '../features/article-page/article-view.tsx'
import { usePlaces } from '../lib/places.ts'
import { useWorkbench } from '../stores/workbench.ts'

export function ArticleDetailsPage({ articleId }: { articleId: number }) {
  const places = usePlaces()
  const open = useWorkbench((state) => state.open)
  return (
    <ArticleView
      articleId={articleId}
      onRead={(id) => places.read(id)}
      onOpen={(id) => places.article(id)}
      onNewText={() => open({ kind: 'revise', articleId })}
      onTexts={() => open({ kind: 'revisions', articleId })}
      onExport={() => places.reports({ kind: 'annotated', articles: [articleId] })}
    />
  )
}
