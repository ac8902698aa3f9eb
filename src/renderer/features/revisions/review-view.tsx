/**
 * Looking at the annotations that a corrected text left in doubt, or whose quote is not where it should be. Nothing is decided but by a
 * person: Enter takes the candidate, left and right go through candidates, S goes to the text to choose by hand, G says it is gone.
 */
import { ArrowLeft, CircleCheck, ListChecks } from 'lucide-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useCodebook } from '../../lib/codebook.ts'
import { useCanWrite, useData } from '../../lib/data.ts'
import { latinKey } from '../../lib/keys.ts'
import { LoadError } from '../../lib/parts/load-error.tsx'
import { errorText, useSay } from '../../lib/say.ts'
import { usePlacing } from '../../stores/placing.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { GoneList } from './gone-list.tsx'
import { ReviewDetail } from './review-detail.tsx'
import { ReviewList } from './review-list.tsx'
import styles from './review-view.module.css'
import { useReview } from './use-review.ts'

export interface ReviewViewProps {
  articleId: number
  selectedId: number | null
  onSelect: (annotationId: number | null) => void
  /** To the text of the article. */
  onRead: (annotationId?: number) => void
}

export function ReviewView({ articleId, selectedId, onSelect, onRead }: ReviewViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const canWrite = useCanWrite()
  const { data: article, error: gone } = useData('articles.get', { id: articleId })
  const { work, error, refetch } = useReview(articleId, selectedId, onSelect)
  const [chosen, setChosen] = useState<{ id: number; rank: number } | null>(null)
  const startPlacing = usePlacing((state) => state.start)
  const currentId = work?.item?.id ?? null
  // The form beside shows the coding of the one that is looked at.
  useEffect(() => {
    if (currentId !== null && currentId !== selectedId) onSelect(currentId)
  }, [currentId, selectedId, onSelect])
  if (gone) return <EmptyState title={say('reader.gone')}>{errorText(say, gone)}</EmptyState>
  if (error && !work) return <LoadError error={error} onAgain={refetch} />
  if (!work || !article) {
    return (
      <div className={styles.view}>
        <Spinner label={say('review.loading')} />
      </div>
    )
  }
  const { item, items } = work
  const rank = item && chosen?.id === item.id ? chosen.rank : 0
  const choose = (to: number): void => {
    if (item && to >= 0 && to < item.candidates.length) setChosen({ id: item.id, rank: to })
  }
  const byHand = (): void => {
    if (!item) return
    startPlacing({ articleId, annotationId: item.id, quote: item.was.quote })
    onRead()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return
    const isButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
    const act = (work: () => void): void => {
      // Before the list takes the letter for the beginning of a name.
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) work()
    }
    const key = latinKey(event.nativeEvent).toUpperCase()
    const forward = article.direction === 'rtl' ? 'ARROWLEFT' : 'ARROWRIGHT'
    if (key === 'ENTER' && !isButton) return act(() => canWrite && work.accept(item, rank))
    if (key === 'ARROWLEFT' || key === 'ARROWRIGHT') return act(() => choose(rank + (key === forward ? 1 : -1)))
    if (key === 'G') return act(() => canWrite && work.markGone(item))
    if (key === 'S') return act(() => canWrite && byHand())
    if (key === 'ESCAPE') return act(() => onRead())
  }
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <Button label={say('review.back')} icon={<ArrowLeft />} kind="quiet" size="small" shortcut="Esc" onPress={() => onRead()} />
        <h1 className={styles.title}>
          <bdi lang={article.language ?? undefined}>{article.title}</bdi>
        </h1>
        <p className={styles.progress} role="status">
          {work.total > 0 && say('review.progress', { done: work.done, total: work.total })}
        </p>
        {work.sure.length > 0 && (
          <Button
            label={say('review.acceptSure', { count: work.sure.length })}
            icon={<ListChecks />}
            size="small"
            tooltip={say('review.acceptSureHint')}
            isDisabled={!canWrite}
            onPress={work.acceptSure}
          />
        )}
      </header>
      {item ? (
        // The keys belong to list and candidates alike.
        <div role="presentation" className={styles.columns} onKeyDownCapture={onKey}>
          <div className={styles.side}>
            <ReviewList items={items} currentId={item.id} language={article.language} codebook={codebook} onSelect={onSelect} />
            <GoneList gone={work.gone} language={article.language} codebook={codebook} canWrite={canWrite} onBack={work.bringBack} />
          </div>
          <ReviewDetail
            key={item.id}
            item={item}
            rank={rank}
            language={article.language}
            codebook={codebook}
            canWrite={canWrite}
            onRank={choose}
            onAccept={() => work.accept(item, rank)}
            onGone={() => work.markGone(item)}
            onByHand={byHand}
          />
        </div>
      ) : (
        <div className={styles.finished}>
          <EmptyState
            icon={<CircleCheck />}
            title={say('review.finished')}
            actions={<Button label={say('review.back')} kind="primary" autoFocus onPress={() => onRead()} />}
          >
            {say('review.finishedText')}
          </EmptyState>
          <GoneList gone={work.gone} language={article.language} codebook={codebook} canWrite={canWrite} onBack={work.bringBack} />
        </div>
      )}
    </div>
  )
}
