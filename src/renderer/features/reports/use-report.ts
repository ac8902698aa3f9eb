/** What the parts of the Reports screen share: the draft, what can be asked of the library about it, and what is sent of it. */
import { useEffect, useMemo } from 'react'
import type { ReportInput, ReportLook } from '../../../shared/domain/report.ts'
import { useCodebook, type Codebook } from '../../lib/codebook.ts'
import { proposedSpans, type ProposedSpan } from '../../lib/changes-span.ts'
import { useData } from '../../lib/data.ts'
import { useReportDraft } from './draft-store.ts'
import { lackOf, toInput, type ReportDraft } from './report-draft.ts'

export interface ReportState {
  /** The library of the draft is known. */
  isReady: boolean
  draft: ReportDraft
  codebook: Codebook
  look: ReportLook | undefined
  spans: readonly ProposedSpan[]
  /** The day that "what changed" begins with where none was chosen. */
  since: string
  /** Null while something has to be chosen first, or is not known yet. */
  input: ReportInput | null
}

export function useReport(): ReportState {
  const { data: status } = useData('library.status', {})
  const { data: look } = useData('reports.look', {})
  const { data: events } = useData('events.list', {})
  const { library, draft, enter } = useReportDraft()
  const codebook = useCodebook()
  const uid = status?.uid ?? null
  useEffect(() => {
    if (uid !== null) enter(uid)
  }, [uid, enter])
  const { data: clock } = useData('timeline.today', {})
  const spans = useMemo(() => (events && clock ? proposedSpans(events, clock.today) : []), [events, clock])
  const since = spans[0]?.then ?? ''
  const isReady = uid !== null && library === uid
  const input = useMemo(
    () => (isReady && look && since !== '' && lackOf(draft) === null ? toInput(draft, look, since) : null),
    [isReady, look, draft, since],
  )
  return { isReady, draft, codebook, look, spans, since, input }
}
