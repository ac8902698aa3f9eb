/** Reports: what goes in, a live preview, and the export. */
import { ReportsView } from '../features/reports/reports-view.tsx'
import { usePlaces } from '../lib/places.ts'

export function ReportsPage({ articleIds }: { articleIds: readonly number[] }) {
  const places = usePlaces()
  return <ReportsView articleIds={articleIds} onArticles={places.reports} compareFilter={places.compareFilter()} />
}
