/**
 * Wheel, drag and pinch over the drawing: the wheel zooms at the pointer, sideways it moves, a drag moves, two fingers zoom. The part under
 * the pointer is asked by `data-plot`, so that names of lanes scroll and the strip of events draws.
 */
import { useEffect, useRef, type RefObject } from 'react'
import { lengthOf, moved, zoomed, type Span } from './axis.ts'

interface Now {
  span: Span
  whole: Span
  set: (span: Span) => void
}

const LINE = 16
/** What a press may shake before it is a drag. */
const SLACK = 4

export function useGestures(root: RefObject<HTMLElement | null>, now: Now): void {
  const state = useRef(now)
  state.current = now
  useEffect(() => {
    const element = root.current
    if (!element) return
    const pointers = new Map<number, { x: number; y: number }>()
    let dragged = false
    const plotOf = (event: Event): Element | null => (event.target instanceof Element ? event.target.closest('[data-plot]') : null)
    const dayAt = (plot: Element, clientX: number): number => {
      const box = plot.getBoundingClientRect()
      return state.current.span.start + ((clientX - box.left) / box.width) * lengthOf(state.current.span)
    }
    const wheel = (event: WheelEvent): void => {
      const plot = plotOf(event)
      if (!plot) return
      event.preventDefault()
      const { span, whole, set } = state.current
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        return set(moved(span, (sideways * unit * lengthOf(span)) / plot.getBoundingClientRect().width, whole))
      // A pinch on a trackpad comes as a wheel with Ctrl, in small steps.
      const factor = Math.exp((-event.deltaY * unit) / (event.ctrlKey ? 100 : 500))
      set(zoomed(span, Math.min(2, Math.max(0.5, factor)), dayAt(plot, event.clientX), whole))
    }
    const down = (event: PointerEvent): void => {
      const plot = plotOf(event)
      if (!plot || event.button !== 0 || (event.target instanceof Element && event.target.closest('[data-strip]'))) return
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      dragged = pointers.size > 1
    }
    const move = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId)
      if (!before) return
      const plot = element.querySelector('[data-plot]')
      if (!plot) return
      const { span, whole, set } = state.current
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      if (other) {
        const wasApart = Math.hypot(before.x - other.x, before.y - other.y)
        const isApart = Math.hypot(event.clientX - other.x, event.clientY - other.y)
        if (wasApart > 0 && isApart > 0) set(zoomed(span, isApart / wasApart, dayAt(plot, (event.clientX + other.x) / 2), whole))
      } else {
        const by = before.x - event.clientX
        if (!dragged && Math.abs(by) < SLACK) return
        if (!dragged) element.setPointerCapture(event.pointerId)
        dragged = true
        set(moved(span, (by * lengthOf(span)) / plot.getBoundingClientRect().width, whole))
      }
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    }
    const up = (event: PointerEvent): void => void pointers.delete(event.pointerId)
    // What ends a drag is no press of what lies there.
    const click = (event: MouseEvent): void => {
      if (dragged) event.stopPropagation()
      dragged = false
    }
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    element.addEventListener('click', click, true)
    return () => {
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
      element.removeEventListener('click', click, true)
    }
  }, [root])
}
