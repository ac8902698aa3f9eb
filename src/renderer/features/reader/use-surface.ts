/** Makes the surface for an article's text and takes it down with it. Callbacks may change between renders; the surface stays. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import type { Span } from '../../../shared/text/span.ts'
import { createReaderSurface, type ReaderSurface } from '../../lib/reader-surface/reader-surface.ts'
import { useSay } from '../../lib/say.ts'
import { toasts } from '../../stores/toasts.ts'
import { libraryEpoch } from '../../lib/transport/library-epoch.ts'
import { surfaceStrings } from './surface-strings.ts'

interface Callbacks {
  onActivate: (id: number) => void
  onMore: (ids: number[], rect: DOMRect) => void
  onHover: (id: number | null, rect: DOMRect | null) => void
  onEdgeMove: (id: number, start: number, end: number) => void
  /** False where nothing can be written. */
  canMoveEdges: boolean
}

export function useSurface(
  host: RefObject<HTMLElement | null>,
  article: Article,
  callbacks: Callbacks,
): { surface: ReaderSurface | null; range: Span | null; setRange: (range: Span | null) => void } {
  const say = useSay()
  const [surface, setSurface] = useState<ReaderSurface | null>(null)
  const [range, setRange] = useState<Span | null>(null)
  const latest = useRef(callbacks)
  useEffect(() => {
    latest.current = callbacks
  })
  const { text, language, direction } = article
  // A corrected title must not throw the reader back to the top of the text: it is in the head of the page anyway.
  const title = useRef(article.title)
  useEffect(() => {
    if (!host.current) return
    const openedIn = libraryEpoch()
    const made = createReaderSurface(host.current, {
      text,
      language,
      direction,
      strings: surfaceStrings(say, title.current),
      onSelect: setRange,
      onActivate: (id) => latest.current.onActivate(id),
      onMore: (ids, rect) => latest.current.onMore(ids, rect),
      onHover: (id, rect) => latest.current.onHover(id, rect),
      // A move that is told as the page goes away may find another library.
      onEdgeMove: (id, start, end) => {
        if (openedIn === libraryEpoch()) latest.current.onEdgeMove(id, start, end)
      },
      canMoveEdges: () => latest.current.canMoveEdges,
      onBlank: () => void toasts.add({ kind: 'info', text: say('reader.blankSelection'), key: 'blank-selection' }),
    })
    setSurface(made)
    return () => {
      made.destroy()
      setSurface(null)
      setRange(null)
    }
  }, [host, text, language, direction, say])
  return { surface, range, setRange }
}
