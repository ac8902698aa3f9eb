/**
 * Keys of the drawing. Arrows walk from mark to mark, left and right in time, up and down from lane to lane; with Shift they move the window;
 * + and − zoom, 0 shows all; Enter opens the quote, and once it is open goes to the passage.
 */
import type { KeyboardEvent } from 'react'
import type { Mark } from '../../../shared/domain/timeline.ts'
import { lengthOf, moved, zoomed, type Span } from './axis.ts'
import { neighbour, type ChartLayout, type Way } from './layout-chart.ts'

export interface ChartKeys {
  chart: ChartLayout
  active: Mark | undefined
  span: Span
  whole: Span
  isOpen: boolean
  onSpan: (span: Span) => void
  onWalk: (mark: Mark) => void
  onOpen: (mark: Mark) => void
  onPassage: (mark: Mark) => void
  onClose: () => void
}

const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
const ZOOM = 1.5

/** Whether the key was taken. */
export function chartKey(event: KeyboardEvent, keys: ChartKeys): boolean {
  const { chart, active, span, whole } = keys
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const by = lengthOf(span) / 8
  const middle =
    active && active.last >= span.start && active.first < span.end ? (active.first + active.last + 1) / 2 : (span.start + span.end) / 2
  if (event.key === '+' || event.key === '=') keys.onSpan(zoomed(span, ZOOM, middle, whole))
  else if (event.key === '-' || event.key === '−') keys.onSpan(zoomed(span, 1 / ZOOM, middle, whole))
  else if (event.key === '0') keys.onSpan(whole)
  else if (event.key === 'PageDown') keys.onSpan(moved(span, lengthOf(span) * 0.9, whole))
  else if (event.key === 'PageUp') keys.onSpan(moved(span, -lengthOf(span) * 0.9, whole))
  else if (event.shiftKey && event.key === 'ArrowRight') keys.onSpan(moved(span, by, whole))
  else if (event.shiftKey && event.key === 'ArrowLeft') keys.onSpan(moved(span, -by, whole))
  else if (event.key === 'Escape' && keys.isOpen) keys.onClose()
  else if ((event.key === 'Enter' || event.key === ' ') && active)
    (keys.isOpen && event.key === 'Enter' ? keys.onPassage : keys.onOpen)(active)
  else {
    const way = WAYS[event.key]
    if (way === undefined) return false
    const next = neighbour(chart, active, way)
    if (next) keys.onWalk(next)
  }
  return true
}
