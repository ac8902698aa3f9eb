/** What can be done with threads of the ledger; each is one step, with the way back in a message. */
import { useCallback } from 'react'
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'

export function useThreadActs() {
  const say = useSay()
  const canWrite = useCanWrite()
  const offerUndo = useOfferUndo()
  const { run: removeMany } = useAction('threads.removeMany')
  const { run: update } = useAction('threads.update')
  const { run: merge } = useAction('threads.merge')
  const remove = useCallback(
    async (rows: readonly LedgerRow[]): Promise<boolean> => {
      const done = canWrite && rows.length > 0 ? await removeMany({ ids: rows.map(({ id }) => id) }) : undefined
      if (done) offerUndo(say('ledger.removed', { count: done.removed, title: rows[0]?.title ?? '' }))
      return done !== undefined
    },
    [canWrite, offerUndo, removeMany, say],
  )
  return {
    canWrite,
    remove,
    rename: (id: number, title: string): Promise<boolean> => update({ id, patch: { title } }).then((done) => done !== undefined),
    async merge(id: number, intoId: number): Promise<boolean> {
      const into = await merge({ id, intoId })
      if (into) offerUndo(say('ledger.merged', { title: into.title }))
      return into !== undefined
    },
  }
}
