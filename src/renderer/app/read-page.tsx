/** Read: the articles on the left, the text (or the review of its annotations) in the middle, the form of the selected annotation on the right. */
import { ArticleList } from '../features/library/article-list.tsx'
import { Inspector } from '../features/inspector/inspector.tsx'
import { Reader } from '../features/reader/reader.tsx'
import { ReviewBanner } from '../features/revisions/review-banner.tsx'
import { ReviewView } from '../features/revisions/review-view.tsx'
import { HitBar } from '../features/search/hit-bar.tsx'
import { usePlaces, type FoundPlace } from '../lib/places.ts'
import { useCoding } from '../stores/coding.ts'
import { useFoldedPanes } from '../stores/folded-panes.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { NoArticle } from './no-article.tsx'
import { Panes } from './panes.tsx'

export interface ReadPageProps {
  articleId: number | null
  annotationId: number | null
  /** The annotations that wait for a look in place of the text. */
  isReview?: boolean
  /** The search it was opened from. */
  found?: FoundPlace | null
}

export function ReadPage({ articleId, annotationId, isReview = false, found = null }: ReadPageProps) {
  const places = usePlaces()
  const open = useWorkbench((state) => state.open)
  const select = (id: number | null): void => {
    if (articleId !== null) places.read(articleId, id ?? undefined, { replace: true, ...(found && { found }) })
  }
  return (
    <Panes
      start={
        <ArticleList
          currentId={articleId}
          onOpen={(id) => places.read(id)}
          onChosen={showText}
          onDetails={(id) => places.article(id)}
          onSearch={(query) => places.search(query)}
          onEdit={(id) => open({ kind: 'article', articleId: id })}
          onNewText={(id) => open({ kind: 'revise', articleId: id })}
        />
      }
      main={
        articleId === null ? (
          <NoArticle onOpen={(id) => places.read(id)} />
        ) : isReview ? (
          <ReviewView
            key={articleId}
            articleId={articleId}
            selectedId={annotationId}
            onSelect={(id) => places.review(articleId, id ?? undefined, { replace: true })}
            onRead={(id) => places.read(articleId, id)}
          />
        ) : (
          <Reader
            key={articleId}
            articleId={articleId}
            selectedId={annotationId}
            onSelect={select}
            onEditArticle={() => open({ kind: 'article', articleId })}
            onDetails={() => places.article(articleId)}
            onNewText={() => open({ kind: 'revise', articleId })}
            onTexts={() => open({ kind: 'revisions', articleId })}
            onExport={() => places.reports({ kind: 'annotated', articles: [articleId] })}
            banner={
              <>
                {found && (
                  <HitBar
                    key={found.query}
                    articleId={articleId}
                    query={found.query}
                    at={found.at ?? null}
                    onBack={() => places.resume('/search')}
                    onClose={() => places.read(articleId, annotationId ?? undefined, { replace: true })}
                    onArticle={(id, end) =>
                      places.read(id, undefined, { replace: true, found: { query: found.query, ...(end === 'last' && { at: -1 }) } })
                    }
                  />
                )}
                <ReviewBanner articleId={articleId} onReview={() => places.review(articleId)} />
              </>
            }
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

/** Whoever has chosen an article goes on in its text; a list that is laid over it has done its part. */
function showText(): void {
  const { over, lay } = useFoldedPanes.getState()
  if (over === 'left') lay(null)
  useCoding.getState().askFocus('text')
}
