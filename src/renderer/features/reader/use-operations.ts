/** Keys for what is done to annotations besides tagging: split, merge, duplicate, and tag all places of the same text. */
import type { ReaderActions } from '../../lib/reader-keys.ts'
import { useSay } from '../../lib/say.ts'
import { usePicked, type Wish } from '../../stores/picked.ts'
import { toasts } from '../../stores/toasts.ts'
import type { ReaderPage } from './page.ts'

export function useOperations({ surface, selectedId, canWrite }: ReaderPage): ReaderActions {
  const say = useSay()
  const tell = (key: string): void => void toasts.add({ kind: 'info', text: say(key), key })
  /** The selected annotation, else the one at the caret. */
  const here = (): number | null => selectedId ?? (surface ? (surface.marksAt(surface.getCaret())[0] ?? null) : null)
  const on = (wish: (id: number) => Wish) => (): void => {
    const id = here()
    if (!canWrite) tell('reader.readOnly')
    else if (id === null) tell('operations.selectFirst')
    else usePicked.getState().ask(wish(id))
  }
  return {
    split: on((id) => ({ do: 'split', id })),
    merge() {
      const picked = [...usePicked.getState().ids]
      if (picked.length > 1 && canWrite) usePicked.getState().ask({ do: 'merge', ids: picked })
      else on((id) => ({ do: 'mergeNext', id }))()
    },
    duplicate: on((id) => ({ do: 'duplicate', id })),
    occurrences() {
      const isNew = surface?.getSelection() != null
      if (isNew && canWrite) usePicked.getState().ask({ do: 'occurrences', id: null })
      else on((id) => ({ do: 'occurrences', id }))()
    },
  }
}
