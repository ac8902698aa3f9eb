/** Reports: what goes in, a live preview, and the export. */
import { ReportsView } from '../features/reports/reports-view.tsx'
import { usePlaces } from '../lib/places.ts'

export function ReportsPage({ articleId }: { articleId: number | null }) {
  const places = usePlaces()
  return <ReportsView articleId={articleId} onArticle={(id) => places.reports(id ?? undefined)} />
}
