/** The page of one thread: its fields, its history, its checks. */
import { useEffect } from 'react'
import { ThreadView } from '../features/ledger/thread-view.tsx'
import { usePlaces } from '../lib/places.ts'
import { useLedger } from '../stores/ledger.ts'

export function ThreadPage({ threadId }: { threadId: number }) {
  const places = usePlaces()
  // However one goes back to the list, it goes on at the line of this thread.
  useEffect(() => useLedger.getState().leave({ left: threadId }), [threadId])
  return (
    <ThreadView
      // Another thread is another page: nothing half typed stands under its name.
      key={threadId}
      threadId={threadId}
      onLedger={() => places.ledger()}
      onThread={(id) => places.thread(id, { replace: true })}
      onOpenEvidence={(evidence) => {
        useLedger.getState().leave({ passage: { threadId, annotationId: evidence.id } })
        places.read(evidence.articleId, evidence.id)
      }}
    />
  )
}
