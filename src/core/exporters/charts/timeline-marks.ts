/** Marks of the timeline as they are drawn, and what the signs among them mean. */
import { colours } from '../styles/palette.ts'
import type { Axis } from './axis.ts'
import { letterAt } from './signs.ts'
import { CHART_WIDTH, el, INK, label, LINE, MUTED, widthOf } from './svg.ts'
import { isWide, radiusOf, type PlacedMark, type TimelineMark } from './timeline-lanes.ts'

/** What the signs mean. */
export interface TimelineLegend {
  readonly size: string
  readonly published: string
  readonly wide: string
  readonly important: string
  readonly count: string
}

/** Left of the axis stand the names. */
export const NAMES = 146
const STAR = 'M0 -4 L1.2 -1.2 L4 -1.2 L1.8 0.8 L2.6 3.6 L0 2 L-2.6 3.6 L-1.8 0.8 L-4 -1.2 L-1.2 -1.2 Z'

/** A disc, or a bar where only the month or year is known; dashed where the date is that of the publication. */
export function markAt({ mark, count, from, to }: PlacedMark, { x }: Axis, y: number): string {
  const { tag, important, isPublished } = mark
  const { bg, strong } = colours(tag.hue)
  const radius = radiusOf(mark)
  const look = { fill: isPublished ? '#ffffff' : bg, stroke: strong, 'stroke-width': 1.25 }
  const beside = count === 1 ? '' : `×${count}`
  const middle = isWide(mark) ? Math.max(from, NAMES) + radius + 3 : x(mark.first + 0.5)
  return el(
    'g',
    {},
    isWide(mark)
      ? el('rect', {
          x: Math.max(NAMES, from),
          y: y - radius + 0.5,
          width: Math.min(CHART_WIDTH, to) - Math.max(NAMES, from),
          height: 2 * radius - 1,
          rx: 3,
          ...look,
          'stroke-dasharray': '4 2.5',
        })
      : el('circle', { cx: middle, cy: y, r: radius, ...look, ...(isPublished && { 'stroke-dasharray': '2.6 2' }) }),
    letterAt(middle, y + 3.4, tag, 9.5),
    beside === '' ? '' : label(middle + radius + 2, y + 3.2, beside, { 'font-size': 9, fill: MUTED }),
    important
      ? el('path', {
          d: STAR,
          transform: `translate(${Math.round((middle + radius) * 100) / 100} ${Math.round((y - radius + 1) * 100) / 100})`,
          fill: INK,
          stroke: '#ffffff',
          'stroke-width': 0.5,
        })
      : '',
  )
}

/** What occurs among the marks is explained. */
export function keysOf(
  { marks, legend }: { marks: readonly TimelineMark[]; legend: TimelineLegend },
  isCounted: boolean,
): { wide: number; at: (x: number, y: number) => string }[] {
  const key = (words: string, sign: (x: number, y: number) => string) => ({
    wide: 26 + widthOf(words, 10) + 14,
    at: (x: number, y: number) => sign(x, y - 4) + label(x + 26, y, words, { 'font-size': 10, fill: MUTED }),
  })
  const ring = { fill: '#ffffff', stroke: LINE, 'stroke-width': 1.25 }
  return [
    ...(marks.some(({ intensity }) => intensity !== null)
      ? [
          key(
            legend.size,
            (x, y) => el('circle', { cx: x + 6, cy: y, r: 3.5, ...ring }) + el('circle', { cx: x + 16, cy: y, r: 5.5, ...ring }),
          ),
        ]
      : []),
    ...(marks.some(({ isPublished }) => isPublished)
      ? [key(legend.published, (x, y) => el('circle', { cx: x + 12, cy: y, r: 5.5, ...ring, 'stroke-dasharray': '2.6 2' }))]
      : []),
    ...(marks.some(isWide)
      ? [key(legend.wide, (x, y) => el('rect', { x: x + 1, y: y - 5, width: 20, height: 10, rx: 3, ...ring, 'stroke-dasharray': '4 2.5' }))]
      : []),
    ...(marks.some(({ important }) => important)
      ? [key(legend.important, (x, y) => el('path', { d: STAR, transform: `translate(${x + 12} ${y})`, fill: INK }))]
      : []),
    ...(isCounted ? [key(legend.count, (x, y) => label(x + 6, y + 3.5, '×2', { 'font-size': 9, fill: MUTED }))] : []),
  ]
}
