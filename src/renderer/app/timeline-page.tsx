/** Timeline: statements on an axis of days. Its state is in the address. */
import { TimelineView } from '../features/timeline/timeline-view.tsx'
import { usePlaces } from '../lib/places.ts'
import type { TimelinePlace } from '../lib/timeline-place.ts'

export function TimelinePage({ place }: { place: TimelinePlace }) {
  const places = usePlaces()
  return (
    <TimelineView
      place={place}
      onPlace={(next, options) => places.timeline(next, options)}
      onOpenEvidence={(evidence) => places.read(evidence.articleId, evidence.id)}
      onRead={() => places.resume('/read')}
      onReport={(next) => places.reports(next)}
    />
  )
}
