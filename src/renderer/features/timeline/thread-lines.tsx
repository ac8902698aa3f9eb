/** Threads as lines from mark to mark in order of time; the kind of a thread is told by the way its line is dashed. */
import type { TimelineThread } from '../../../shared/domain/timeline.ts'
import { cx } from '../../ui/cx.ts'
import type { Span } from './axis.ts'
import { placesIn, type ChartLayout } from './layout-chart.ts'
import { THREAD_DASHES } from './mark-face.ts'
import styles from './timeline-chart.module.css'

export interface ThreadLinesProps {
  threads: readonly TimelineThread[]
  /** Those of the mark that is pointed at or chosen: drawn stronger. */
  strong: ReadonlySet<number>
  chart: ChartLayout
  span: Span
  width: number
}

export function ThreadLines({ threads, strong, chart, span, width }: ThreadLinesProps) {
  const place = placesIn(chart, span, width)
  return (
    <g aria-hidden="true" className={styles.threads}>
      {threads.map((thread) => (
        <path
          key={thread.id}
          data-thread={thread.id}
          d={threadPath(thread, place)}
          strokeDasharray={THREAD_DASHES[thread.kind]}
          className={cx(styles.threadLine, strong.has(thread.id) && styles.strong)}
        />
      ))}
    </g>
  )
}

/** Curves that leave and meet the marks level, so that one can follow them across lanes. */
export function threadPath(thread: Pick<TimelineThread, 'members'>, place: ReturnType<typeof placesIn>): string {
  const points = thread.members.flatMap(({ id }) => place(id) ?? [])
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1]
      if (!before) return `M${round(x)} ${round(y)}`
      const middle = (before.x + x) / 2
      return `C${round(middle)} ${round(before.y)} ${round(middle)} ${round(y)} ${round(x)} ${round(y)}`
    })
    .join(' ')
}

const round = (value: number): number => Math.round(value * 10) / 10
