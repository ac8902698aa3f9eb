/** Compare: the matrix and the side-by-side view, their state in the address. */
import { CompareView } from '../features/compare/compare-view.tsx'
import { usePlaces, type ComparePlace } from '../lib/places.ts'

export function ComparePage({ place }: { place: ComparePlace }) {
  const places = usePlaces()
  return (
    <CompareView
      place={place}
      onPlace={(next, options) => places.compare(next, options)}
      onOpenThread={(threadId) => places.thread(threadId)}
      onOpenEvidence={(evidence) => places.read(evidence.articleId, evidence.id)}
      onReport={(next) => places.reports(next)}
    />
  )
}
