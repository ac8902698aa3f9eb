/** Choosing by hand where the passage of an annotation stands now: the review sends one here, and gets one back. */
import { useAction } from '../../lib/data.ts'
import { usePlaces } from '../../lib/places.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import { usePlacing, type PlacingWish } from '../../stores/placing.ts'
import type { ReaderPage } from './page.ts'

export interface PlacingByHand {
  /** What is to be placed; null where nothing is. */
  wish: PlacingWish | null
  /** Puts it on the selection; null where there is none. */
  place: (() => void) | null
  cancel: () => void
  actions: ReaderActions
}

export function usePlacingByHand({ article, range, canWrite, surface }: ReaderPage): PlacingByHand {
  const places = usePlaces()
  const { wish: any, stop } = usePlacing()
  const wish = any?.articleId === article.id ? any : null
  const { run } = useAction('annotations.place')
  const put = (): void => {
    const span = surface?.getSelection() ?? null
    if (!wish || !span) return
    void run({ id: wish.annotationId, start: span.start, end: span.end }).then((placed) => {
      if (!placed) return
      stop()
      places.review(article.id)
    })
  }
  return {
    wish,
    place: wish && range && canWrite ? put : null,
    cancel: () => {
      stop()
      if (wish) places.review(article.id, wish.annotationId)
    },
    actions: wish ? { placeHere: put } : {},
  }
}
