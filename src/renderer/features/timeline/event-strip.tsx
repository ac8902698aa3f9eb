/**
 * Events above the axis, as long as they were: press one to read of it, drag over an empty place to draw a new one. By keyboard every event
 * is a button, and "Add event" asks for the dates.
 */
import { useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { LibraryEvent } from '../../../shared/domain/event.ts'
import { dayToIso } from '../../../shared/domain/partial-date.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { lengthOf, type Span } from './axis.ts'
import { eventDates, EventIcon } from './event-kind.tsx'
import type { EventBox } from './layout-events.ts'
import styles from './timeline-chart.module.css'

export const EVENT_ROW = 24
const SLACK = 4

export interface EventStripProps {
  boxes: readonly EventBox[]
  span: Span
  width: number
  canDraw: boolean
  onOpen: (event: LibraryEvent, anchor: AnchorRect) => void
  onDraw: (days: { starts: string; ends: string }, anchor: AnchorRect) => void
}

export function EventStrip({ boxes, span, width, canDraw, onOpen, onDraw }: EventStripProps) {
  const say = useSay()
  const intl = useIntl()
  const strip = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ from: number; to: number } | null>(null)
  const rows = boxes.reduce((most, { row }) => Math.max(most, row + 1), 1)
  /** Pixels of the strip, whatever the zoom of the window. */
  const at = (clientX: number): number => {
    const box = strip.current?.getBoundingClientRect()
    return box ? ((clientX - box.left) / box.width) * width : 0
  }
  const dayAt = (pixel: number): number => Math.floor(span.start + (pixel / width) * lengthOf(span))
  const datesOf = (event: LibraryEvent): string => eventDates(intl, event)
  return (
    <div
      ref={strip}
      role="group"
      aria-label={say('timeline.events')}
      className={styles.strip}
      data-plot
      data-strip={canDraw || undefined}
      style={{ blockSize: rows * EVENT_ROW + 8 }}
      onPointerDown={(event) => {
        if (!canDraw || event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const from = at(event.clientX)
        setDrawn({ from, to: from })
      }}
      onPointerMove={(event) => drawn && setDrawn({ from: drawn.from, to: at(event.clientX) })}
      onPointerCancel={() => setDrawn(null)}
      onPointerUp={() => {
        setDrawn(null)
        if (!drawn || !strip.current || Math.abs(drawn.to - drawn.from) < SLACK) return
        const [from, to] = [Math.max(0, Math.min(drawn.from, drawn.to)), Math.min(width, Math.max(drawn.from, drawn.to))]
        const box = strip.current.getBoundingClientRect()
        const scale = box.width / width
        onDraw(
          { starts: dayToIso(dayAt(from)), ends: dayToIso(dayAt(to)) },
          { x: box.left + from * scale, y: box.top, width: (to - from) * scale, height: box.height },
        )
      }}
    >
      {boxes.map(({ event, x, width: wide, sure, nameAt, nameWidth, from, to, row }) => (
        <button
          key={event.id}
          type="button"
          className={styles.event}
          data-kind={event.kind}
          style={{ left: from, width: to - from, top: 4 + row * EVENT_ROW }}
          title={`${event.title}, ${datesOf(event)}`}
          aria-label={say('timeline.event', { title: event.title, kind: say(`event.kind.${event.kind}`), dates: datesOf(event) })}
          onClick={(press) => onOpen(event, rectOf(press.currentTarget))}
        >
          {(sure === null || sure.width < wide) && <span className={styles.eventUnsure} style={{ left: x - from, width: wide }} />}
          {sure && <span className={styles.eventBar} style={{ left: sure.x - from, width: sure.width }} />}
          <span className={styles.eventName} style={{ left: nameAt - from, width: nameWidth }}>
            <EventIcon kind={event.kind} />
            <bdi>{event.title}</bdi>
          </span>
        </button>
      ))}
      {drawn && <div className={styles.drawn} style={{ left: Math.min(drawn.from, drawn.to), width: Math.abs(drawn.to - drawn.from) }} />}
    </div>
  )
}

export function rectOf(element: Element): AnchorRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}
