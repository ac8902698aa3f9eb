/** Going from annotation to annotation, into the inspector, and repeating the last coding. */
import { useCoding } from '../../stores/coding.ts'
import { toasts } from '../../stores/toasts.ts'
import { useSay } from '../../lib/say.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import type { ReaderPage } from './page.ts'
import type { Tagging } from './use-tagging.ts'

export function useWalking({ annotations, selectedId, select, surface }: ReaderPage, tagging: Tagging): ReaderActions {
  const say = useSay()
  const askFocus = useCoding((state) => state.askFocus)

  const step = (by: 1 | -1): void => {
    const at = annotations.findIndex((annotation) => annotation.id === selectedId)
    const caret = surface?.getCaret() ?? 0
    const fresh =
      by > 0
        ? annotations.findIndex((annotation) => annotation.start >= caret)
        : annotations.findLastIndex((annotation) => annotation.start < caret)
    const next = annotations[at === -1 ? fresh : at + by]
    if (!next) return
    select(next.id)
    surface?.scrollTo(next.start, 'nearest')
    surface?.setCaret(next.start)
  }
  return {
    next: () => step(1),
    previous: () => step(-1),
    repeat: () =>
      tagging.canRepeat ? tagging.repeat() : void toasts.add({ kind: 'info', text: say('reader.nothingToRepeat'), key: 'repeat' }),
    ...(selectedId !== null && { note: () => askFocus('note') }),
    inspector: () => {
      if (selectedId !== null) return askFocus('first')
      const [here] = surface?.marksAt(surface.getCaret()) ?? []
      if (here !== undefined) select(here)
    },
  }
}
