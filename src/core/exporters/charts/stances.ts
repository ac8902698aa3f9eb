/** Where the parties stand: issues down, parties across, the shape of the stance in each cell. A dot where nothing was heard. Pure. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import { inRows, silenceAt, stanceAt } from './signs.ts'
import { CHART_WIDTH, drawing, el, HAIR, label, LINE, lines, MUTED, SUNKEN, widthOf, type ChartWords } from './svg.ts'

export interface StanceGrid {
  readonly parties: readonly string[]
  /** `cells` by party: the stance, null where they speak and take none, undefined where they are silent; how many statements, those beneath included; and whether one is on the very issue. */
  readonly rows: readonly {
    readonly issue: string
    readonly depth: number
    readonly cells: readonly ({ readonly stance: Stance | null; readonly statements: number; readonly isOwn: boolean } | undefined)[]
  }[]
  readonly legend: readonly { readonly stance: Stance | null | 'silent'; readonly label: string }[]
}

const ISSUES = 210
const ROW = 26

export function stancesSvg(
  id: string,
  words: ChartWords,
  { parties, rows, legend }: StanceGrid,
): { svg: string; width: number; height: number } {
  const wide = Math.min(120, (CHART_WIDTH - ISSUES) / Math.max(1, parties.length))
  const width = CHART_WIDTH
  const size = wide < 52 ? 9.5 : 10.5
  const heads = parties.map((name) => lines(name, size, wide - 6, 4))
  const headHigh = Math.max(1, ...heads.map((head) => head.length)) * 12.5 + 8
  const across = ISSUES + wide * parties.length
  const head = heads.map((written, index) =>
    written
      .map((line, at) =>
        label(ISSUES + wide * (index + 0.5), headHigh - 8 - (written.length - 1 - at) * 12.5, line, {
          'text-anchor': 'middle',
          'font-size': size,
          'font-weight': 600,
        }),
      )
      .join(''),
  )
  const body = rows.map(({ issue, depth, cells }, index) => {
    const top = headHigh + index * ROW
    const middle = top + ROW / 2
    const indent = Math.min(depth, 4) * 12
    const [name = ''] = lines(issue, 11, ISSUES - indent - 10, 1)
    return (
      (index % 2 === 1 ? el('rect', { x: 0, y: top, width: across, height: ROW, fill: SUNKEN }) : '') +
      label(indent, middle + 4, name, depth === 0 ? { 'font-weight': 600 } : {}) +
      cells.map((cell, at) => cellAt(ISSUES + wide * (at + 0.5), middle, cell)).join('')
    )
  })
  const bottom = headHigh + rows.length * ROW
  const keys = inRows(
    legend.map(({ stance, label: name }) => ({
      wide: 22 + widthOf(name, 11) + 16,
      at: (x: number, y: number) =>
        (stance === 'silent' ? silenceAt(x + 8, y - 4) : stance === null ? spokeAt(x + 8, y - 4) : stanceAt(x + 8, y - 4, stance, 14)) +
        label(x + 22, y, name),
    })),
    width,
    bottom + 8,
  )
  const height = bottom + 8 + keys.height
  return {
    svg: drawing(
      id,
      words,
      width,
      height,
      ...head,
      el('line', { x1: 0, x2: across, y1: headHigh - 0.5, y2: headHigh - 0.5, stroke: LINE }),
      ...body,
      el('line', { x1: 0, x2: across, y1: bottom + 0.5, y2: bottom + 0.5, stroke: HAIR }),
      keys.svg,
    ),
    width,
    height,
  }
}

/** The number of statements stands beside the sign, where there is more than one; alone, where they are all on issues beneath. */
function cellAt(x: number, y: number, cell: StanceGrid['rows'][number]['cells'][number]): string {
  if (!cell) return silenceAt(x, y)
  if (cell.stance === null && !cell.isOwn)
    return label(x, y + 3.5, String(cell.statements), { 'font-size': 9.5, fill: MUTED, 'text-anchor': 'middle' })
  const count = cell.statements > 1 ? label(x + 11, y + 3.5, String(cell.statements), { 'font-size': 9.5, fill: MUTED }) : ''
  return (cell.stance === null ? spokeAt(x, y) : stanceAt(x, y, cell.stance)) + count
}

/** It was spoken of, without a stance: a short line. */
const spokeAt = (x: number, y: number): string =>
  el('line', { x1: x - 5, x2: x + 5, y1: y, y2: y, stroke: LINE, 'stroke-width': 1.75, 'stroke-linecap': 'round' })
