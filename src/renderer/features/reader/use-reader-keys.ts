/** Keys of the reader beyond moving and selecting: tags, repeat, note, next and previous, remove. They work while the text has the focus. */
import { useEffect, useRef, type RefObject } from 'react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction } from '../../lib/data.ts'
import { isTyping, latinKey } from '../../lib/keys.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import type { ReaderSurface } from '../../lib/reader-surface/reader-surface.ts'
import { useSay } from '../../lib/say.ts'
import { useMounted } from '../../lib/use-mounted.ts'
import { useCoding } from '../../stores/coding.ts'
import { toasts } from '../../stores/toasts.ts'
import type { Tagging } from './use-tagging.ts'

export interface ReaderKeysOptions {
  surface: ReaderSurface | null
  host: RefObject<HTMLElement | null>
  annotations: readonly Annotation[]
  selectedId: number | null
  codebook: Codebook
  tagging: Tagging
  canWrite: boolean
  onSelect: (annotationId: number | null) => void
}

export function useReaderKeys(options: ReaderKeysOptions): void {
  const say = useSay()
  const remove = useAction('annotations.remove')
  const offerUndo = useOfferUndo()
  const isMounted = useMounted()
  const askFocus = useCoding((state) => state.askFocus)

  const onKey = (event: KeyboardEvent): void => {
    const { annotations, selectedId, codebook, tagging, canWrite, onSelect, surface } = options
    const range = surface?.getSelection() ?? null
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
    // AltGr, which many layouts need for brackets, may come as Ctrl and Alt together.
    if (!event.getModifierState('AltGraph') && (event.ctrlKey || event.metaKey || event.altKey)) return
    if (event.target instanceof HTMLElement && event.target.closest('button, [role=menu]') && (event.key === 'Enter' || event.key === ' '))
      return
    const tagOf = (letter: string) => codebook.tags.find((candidate) => candidate.letter === letter && !candidate.retired)
    const letter = latinKey(event).toUpperCase()
    const tag = event.key.length === 1 ? (tagOf(event.key.toUpperCase()) ?? tagOf(letter)) : undefined
    const act = (work: () => void): void => {
      event.preventDefault()
      work()
    }
    if (tag && event.repeat) return
    if (tag && (range || selectedId !== null)) return act(() => tagging.tag(tag.id))
    if (tag) return act(() => void toasts.add({ kind: 'info', text: say('reader.selectFirst'), key: 'select-first' }))
    if (event.key === '.')
      return act(() =>
        tagging.canRepeat ? tagging.repeat() : void toasts.add({ kind: 'info', text: say('reader.nothingToRepeat'), key: 'repeat' }),
      )
    if (event.key === '[' || event.key === ']') return act(() => step(event.key === ']' ? 1 : -1))
    if (letter === 'N' && selectedId !== null) return act(() => askFocus('note'))
    if (event.key === 'Enter') return act(() => enter())
    if (event.key === 'Escape' && !range && selectedId !== null) return act(() => onSelect(null))
    if ((event.key === 'Delete' || event.key === 'Backspace') && selectedId !== null && canWrite)
      return act(() => void removeSelected(selectedId))

    function step(by: 1 | -1): void {
      const at = annotations.findIndex((annotation) => annotation.id === selectedId)
      const caret = surface?.getCaret() ?? 0
      const fresh =
        by > 0
          ? annotations.findIndex((annotation) => annotation.start >= caret)
          : annotations.findLastIndex((annotation) => annotation.start < caret)
      const next = annotations[at === -1 ? fresh : at + by]
      if (!next) return
      onSelect(next.id)
      surface?.scrollTo(next.start, 'nearest')
      surface?.setCaret(next.start)
    }
    function enter(): void {
      if (selectedId !== null) return askFocus('first')
      const [here] = surface?.marksAt(surface.getCaret()) ?? []
      if (here !== undefined) onSelect(here)
    }
    async function removeSelected(id: number): Promise<void> {
      const quote = annotations.find((annotation) => annotation.id === id)?.quote ?? ''
      if (!(await remove.run({ ids: [id] }))) return
      offerUndo(say('reader.removed', { quote: quote.slice(0, 60) }))
      if (isMounted()) onSelect(null)
    }
  }
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  const { host } = options
  useEffect(() => {
    const element = host.current
    const listener = (event: KeyboardEvent): void => latest.current(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [host])
}
