/**
 * Pointer and keyboard in the margin. Its buttons are one stop of the Tab key; arrow keys go from label to label, also beyond
 * the window.
 */
import { idsOf, isButton } from './margin-parts.ts'
import type { Via } from './types.ts'

export interface MarginEvents {
  onChoose(id: number, via: Via): void
  onMore(ids: number[], button: HTMLElement, via: Via): void
  onHover(id: number | null, part: HTMLElement | null): void
  /** Go to the label of the mark that is `by` marks further in the text, or to the first or last one. */
  onStep(from: number, by: 1 | -1): void
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Listens on the root of the margin until `signal` aborts. */
export function listenToMargin(root: HTMLElement, events: MarginEvents, signal: AbortSignal): void {
  const partOf = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id], [data-ids]') : null

  root.addEventListener(
    'click',
    (event) => {
      const part = partOf(event)
      if (part === null) return
      // Enter and the space bar click without a pointer.
      const via: Via = event.detail === 0 ? 'keyboard' : 'pointer'
      const ids = idsOf(part)
      if (part.dataset['ids'] !== undefined) events.onMore(ids, part, via)
      else events.onChoose(ids[0]!, via)
    },
    { signal },
  )
  const onPointer = (event: PointerEvent): void => {
    const part = partOf(event)
    events.onHover(part?.dataset['id'] === undefined ? null : Number(part.dataset['id']), part)
  }
  root.addEventListener('pointerover', onPointer, { signal })
  // It may have come under a resting pointer, which moves only now.
  root.addEventListener('pointermove', onPointer, { signal, passive: true })
  root.addEventListener('pointerleave', () => events.onHover(null, null), { signal })
  root.addEventListener(
    'keydown',
    (event) => {
      const by = STEPS[event.key]
      const part = partOf(event)
      if (part === null || event.altKey || event.ctrlKey || event.metaKey) return
      if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) {
        event.preventDefault()
        event.stopPropagation()
        // As the browser does it for a button: a click without a pointer.
        part.click()
      }
      if (by === undefined) return
      event.preventDefault()
      event.stopPropagation()
      const ids = idsOf(part)
      events.onStep(by === 1 ? ids[ids.length - 1]! : ids[0]!, by)
    },
    { signal },
  )
  root.addEventListener('focusin', (event) => setStop(root, partOf(event)), { signal })
}

/** Makes exactly one label of the margin a stop of the Tab key: `wanted`, or the one that is, or the first. */
export function setStop(root: HTMLElement, wanted: HTMLElement | null): void {
  // By attributes: the property asks for a layout.
  const stops = Array.from(root.querySelectorAll('[tabindex="0"]'))
  const stop = (wanted !== null && isButton(wanted) ? wanted : null) ?? stops[0] ?? root.querySelector('[role=button]')
  for (const other of stops) if (other !== stop) other.setAttribute('tabindex', '-1')
  if (stop?.getAttribute('tabindex') !== '0') stop?.setAttribute('tabindex', '0')
}
