/** Everything outside events of the text itself that a surface must notice: scrolling, sizes, fonts, printing, selection, focus. */
import type { Span } from '../../../shared/text/span.ts'
import { copiedQuote } from '../copied-quote.ts'
import type { Frame } from './frame.ts'
import { isEdgeKey } from './keys.ts'

export interface Watcher {
  onScroll(): void
  /** A width or the type changed: lines break elsewhere, or labels have other room. */
  onReflow(): void
  /** Something moved or the height changed, but no line broke anew. */
  onShift(): void
  onPrint(printing: boolean): void
  onSelectionChange(): void
  onFocus(): void
  onKey(event: KeyboardEvent): void
  /** The person does something new, anywhere, or leaves. */
  onElsewhere(): void
  onAnyKey(): void
  /** The pointer itself moved, and not what is beneath it. */
  onPointerMoved(): void
  /** The stretch to copy, or null to leave copying to the browser. */
  copied(): Span | null
}

/** Starts watching, until `signal` aborts. */
export function watch({ scroller, header, margin, dom }: Frame, watcher: Watcher, signal: AbortSignal): void {
  // The scroll event comes before the frame: what is done here is seen in the same frame.
  scroller.addEventListener('scroll', () => watcher.onScroll(), { signal, passive: true })
  let widths = ''
  const sizes = new ResizeObserver(() => {
    const before = widths
    const { clientWidth } = dom.article
    // Labels may get more or less room while the text keeps its measure.
    widths = clientWidth > 0 ? `${clientWidth} ${margin.clientWidth}` : ''
    // The first report only says what is there already.
    if (widths === before || before === '') watcher.onShift()
    else watcher.onReflow()
  })
  for (const observed of [scroller, header, dom.article]) sizes.observe(observed)
  signal.addEventListener('abort', () => sizes.disconnect())
  document.fonts.addEventListener('loadingdone', () => watcher.onReflow(), { signal })
  window.addEventListener('beforeprint', () => watcher.onPrint(true), { signal })
  window.addEventListener('afterprint', () => watcher.onPrint(false), { signal })
  document.addEventListener('selectionchange', () => watcher.onSelectionChange(), { signal })
  dom.article.addEventListener('focus', () => watcher.onFocus(), { signal })
  // In the capture phase, before whatever it does: an undo, say, must meet what was done before.
  const capture = { signal, capture: true }
  window.addEventListener('pointerdown', () => watcher.onElsewhere(), capture)
  window.addEventListener(
    'keydown',
    (event) => {
      watcher.onAnyKey()
      if (!isEdgeKey(event)) watcher.onElsewhere()
    },
    capture,
  )
  let place = ''
  // The browser tells of a pointer that rests, too, when something else comes to lie beneath it.
  const onPointer = ({ screenX, screenY }: PointerEvent): void => {
    const before = place
    place = `${screenX} ${screenY}`
    if (before !== '' && before !== place) watcher.onPointerMoved()
  }
  for (const kind of ['pointerover', 'pointermove'] as const) window.addEventListener(kind, onPointer, { ...capture, passive: true })
  for (const leaving of ['blur', 'pagehide', 'beforeunload'] as const) {
    window.addEventListener(leaving, (event) => event.target === window && watcher.onElsewhere(), { signal })
  }
  document.addEventListener('visibilitychange', () => document.hidden && watcher.onElsewhere(), { signal })
  dom.article.addEventListener('keydown', (event) => watcher.onKey(event), { signal })
  document.addEventListener(
    'copy',
    (event) => {
      const span = watcher.copied()
      if (span === null || event.clipboardData === null) return
      // The exact text: without the numbers and with the line ends that are stored.
      const text = dom.text.slice(span.start, span.end)
      event.clipboardData.setData('text/plain', text)
      event.clipboardData.setData('text/html', copiedQuote(text, dom.article.lang))
      event.preventDefault()
    },
    { signal },
  )
}
