/** What the signs mean: only what is in sight, in the order of the codebook. */
import type { Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark, STANCES } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import type { MarkColour } from './mark-face.ts'
import styles from './timeline-view.module.css'

export interface TimelineLegendProps {
  timeline: Timeline
  codebook: Codebook
  colour: MarkColour
}

export function TimelineLegend({ timeline, codebook, colour }: TimelineLegendProps) {
  const say = useSay()
  if (timeline.bins !== null) return null
  const { marks } = timeline
  const tags = new Set(marks.map(({ tagId }) => tagId))
  const stances = new Set(marks.map(({ stance }) => stance))
  const fromPublication = marks.some(({ dateFrom }) => dateFrom === 'publication')
  const wide = marks.some(({ precision }) => precision !== 'day')
  const differ = new Set(marks.map(({ intensity }) => intensity)).size > 1
  return (
    <ul className={styles.legend} aria-label={say('timeline.legend')}>
      {colour === 'tag'
        ? codebook.tags
            .filter(({ id }) => tags.has(id))
            .map((tag) => (
              <li key={tag.id}>
                <TagMark tag={tag} />
              </li>
            ))
        : STANCES.filter((stance) => stances.has(stance)).map((stance) => (
            <li key={stance}>
              <StanceMark stance={stance} />
            </li>
          ))}
      {differ && <Sign label={say('timeline.legend.size')} shape="size" />}
      {fromPublication && <Sign label={say('timeline.legend.published')} shape="dashed" />}
      {wide && <Sign label={say('timeline.legend.wide')} shape="wide" />}
    </ul>
  )
}

function Sign({ label, shape }: { label: string; shape: 'size' | 'dashed' | 'wide' }) {
  return (
    <li>
      <svg width={shape === 'dashed' ? 16 : 28} height={16} aria-hidden="true" className={styles.signShape}>
        {shape === 'size' &&
          [4, 5.5, 7].map((radius, index) => <circle key={radius} cx={5 + index * 8.5 - (index === 0 ? 1 : 0)} cy={8} r={radius - 1} />)}
        {shape === 'dashed' && <circle cx={8} cy={8} r={6.5} strokeDasharray="3 2.5" />}
        {shape === 'wide' && <rect x={1} y={2} width={26} height={12} rx={3} strokeDasharray="4 2.5" />}
      </svg>
      <span>{label}</span>
    </li>
  )
}
