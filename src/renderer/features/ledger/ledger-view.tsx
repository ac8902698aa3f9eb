/** The ledger. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { LedgerPlace } from '../../lib/ledger-place.ts'

export interface LedgerViewProps {
  place: LedgerPlace
  onPlace: (place: LedgerPlace, options?: { replace?: boolean }) => void
  leftAt: number | null
  onOpen: (threadId: number) => void
  onNew: () => void
  onOpenEvidence: (evidence: Evidence) => void
  onRead: () => void
}

export function LedgerView(_props: LedgerViewProps) {
  return null
}
