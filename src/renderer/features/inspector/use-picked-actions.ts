/** What can be done to the picked annotations besides setting their fields: in the bar of the list and in the form of many. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { MERGE_LIMIT } from '../../../shared/domain/annotation-operations.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { usePicked } from '../../stores/picked.ts'

export interface PickedActions {
  canMerge: boolean
  canRemove: boolean
  merge: () => void
  remove: () => Promise<void>
  clear: () => void
}

export function usePickedActions(annotations: readonly Annotation[]): PickedActions {
  const say = useSay()
  const { run: remove } = useAction('annotations.remove')
  const offerUndo = useOfferUndo()
  const { pick, ask } = usePicked.getState()
  const canWrite = useCanWrite()
  const ids = annotations.map(({ id }) => id)
  return {
    canMerge: canWrite && ids.length > 1 && ids.length <= MERGE_LIMIT,
    canRemove: canWrite,
    merge: () => ask({ do: 'merge', ids }),
    remove: async () => {
      const done = await remove({ ids })
      if (!done) return
      pick([])
      offerUndo(say('bulk.removed', { count: done.annotations }))
    },
    clear: () => pick([]),
  }
}
