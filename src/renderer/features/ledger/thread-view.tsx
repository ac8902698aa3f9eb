/** The page of a thread. */
import type { Evidence } from '../../../shared/domain/compare.ts'

export interface ThreadViewProps {
  threadId: number
  onLedger: () => void
  onThread: (threadId: number) => void
  onOpenEvidence: (evidence: Evidence) => void
}

export function ThreadView(_props: ThreadViewProps) {
  return null
}
