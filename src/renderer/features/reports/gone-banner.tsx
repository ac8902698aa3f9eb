/** Says what the report names and the library no longer has, and offers to go on without it. */
import { useMemo } from 'react'
import { useData } from '../../lib/data.ts'
import { useSay } from '../../lib/say.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useReportDraft } from './draft-store.ts'
import { articlesOf, missingOf, withoutMissing, type Known } from './missing.ts'
import { toKept } from './report-draft.ts'
import type { ReportState } from './use-report.ts'

const ASKED = 500

export function GoneBanner({ draft, codebook }: ReportState) {
  const say = useSay()
  const replace = useReportDraft((state) => state.replace)
  const kept = useMemo(() => toKept(draft), [draft])
  const asked = articlesOf(kept).slice(0, ASKED)
  // While these are on their way, an older answer would call articles gone that were not asked about.
  const { data: rows, isPlaceholderData } = useData('articles.rows', { ids: asked })
  const { data: parties } = useData('parties.list', {})
  const { data: issues } = useData('issues.list', {})
  const { data: tags } = useData('tags.list', {})
  if (!rows || isPlaceholderData || !parties || !issues || !tags) return null
  const there = new Set(rows.map(({ id }) => id))
  const known: Known = { ...codebook, articles: new Set([...there, ...articlesOf(kept).slice(ASKED)]) }
  const missing = missingOf(kept, known)
  if (!missing) return null
  return (
    <Banner
      kind="warning"
      title={say('reports.gone')}
      actions={<Button label={say('reports.goneTake')} size="small" onPress={() => replace({ ...kept, ...withoutMissing(kept, known) })} />}
    >
      {say('reports.goneText', { ...missing })}
    </Banner>
  )
}
