/** Ledger: the table of threads, what was promised as a monitor reads it, and threads that are proposed. Its state is in the address. */
import { useCallback, useEffect, useState } from 'react'
import { LedgerView } from '../features/ledger/ledger-view.tsx'
import type { LedgerPlace } from '../lib/ledger-place.ts'
import { usePlaces } from '../lib/places.ts'
import { useLedger } from '../stores/ledger.ts'
import { useWorkbench } from '../stores/workbench.ts'

export function LedgerPage({ place }: { place: LedgerPlace }) {
  const places = usePlaces()
  const open = useWorkbench((state) => state.open)
  const [leftAt] = useState(() => useLedger.getState().left)
  useEffect(() => useLedger.getState().leave({ left: null }), [])
  const openThread = useCallback((threadId: number) => places.thread(threadId), [places])
  return (
    <LedgerView
      place={place}
      onPlace={(next, options) => places.ledger(next, options)}
      leftAt={leftAt}
      onOpen={openThread}
      onNew={() => open({ kind: 'new-thread', annotationId: null, title: '' })}
      onOpenEvidence={(evidence) => places.read(evidence.articleId, evidence.id)}
      onRead={() => places.resume('/read')}
      onReport={(next) => places.reports(next)}
    />
  )
}
