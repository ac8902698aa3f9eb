/** Reports: what goes in, a live preview, and the export. What one came with goes into the draft and out of the address. */
import { useCallback } from 'react'
import { ReportsView } from '../features/reports/reports-view.tsx'
import { usePlaces } from '../lib/places.ts'
import type { ReportsPlace } from '../lib/reports-place.ts'
import { useFollowLink } from './use-follow-link.ts'

export function ReportsPage({ place }: { place: ReportsPlace }) {
  const places = usePlaces()
  const taken = useCallback(() => places.reports({}, { replace: true }), [places])
  return <ReportsView place={place} onTaken={taken} onPassage={useFollowLink()} />
}
