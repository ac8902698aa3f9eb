/** Marking captions and boilerplate as not text, and letting them count as text again: the selection, or the stretch at the caret. */
import { useEffect } from 'react'
import type { NotText } from '../../../shared/domain/not-text.ts'
import { isCovered } from '../../../shared/text/not-text.ts'
import { useAction, useData } from '../../lib/data.ts'
import type { ReaderActions } from '../../lib/reader-keys.ts'
import { useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import type { ReaderPage } from './page.ts'

export interface NotTextMarking {
  /** Whether all that is selected is marked. */
  isMarked: boolean
  toggle: () => void
  actions: ReaderActions
}

const NONE: readonly NotText[] = []

export function useNotText({ annotations, article, range, canWrite, setRange, surface }: ReaderPage): NotTextMarking {
  const say = useSay()
  const { data: spans = NONE } = useData('notText.list', { articleId: article.id })
  const { run: mark } = useAction('notText.mark')
  const { run: unmark } = useAction('notText.unmark')
  useEffect(() => surface?.setQuiet(spans), [surface, spans])

  const toggle = (): void => {
    const selected = surface?.getSelection() ?? null
    const caret = surface?.getCaret() ?? -1
    const span = selected ?? spans.find(({ start, end }) => start <= caret && caret <= end)
    if (!canWrite) return void toasts.add({ kind: 'info', text: say('reader.readOnly'), key: 'reader.readOnly' })
    if (!span) return void toasts.add({ kind: 'info', text: say('reader.notTextFirst'), key: 'not-text' })
    const input = { articleId: article.id, start: span.start, end: span.end }
    surface?.clearSelection()
    setRange(null)
    if (isCovered(span, spans)) return void unmark(input)
    const coded = annotations.filter(({ start, end }) => start < span.end && end > span.start).length
    void mark(input).then((marked) => {
      if (marked && coded > 0) toasts.add({ kind: 'info', text: say('reader.notTextCoded', { count: coded }), key: 'not-text' })
    })
  }
  return { isMarked: range !== null && isCovered(range, spans), toggle, actions: { notText: toggle } }
}
