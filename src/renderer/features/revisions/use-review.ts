/** The review of an article as its view needs it: what waits, how far one is, and the decisions. A decision goes on to the next one that waits. */
import { useEffect, useState } from 'react'
import type { ReviewItem } from '../../../shared/domain/revision.ts'
import { useAction, useData } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'

/** From which score on the same words count as found for certain enough to take many at once. */
const SURE = 0.9

export interface ReviewWork {
  items: readonly ReviewItem[]
  gone: readonly Omit<ReviewItem, 'reason' | 'candidates'>[]
  /** The one that is looked at; null where none waits. */
  item: ReviewItem | null
  /** Those looked at since the view was opened, and all that there were. */
  done: number
  total: number
  /** Waiting ones whose very words stand in one place, in much the same surroundings. */
  sure: readonly ReviewItem[]
  accept: (item: ReviewItem, rank: number) => void
  acceptSure: () => void
  markGone: (item: ReviewItem) => void
  bringBack: (id: number) => void
}

/** Undefined until it is known what waits. */
export function useReview(
  articleId: number,
  selectedId: number | null,
  onSelect: (id: number | null) => void,
): { work: ReviewWork | undefined; error: unknown; refetch: () => void } {
  const say = useSay()
  const { data, error, refetch } = useData('annotations.review', { articleId })
  const { run: place } = useAction('annotations.place')
  const { run: placeMany } = useAction('annotations.placeMany')
  const { run: markGone } = useAction('annotations.markGone')
  const { run: bringBack } = useAction('annotations.bringBack')
  const offerUndo = useOfferUndo()
  const [total, setTotal] = useState(0)
  const waiting = data?.items.length ?? 0
  // What is brought back, or waits after an undo, counts to the whole again.
  useEffect(() => setTotal((known) => Math.max(known, waiting)), [waiting])
  if (!data) return { work: undefined, error, refetch: () => void refetch() }

  const { items, gone } = data
  const item = items.find(({ id }) => id === selectedId) ?? items[0] ?? null
  const goOn = ({ id }: ReviewItem): void => {
    const at = items.findIndex((other) => other.id === id)
    onSelect((items[at + 1] ?? items[at - 1])?.id ?? null)
  }
  const sure = items.filter(isSure)
  const work: ReviewWork = {
    items,
    gone,
    item,
    done: Math.max(total, waiting) - waiting,
    total: Math.max(total, waiting),
    sure,
    accept(one, rank) {
      const candidate = one.candidates[rank]
      if (!candidate) return
      void place({ id: one.id, start: candidate.start, end: candidate.end }).then((placed) => placed && goOn(one))
    },
    acceptSure() {
      const places = sure.flatMap(({ id, candidates: [best] }) => (best ? [{ id, start: best.start, end: best.end }] : []))
      if (places.length === 0) return
      void placeMany({ places }).then((placed) => placed && offerUndo(say('review.placedMany', { count: placed.annotations })))
    },
    markGone(one) {
      void markGone({ ids: [one.id] }).then((marked) => marked && goOn(one))
    },
    bringBack: (id) => void bringBack({ ids: [id] }).then((back) => back && onSelect(id)),
  }
  return { work, error, refetch: () => void refetch() }
}

function isSure({ reason, was, candidates: [best, second] }: ReviewItem): boolean {
  const isAlone = !second || second.score < SURE
  return reason !== 'broken' && best !== undefined && best.quote === was.quote && best.score >= SURE && isAlone
}
