/**
 * Threads as lines from mark to mark in order of time, with their titles at the end; the kind of a thread is told by the way its line is
 * dashed. Lines keep quiet but for those of the mark that is pointed at or chosen; a title for which there is no room is left out.
 */
import type { TimelineThread } from '../../../shared/domain/timeline.ts'
import { shorten } from '../../lib/shorten.ts'
import { cx } from '../../ui/cx.ts'
import type { Span } from './axis.ts'
import { placesIn, type ChartLayout } from './layout-chart.ts'
import { THREAD_DASHES } from './mark-face.ts'
import styles from './timeline-chart.module.css'

const LONGEST = 36
const LETTER = 5.6
const LINE = 13
/** From the middle of the last mark to its title. */
const BESIDE = 14

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
  // What is chosen is drawn over the others.
  const sorted = threads.toSorted((a, b) => Number(strong.has(a.id)) - Number(strong.has(b.id)))
  return (
    <g aria-hidden="true" className={styles.threads}>
      {sorted.map((thread) => (
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

/** Over marks and bars, which would cover them. */
export function ThreadTitles({ threads, strong, chart, span, width }: ThreadLinesProps) {
  const first = threads.toSorted((a, b) => Number(strong.has(b.id)) - Number(strong.has(a.id)))
  return (
    <g aria-hidden="true" className={styles.threads}>
      {placeTitles(first, placesIn(chart, span, width), width).map(({ id, text, x, y }) => (
        <text key={id} x={x} y={y} className={cx(styles.threadTitle, strong.has(id) && styles.strongTitle)}>
          {text}
        </text>
      ))}
    </g>
  )
}

export interface ThreadTitle {
  id: number
  text: string
  x: number
  y: number
}

/** Titles beside the last mark of each thread that is in sight, none on top of one before it. */
export function placeTitles(
  threads: readonly Pick<TimelineThread, 'id' | 'title' | 'members'>[],
  place: ReturnType<typeof placesIn>,
  width: number,
): ThreadTitle[] {
  const placed: (ThreadTitle & { wide: number })[] = []
  for (const { id, title, members } of threads) {
    const seen = members.flatMap((member) => place(member.id) ?? []).filter(({ x }) => x >= 0 && x <= width)
    const end = seen.at(-1)
    if (!end) continue
    const text = shorten(title, LONGEST)
    const wide = text.length * LETTER
    const after = end.x + BESIDE
    const x = after + wide <= width ? after : end.x - BESIDE - wide
    const y = end.y - 6
    const touches = placed.some((one) => Math.abs(one.y - y) < LINE && x < one.x + one.wide && one.x < x + wide)
    if (!touches && x >= 0) placed.push({ id, text, x, y, wide })
  }
  return placed
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
