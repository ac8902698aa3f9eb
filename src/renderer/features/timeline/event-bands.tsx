/** Events as bands behind the marks; days on which an event may have been, because its date only names a month or a year, are hatched. */
import { EVENT_FILLS } from './event-kind.tsx'
import type { EventBox } from './layout-events.ts'
import styles from './timeline-chart.module.css'

export function EventBands({ boxes, height }: { boxes: readonly EventBox[]; height: number }) {
  return boxes.map(({ event, x, width, sure }) => (
    <g key={event.id} aria-hidden="true">
      {(sure === null || sure.width < width) && (
        <>
          <rect x={x} width={width} y={0} height={height} className={styles.bandUnsure} />
          {[x, x + width].map((at) => (
            <line key={at} x1={at} x2={at} y1={0} y2={height} className={styles.bandEdge} />
          ))}
        </>
      )}
      {sure && (
        <rect
          x={sure.x}
          width={sure.width}
          y={0}
          height={height}
          className={styles.band}
          style={{ fill: `var(${EVENT_FILLS[event.kind]})` }}
        />
      )}
    </g>
  ))
}
