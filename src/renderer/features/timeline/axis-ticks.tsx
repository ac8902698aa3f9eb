/** The two tiers of the axis: months over days, years over months. Words of the upper tier stay in sight while any of their time is. */
import { cx } from '../../ui/cx.ts'
import { scaleOf, ticksOf, type Span, type Tick } from './axis.ts'
import styles from './timeline-chart.module.css'
import type { MarkWords } from './use-mark-words.ts'

export const AXIS_HEIGHT = 40
/** Width of a digit, rather too much. */
const LETTER = 6.8

export function AxisTicks({ span, width, words }: { span: Span; width: number; words: MarkWords }) {
  const x = scaleOf(span, width)
  const { minor, major } = ticksOf(span, width)
  return (
    <svg width={width} height={AXIS_HEIGHT} className={styles.axis} aria-hidden="true">
      {major.map((tick, index) => {
        const from = x(tick.from)
        const to = x(tick.to)
        const word = majorWord(tick, words)
        // Cut off by the next one, it would be read as part of it.
        const at = Math.max(from, 0) + 6
        return (
          <g key={tick.from}>
            {index > 0 && <line x1={from} x2={from} y1={0} y2={AXIS_HEIGHT} className={styles.tickMajor} />}
            {Math.min(to, width) - at > word.length * 6.5 && (
              <text x={at} y={14} className={styles.major}>
                {word}
              </text>
            )}
          </g>
        )
      })}
      {minor.map((tick) => (
        <g key={tick.from} className={cx(!isWhole(tick, x, width, words) && styles.cutTick)}>
          <line x1={x(tick.from)} x2={x(tick.from)} y1={22} y2={AXIS_HEIGHT} className={styles.tick} />
          <text {...(tick.unit === 'day' ? { x: (x(tick.from) + x(tick.to)) / 2, textAnchor: 'middle' } : { x: x(tick.from) + 4 })} y={34}>
            {words.tick(tick)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Whether its word is in sight as a whole: "27" cut off to "7" is another day. */
function isWhole(tick: Tick, x: (day: number) => number, width: number, words: MarkWords): boolean {
  const wide = words.tick(tick).length * LETTER
  const from = tick.unit === 'day' ? (x(tick.from) + x(tick.to)) / 2 - wide / 2 : x(tick.from) + 4
  return from >= 0 && from + wide <= width
}

/** Above days and weeks a month needs its year. */
export const majorWord = (tick: Parameters<MarkWords['tick']>[0], words: MarkWords): string =>
  tick.unit === 'month' ? words.date({ first: tick.from, precision: 'month' }) : words.tick(tick)
