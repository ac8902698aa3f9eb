/** Statements in time: a column for each week, month, quarter or year, stacked by tag. What stands between two of them stands there too, empty. Pure. */
import { letterAt, tagBar, tagLegend, type ChartTag } from './signs.ts'
import { CHART_WIDTH, drawing, el, HAIR, label, MUTED, widthOf, type ChartWords } from './svg.ts'

export interface MonthColumns {
  readonly tags: readonly ChartTag[]
  /** In order of time. `label`: beneath the column; `group`: beneath that, where it differs from the one before; '' for what stands apart. */
  readonly columns: readonly { readonly label: string; readonly group: string; readonly counts: readonly number[] }[]
}

const HIGH = 190
const TOP = 18
const EDGE = 34
const WIDEST = 64

export function monthsSvg(id: string, words: ChartWords, { tags, columns }: MonthColumns): { svg: string; width: number; height: number } {
  const totals = columns.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const { step, most } = scaleTo(Math.max(1, ...totals))
  const wide = Math.min(WIDEST, (CHART_WIDTH - EDGE) / Math.max(1, columns.length))
  const y = (count: number): number => TOP + HIGH - (count / most) * HIGH
  const grid = Array.from({ length: Math.round(most / step) + 1 }, (_, index) => {
    const at = index * step
    return (
      el('line', { x1: EDGE, x2: CHART_WIDTH, y1: y(at), y2: y(at), stroke: HAIR, 'stroke-width': at === 0 ? 1.5 : 0.75 }) +
      label(EDGE - 6, y(at) + 3.5, String(at), { 'text-anchor': 'end', 'font-size': 10, fill: MUTED })
    )
  })
  // Names that would touch are left out, the same number between each two that stand.
  const longest = Math.max(0, ...columns.filter(({ group }) => group !== '').map(({ label: name }) => widthOf(name, 10)))
  const each = Math.max(1, Math.ceil((longest + 6) / wide))
  const bars = columns.map(({ label: name, group, counts }, index) => {
    const left = EDGE + index * wide
    const [x, width] = [left + wide * 0.12, wide * 0.76]
    let below = 0
    const parts = counts.map((count, place) => {
      const tag = tags[place]
      if (!tag || count === 0) return ''
      const [from, to] = [y(below), y(below + count)]
      below += count
      return (
        tagBar(tag, { x, y: to + 0.5, width, height: Math.max(0.5, from - to - 1) }, `${name} ${group}: ${tag.name} ${count}`) +
        (from - to >= 13 && width >= 12 ? letterAt(x + width / 2, (from + to) / 2 + 3.6, tag) : '')
      )
    })
    const middle = { 'text-anchor': 'middle', fill: MUTED }
    return (
      parts.join('') +
      (below === 0 || width < 14 ? '' : label(x + width / 2, y(below) - 5, String(below), { ...middle, 'font-weight': 600 })) +
      (index % each === 0 || group === '' ? label(left + wide / 2, TOP + HIGH + 14, name, { ...middle, 'font-size': 10 }) : '') +
      (group !== columns[index - 1]?.group
        ? label(left + wide * 0.12, TOP + HIGH + 28, group, { fill: MUTED, 'font-size': 10, 'font-weight': 600 })
        : '')
    )
  })
  const bottom = TOP + HIGH + 38
  const legend = tagLegend(tags, CHART_WIDTH - EDGE, bottom)
  const height = bottom + legend.height
  return {
    svg: drawing(id, words, CHART_WIDTH, height, ...grid, ...bars, el('g', { transform: `translate(${EDGE} 0)` }, legend.svg)),
    width: CHART_WIDTH,
    height,
  }
}

/** Round steps, four or five up to the most there is. */
export function scaleTo(most: number): { step: number; most: number } {
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power
  return { step, most: Math.ceil(most / step) * step }
}
