/** Removing the selected annotation, with the offer to take it back. */
import { useAction } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { useSay } from '../../lib/say.ts'
import { shorten } from '../../lib/shorten.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import type { ReaderPage } from './page.ts'

export function useRemoving({ annotations, selectedId, select }: ReaderPage): () => void {
  const say = useSay()
  const remove = useAction('annotations.remove')
  const offerUndo = useOfferUndo()
  const isMounted = useMounted()
  const removeAnnotation = async (id: number): Promise<void> => {
    const quote = annotations.find((annotation) => annotation.id === id)?.quote ?? ''
    if (!(await remove.run({ ids: [id] }))) return
    offerUndo(say('reader.removed', { quote: shorten(quote, 60) }))
    if (isMounted()) select(null)
  }
  return () => {
    if (selectedId !== null) void removeAnnotation(selectedId)
  }
}
