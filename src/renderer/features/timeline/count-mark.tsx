/**
 * "+9": statements for which a lane or a bar has no room. Pressing it lists them. The counts of a lane are one stop of Tab, and the arrows
 * go from count to count.
 */
import type { KeyboardEvent } from 'react'
import type { Mark } from '../../../shared/domain/timeline.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { rectOf } from './event-strip.tsx'
import styles from './timeline-chart.module.css'
import type { MarkWords } from './use-mark-words.ts'

/** What a press on a count tells: the statements, and where they are listed. */
export type OnHidden = (marks: readonly Mark[], anchor: AnchorRect) => void

export interface CountMarkProps {
  x: number
  y: number
  marks: readonly Mark[]
  party: string
  isFirst: boolean
  words: MarkWords
  onHidden: OnHidden
}

export function CountMark({ x, y, marks, party, isFirst, words, onHidden }: CountMarkProps) {
  const say = useSay()
  const [first] = marks
  const last = marks.at(-1)
  if (!first || !last) return null
  const days = first.first === last.first ? words.date(first) : say('timeline.span', { from: words.date(first), to: words.date(last) })
  const text = say('timeline.more', { count: marks.length })
  const half = text.length * 3.6 + 4
  const key = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'Enter' || event.key === ' ') onHidden(marks, rectOf(event.currentTarget))
    else if (step === 0) return
    else {
      const all = [...(event.currentTarget.ownerSVGElement?.querySelectorAll<SVGGElement>('[data-count]') ?? [])]
      all[all.indexOf(event.currentTarget) + step]?.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <g
      data-count={marks.length}
      role="button"
      tabIndex={isFirst ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={say('timeline.hidden', { count: marks.length, party, days })}
      className={styles.countMark}
      transform={`translate(${x} ${y})`}
      onClick={(event) => onHidden(marks, rectOf(event.currentTarget))}
      onKeyDown={key}
    >
      <rect x={-half} y={-8} width={half * 2} height={16} rx={8} className={styles.countShape} />
      <text y="0.36em" className={styles.count}>
        {text}
      </text>
    </g>
  )
}
