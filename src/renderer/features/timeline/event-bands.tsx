/** Events as bands behind the marks; an edge whose date only names a month or a year is broken. */
import { datePrecision } from '../../../shared/domain/partial-date.ts'
import { scaleOf, type Span } from './axis.ts'
import { EVENT_FILLS } from './event-kind.tsx'
import type { EventBox } from './layout-events.ts'
import styles from './timeline-chart.module.css'

export function EventBands({ boxes, span, width, height }: { boxes: readonly EventBox[]; span: Span; width: number; height: number }) {
  const x = scaleOf(span, width)
  const edge = (at: number) => <line x1={at} x2={at} y1={0} y2={height} className={styles.bandEdge} />
  return boxes.map(({ event, x: left, width: wide, first, last }) => (
    <g key={event.id} aria-hidden="true">
      <rect x={left} width={wide} y={0} height={height} className={styles.band} style={{ fill: `var(${EVENT_FILLS[event.kind]})` }} />
      {isWide(event.starts) && edge(x(first))}
      {isWide(event.ends ?? event.starts) && edge(x(last + 1))}
    </g>
  ))
}

const isWide = (date: string): boolean => !['day', 'time'].includes(datePrecision(date))
