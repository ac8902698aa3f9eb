/**
 * Keys within the side-by-side view: up and down within a column, left and right to the quote of the next column that stands nearest, N and
 * P to the head of the next band and the one before, Home and End. One quote is the stop for Tab.
 */
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { useLocale } from 'react-aria-components'
import { latinKey } from '../../lib/keys.ts'

export function useSideKeys(frame: RefObject<HTMLElement | null>) {
  const isRtl = useLocale().direction === 'rtl'
  const stop = useRef<HTMLElement | null>(null)
  // Quotes come and go with bands: there is always one stop.
  useEffect(() => {
    const quotes = all(frame.current, '[data-quote]')
    if (!stop.current || !frame.current?.contains(stop.current)) stop.current = quotes[0] ?? null
    for (const quote of quotes) quote.tabIndex = quote === stop.current ? 0 : -1
  })
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target.dataset.quote === undefined) return
    if (stop.current) stop.current.tabIndex = -1
    stop.current = target
    target.tabIndex = 0
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const key = latinKey(event.nativeEvent)
    const next = /^[np]$/i.test(key)
      ? band(frame.current, event.target, key.toLowerCase() === 'n' ? 1 : -1)
      : event.target.dataset.quote === undefined
        ? null
        : quoteAt(frame.current, event.target, key, isRtl)
    if (!next) return
    event.preventDefault()
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return { onKeyDown, onFocus }
}

const all = (root: Element | null, selector: string): HTMLElement[] => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]

function band(frame: Element | null, from: HTMLElement, by: 1 | -1): HTMLElement | null {
  const heads = all(frame, '[data-band-head]')
  const here = from.closest('[data-band]')?.querySelector<HTMLElement>('[data-band-head]')
  // From a quote, P leads to the head of its own band first.
  const isInside = here !== from && by === -1
  const place = here ? heads.indexOf(here) : -1
  return heads[isInside ? Math.max(place, 0) : place + by] ?? null
}

function quoteAt(frame: Element | null, from: HTMLElement, key: string, isRtl: boolean): HTMLElement | null {
  const column = Number(from.dataset.column)
  const ofColumn = (index: number): HTMLElement[] => all(frame, `[data-quote][data-column="${index}"]`)
  const own = ofColumn(column)
  const place = own.indexOf(from)
  switch (key) {
    case 'ArrowDown':
      return own[place + 1] ?? null
    case 'ArrowUp':
      return own[place - 1] ?? null
    case 'Home':
      return own[0] ?? null
    case 'End':
      return own.at(-1) ?? null
    case 'ArrowLeft':
    case 'ArrowRight': {
      const by = (key === 'ArrowRight') === !isRtl ? 1 : -1
      const columns = new Set(all(frame, '[data-quote]').map((quote) => Number(quote.dataset.column)))
      for (let index = column + by; index >= 0 && index <= Math.max(...columns); index += by) {
        const near = nearest(from, ofColumn(index))
        if (near) return near
      }
      return null
    }
    default:
      return null
  }
}

function nearest(from: HTMLElement, quotes: readonly HTMLElement[]): HTMLElement | null {
  const top = from.getBoundingClientRect().top
  const away = (quote: HTMLElement): number => Math.abs(quote.getBoundingClientRect().top - top)
  return quotes.reduce<HTMLElement | null>((best, quote) => (best === null || away(quote) < away(best) ? quote : best), null)
}
