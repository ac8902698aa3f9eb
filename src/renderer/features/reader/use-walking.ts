/** The actions of going from annotation to annotation, into the inspector, and repeating the last coding. */
import { useCoding } from '../../stores/coding.ts'
import { toasts } from '../../stores/toasts.ts'
import { useSay } from '../../lib/say.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import type { ReaderPage } from './page.ts'
import type { Going } from './use-next.ts'
import type { Tagging } from './use-tagging.ts'

export function useWalking({ selectedId, select, surface }: ReaderPage, tagging: Tagging, going: Going): ReaderActions {
  const say = useSay()
  const askFocus = useCoding((state) => state.askFocus)
  return {
    next: () => going.any(1),
    previous: () => going.any(-1),
    nextOfTag: () => going.ofSameTag(1),
    previousOfTag: () => going.ofSameTag(-1),
    nextOfSpeaker: () => going.ofSameSpeaker(1),
    previousOfSpeaker: () => going.ofSameSpeaker(-1),
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
