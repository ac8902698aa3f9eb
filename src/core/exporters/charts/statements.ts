/** Statements by party and tag: a bar for each party, stacked by tag, each part with the letter and pattern of its tag. Pure. */
import { letterAt, tagBar, tagLegend, type ChartTag } from './signs.ts'
import { CHART_WIDTH, drawing, el, HAIR, label, lines, MUTED, type ChartWords } from './svg.ts'

export interface StatementBars {
  /** Those that occur, in the order in which they are stacked. */
  readonly tags: readonly ChartTag[]
  /** By tag in the same order: how many. */
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[]
}

const NAMES = 168
const TOTAL = 40
const BAR = 20
const ROW = 32

export function statementsSvg(
  id: string,
  words: ChartWords,
  { tags, rows }: StatementBars,
): { svg: string; width: number; height: number } {
  const totals = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const room = CHART_WIDTH - NAMES - TOTAL
  const per = room / Math.max(1, ...totals)
  const bars = rows.map(({ name, counts }, index) => {
    const top = index * ROW + 4
    let x = NAMES
    const parts = counts.map((count, place) => {
      const tag = tags[place]
      if (!tag || count === 0) return ''
      const wide = count * per
      const part =
        tagBar(tag, { x, y: top, width: Math.max(0.5, wide - 1), height: BAR }, `${name}: ${tag.name} ${count}`) +
        (wide >= 15 ? letterAt(x + wide / 2 - 0.5, top + BAR / 2 + 3.6, tag) : '')
      x += wide
      return part
    })
    const written = lines(name, 11, NAMES - 14, 2)
    const first = top + BAR / 2 + 4 - (written.length - 1) * 6.5
    return (
      written.map((line, at) => label(NAMES - 10, first + at * 13, line, { 'text-anchor': 'end' })).join('') +
      parts.join('') +
      label(x + 6, top + BAR / 2 + 4, String(totals[index] ?? 0), { fill: MUTED, 'font-weight': 600 })
    )
  })
  const bottom = rows.length * ROW
  const legend = tagLegend(tags, CHART_WIDTH - NAMES, bottom + 8)
  const height = bottom + 8 + legend.height
  return {
    svg: drawing(
      id,
      words,
      CHART_WIDTH,
      height,
      el('line', { x1: NAMES - 0.5, x2: NAMES - 0.5, y1: 0, y2: bottom, stroke: HAIR }),
      ...bars,
      el('g', { transform: `translate(${NAMES} 0)` }, legend.svg),
    ),
    width: CHART_WIDTH,
    height,
  }
}
