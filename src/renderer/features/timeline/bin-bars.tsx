/** Statements of a lane that are too many to be drawn one by one: a bar for each bin, as high as its share of the fullest one of all lanes. */
import { useSay } from '../../lib/say.ts'
import { scaleOf } from './axis.ts'
import { BIN_LANE, inSpan } from './layout-chart.ts'
import type { LaneMarksProps } from './lane-marks.tsx'
import styles from './timeline-chart.module.css'

export function BinBars({ lane, span, width, words, codebook, mostInBin }: LaneMarksProps) {
  const say = useSay()
  const x = scaleOf(span, width)
  const most = lane.bins.reduce((sum, { statements }) => Math.max(sum, statements), 1)
  const room = BIN_LANE - 12
  return (
    <g
      transform={`translate(0 ${lane.top})`}
      role="img"
      aria-label={say('timeline.laneOfBins', { party: words.lane(lane.lane), count: lane.lane.statements, most })}
    >
      {inSpan(lane.bins, ({ first }) => first, span, 31).map((bin) => {
        const height = Math.max(1.5, (bin.statements / mostInBin) * room)
        const [tag] = bin.tags
        return (
          <rect
            key={bin.first}
            x={x(bin.first)}
            width={Math.max(1, x(bin.last + 1) - x(bin.first) - 0.5)}
            y={BIN_LANE - 4 - height}
            height={height}
            className={styles.bin}
          >
            <title>
              {say('timeline.bin', {
                from: words.day(bin.first),
                to: words.day(bin.last),
                count: bin.statements,
                tag: (tag && codebook.tagById.get(tag.tagId)?.name) ?? '',
              })}
            </title>
          </rect>
        )
      })}
    </g>
  )
}
