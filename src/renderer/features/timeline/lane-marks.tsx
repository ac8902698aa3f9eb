/** What is drawn in one lane: its marks, the counts of those that find no room, bars of dates that only name a month or a year; or bins. */
import type { Mark } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { scaleOf, type Span } from './axis.ts'
import { CountMark, type OnHidden } from './count-mark.tsx'
import { BinBars } from './bin-bars.tsx'
import { CELL, SPAN_ROW } from './layout.ts'
import { inSpan, seenPart, type ChartLane } from './layout-chart.ts'
import { marksInBar } from './layout-spans.ts'
import { markFace, type MarkColour } from './mark-face.ts'
import { MarkShape } from './mark-shape.tsx'
import styles from './timeline-chart.module.css'
import type { MarkWords } from './use-mark-words.ts'

/** Room for the words of a bar beside its marks. */
const BAR_NAME = 125

export interface LaneMarksProps {
  lane: ChartLane
  span: Span
  width: number
  colour: MarkColour
  codebook: Codebook
  words: MarkWords
  openId: number | null
  activeId: number | null
  /** Marks that are not among these step back; null: none does. */
  lit: ReadonlySet<number> | null
  /** Statements in the fullest bin of all lanes. */
  mostInBin: number
  /** A count was pressed: these have no room. */
  onHidden: OnHidden
}

export function LaneMarks(props: LaneMarksProps) {
  const { lane, span, width, words } = props
  const say = useSay()
  const { layout } = lane
  const x = scaleOf(span, width)
  const shape = (mark: Mark, at: number, y: number) => <PlacedMark key={mark.id} {...props} mark={mark} x={at} y={y} />
  if (!layout) return <BinBars {...props} />
  const perDay = width / (span.end - span.start)
  const offset = span.start * perDay
  const seen = inSpan(layout.placed, ({ mark }) => mark.first, span, (CELL / perDay) * 2)
  const last = lane.marks.find(({ id }) => id === props.activeId)
  const party = words.lane(lane.lane)
  const counted = layout.counted.filter((one) => one.x - offset >= 0 && one.x - offset <= width)
  const bars = layout.bars.filter((bar) => bar.last + 1 > span.start && bar.first < span.end)
  let hasCount = counted.length > 0
  return (
    <g transform={`translate(0 ${lane.top})`} role="group" aria-label={say('timeline.lane', { party, count: lane.lane.statements })}>
      {layout.placed.length > 0 && <line x1={0} x2={width} y1={layout.middle} y2={layout.middle} className={styles.thread0} />}
      {bars.map((bar) => {
        const { from, to } = seenPart(x(bar.first), x(bar.last + 1), width)
        const y = layout.barsAt + bar.row * SPAN_ROW
        const inBar = marksInBar(bar.marks.length, from, to)
        const isFirst = !hasCount
        hasCount ||= inBar.rest > 0
        return (
          <g key={`${bar.first} ${bar.last}`}>
            <rect x={x(bar.first)} width={x(bar.last + 1) - x(bar.first)} y={y - 12} height={24} rx={4} className={styles.bar} />
            <text x={from + 5} y={y + 4} className={cx(styles.barName, (to - from - inBar.xs.length * CELL) / 2 < BAR_NAME && styles.gone)}>
              {say('timeline.sometime', { date: words.date(bar) })}
            </text>
            {inBar.xs.map((at, index) => bar.marks[index] && shape(bar.marks[index], at, y))}
            {inBar.rest > 0 && (
              <CountMark
                x={inBar.restAt}
                y={y}
                marks={bar.marks.slice(inBar.xs.length)}
                party={party}
                isFirst={isFirst}
                words={words}
                onHidden={props.onHidden}
              />
            )}
            {last && bar.marks.indexOf(last) >= inBar.xs.length && shape(last, inBar.restAt, y)}
          </g>
        )
      })}
      {counted.map((one, index) => (
        <g key={one.x}>
          <CountMark
            x={one.x - offset}
            y={layout.countsAt}
            marks={one.marks}
            party={party}
            isFirst={index === 0}
            words={words}
            onHidden={props.onHidden}
          />
          {last && one.marks.includes(last) && shape(last, one.x - offset, layout.countsAt)}
        </g>
      ))}
      {seen.map(({ mark, x: at, row }) => shape(mark, at - offset, layout.middle + row * CELL))}
    </g>
  )
}

function PlacedMark({
  mark,
  x,
  y,
  colour,
  codebook,
  words,
  lane,
  openId,
  activeId,
  lit,
}: LaneMarksProps & { mark: Mark; x: number; y: number }) {
  return (
    <MarkShape
      id={mark.id}
      x={x}
      y={y}
      face={markFace(mark, codebook.tagById.get(mark.tagId), colour)}
      label={words.mark(mark, lane.lane)}
      isImportant={mark.important}
      isOpen={openId === mark.id}
      isActive={activeId === mark.id}
      isDim={lit !== null && !lit.has(mark.id)}
    />
  )
}
