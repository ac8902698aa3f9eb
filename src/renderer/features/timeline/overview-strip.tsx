/**
 * All of the time there is, small, with the window that is seen: drag its edges or the whole of it, or draw another one. By keyboard its
 * edges are two sliders.
 */
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Timeline } from '../../../shared/domain/timeline.ts'
import { useSay } from '../../lib/say.ts'
import { lengthOf, moved, scaleOf, type Span } from './axis.ts'
import { EVENT_FILLS } from './event-kind.tsx'
import { layoutEvents } from './layout-events.ts'
import { densityOf } from './density.ts'
import styles from './overview-strip.module.css'
import type { MarkWords } from './use-mark-words.ts'
import type { LibraryEvent } from '../../../shared/domain/event.ts'

export const OVERVIEW_HEIGHT = 44
const SLACK = 4
const WEEK = 7

export interface OverviewStripProps {
  timeline: Timeline
  events: readonly LibraryEvent[]
  whole: Span
  span: Span
  width: number
  words: MarkWords
  onSpan: (span: Span) => void
}

type Grip = 'start' | 'end' | 'all' | 'new'

export function OverviewStrip({ timeline, events, whole, span, width, words, onSpan }: OverviewStripProps) {
  const say = useSay()
  const strip = useRef<HTMLDivElement>(null)
  const held = useRef<{ grip: Grip; at: number; span: Span } | null>(null)
  const x = scaleOf(whole, width)
  const columns = useMemo(() => densityOf(timeline, whole, width), [timeline, whole, width])
  const most = columns.reduce((sum, { statements }) => Math.max(sum, statements), 1)
  const from = Math.max(0, Math.min(width - 4, x(span.start)))
  const to = Math.min(width, Math.max(from + 4, x(span.end)))
  const dayAt = (clientX: number): number => {
    const box = strip.current?.getBoundingClientRect()
    return box ? whole.start + ((clientX - box.left) / box.width) * lengthOf(whole) : whole.start
  }
  const edge = (grip: 'start' | 'end', day: number): void =>
    onSpan(
      grip === 'start' ? { start: Math.min(day, span.end - 2), end: span.end } : { start: span.start, end: Math.max(day, span.start + 2) },
    )
  const hold = (grip: Grip) => (event: PointerEvent) => {
    if (event.button !== 0) return
    event.stopPropagation()
    // A window that is all of the time there is has nowhere to be moved to.
    const isAll = grip === 'all' && from <= 1 && to >= width - 1
    strip.current?.setPointerCapture(event.pointerId)
    held.current = { grip: isAll ? 'new' : grip, at: dayAt(event.clientX), span }
  }
  const drag = (event: PointerEvent): void => {
    if (!held.current) return
    const day = dayAt(event.clientX)
    const { grip, at, span: began } = held.current
    if (grip === 'all') onSpan(moved(began, day - at, whole))
    else if (grip !== 'new') edge(grip, day)
    else if ((Math.abs(day - at) / lengthOf(whole)) * width >= SLACK)
      onSpan({ start: Math.max(whole.start, Math.min(day, at)), end: Math.min(whole.end, Math.max(day, at)) })
  }
  const key = (grip: 'start' | 'end') => (event: KeyboardEvent) => {
    const step = event.shiftKey ? WEEK : 1
    const day = span[grip]
    const next =
      event.key === 'ArrowRight' || event.key === 'ArrowUp'
        ? day + step
        : event.key === 'ArrowLeft' || event.key === 'ArrowDown'
          ? day - step
          : event.key === 'Home'
            ? grip === 'start'
              ? whole.start
              : span.start + 2
            : event.key === 'End'
              ? grip === 'end'
                ? whole.end
                : span.end - 2
              : null
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    edge(grip, next)
  }
  const slider = (grip: 'start' | 'end', left: number) => {
    // The last day that is seen is the one before the end.
    const day = Math.floor(grip === 'start' ? span.start : span.end - 0.001)
    return (
      <div
        role="slider"
        tabIndex={0}
        aria-label={say(grip === 'start' ? 'timeline.windowStart' : 'timeline.windowEnd')}
        aria-valuemin={Math.floor(whole.start)}
        aria-valuemax={Math.ceil(whole.end)}
        aria-valuenow={day}
        aria-valuetext={words.day(day)}
        className={styles.edge}
        style={{ left: left - 5 }}
        onPointerDown={hold(grip)}
        onKeyDown={key(grip)}
      />
    )
  }
  return (
    <div
      ref={strip}
      className={styles.strip}
      dir="ltr"
      role="group"
      aria-label={say('timeline.overview')}
      style={{ inlineSize: width }}
      onPointerDown={hold('new')}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null
      }}
      onPointerCancel={() => {
        held.current = null
      }}
    >
      <svg width={width} height={OVERVIEW_HEIGHT} aria-hidden="true">
        {layoutEvents(events, whole, width).map(({ event, x: left, width: wide, sure }) => (
          <g key={event.id} style={{ fill: `var(${EVENT_FILLS[event.kind]})` }}>
            {(sure === null || sure.width < wide) && <rect x={left} width={wide} y={0} height={OVERVIEW_HEIGHT} opacity={0.35} />}
            {sure && <rect x={sure.x} width={sure.width} y={0} height={OVERVIEW_HEIGHT} />}
          </g>
        ))}
        {columns.map(({ at, statements }) => {
          const height = Math.max(2, (statements / most) * (OVERVIEW_HEIGHT - 10))
          return <rect key={at} x={at} width={2.5} y={OVERVIEW_HEIGHT - 3 - height} height={height} className={styles.column} />
        })}
      </svg>
      <div className={styles.shade} style={{ left: 0, width: from }} />
      <div className={styles.shade} style={{ left: to, width: Math.max(0, width - to) }} />
      <div className={styles.window} style={{ left: from, width: to - from }} onPointerDown={hold('all')} />
      {slider('start', from)}
      {slider('end', to)}
    </div>
  )
}
