/**
 * The matrix as a picture that stands by itself: SVG as text, colours and sizes of its own, every text escaped. It shows the rows that are
 * unfolded and the columns that are not put away, all of them, not only those in sight. Pure but for the measuring of text.
 */
import type { Evidence, MatrixCell } from '../../../shared/domain/compare.ts'
import { STANCE_SHAPES } from '../../lib/parts/stance-shapes.ts'
import { isHollowTrend, TREND_PATHS } from './glyph-shapes.ts'
import type { PictureColours } from './matrix-colours.ts'
import type { MatrixColumns } from './matrix-columns.ts'
import type { MatrixRow } from './rows.ts'
import type { Detail } from './matrix-sizes.ts'
import { cellBlock, type Block } from './picture-cell.ts'
import { legendBlock } from './picture-frame.ts'
import { wrapped, type Measure } from './picture-text.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'
import type { MatrixWords } from './use-matrix-words.ts'

export interface MatrixPictureParts {
  rows: readonly MatrixRow[]
  columns: MatrixColumns
  detail: Detail
  words: Pick<MatrixWords, 'facts' | 'issue' | 'party'>
  quotes: ReadonlyMap<number, Evidence>
  colours: PictureColours
  direction: 'ltr' | 'rtl'
  measure: Measure
  title: string
  /** What it was drawn from: the filter in words, the day. */
  foot: string
}

export const PICTURE_FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif"
const COLUMN: Readonly<Record<Detail, number>> = { dots: 28, numbers: 196, quotes: 250 }
const ISSUES = 210
const LINE = 16
const PAD = 8
const NAME_LINES = 3
/** Room for the legend where there are few columns. */
const LEAST = 480
/** Above the matrix, for the title. */
const TITLE = 40

/** A whole SVG document as text. */
export function matrixPicture(parts: MatrixPictureParts): string {
  const { rows, columns, detail, words, quotes, colours, direction, measure, title, foot } = parts
  const column = COLUMN[detail]
  const width = Math.max(ISSUES + column * columns.shown.length, LEAST)
  const isUpright = detail === 'dots'
  const names = columns.shown.map(({ partyId }) => words.party(partyId))
  const nameHeight = isUpright
    ? Math.min(Math.max(...names.map((name) => measure(name, 12, true)), 40), 180) + 2 * PAD
    : Math.max(...names.map((name) => linesOf(name, column - 2 * PAD, NAME_LINES, true).length), 1) * LINE + 2 * PAD
  const hasGroups = columns.parties < columns.shown.length
  const top = nameHeight + (hasGroups ? 22 : 0)
  const out: string[] = []

  function linesOf(text: string, room: number, most: number, isStrong = false, size = 12): string[] {
    return wrapped(text, room, most, (part) => measure(part, size, isStrong))
  }
  /** Left edge of a box that begins `x` from the start. */
  const left = (x: number, wide: number): number => (direction === 'rtl' ? width - x - wide : x)
  const line = (x1: number, y1: number, x2: number, y2: number, colour: string, weight = 1): void => {
    const [from, to] = direction === 'rtl' ? [width - x1, width - x2] : [x1, x2]
    out.push(`<line x1="${from}" y1="${y1}" x2="${to}" y2="${y2}" stroke="${colour}" stroke-width="${weight}"/>`)
  }
  const text = (
    said: string,
    x: number,
    wide: number,
    y: number,
    style: { size?: number; strong?: boolean; colour?: string; dir?: 'ltr' | 'rtl' } = {},
  ): void => {
    const dir = style.dir ?? direction
    const from = dir === 'rtl' ? left(x, wide) + wide : left(x, wide)
    out.push(
      `<text x="${round(from)}" y="${round(y)}" direction="${dir}" font-size="${style.size ?? 12}"${style.strong ? ' font-weight="600"' : ''} fill="${style.colour ?? colours.of.text}">${xmlText(said)}</text>`,
    )
  }
  const draw = (block: Block, x: number, y: number, wide: number): void => {
    for (const part of block.parts) {
      if (part.kind === 'text') text(part.text, x + part.x, wide - part.x - PAD, y + part.y, part)
      else out.push(glyph(part, left(x + part.x, part.size), y + part.y, colours))
    }
  }

  if (hasGroups) {
    const apartAt = ISSUES + columns.parties * column
    if (columns.parties > 0) {
      const name = words.facts.say(columns.arePrincipals ? 'matrix.principals' : 'matrix.principalsAndOthers')
      text(linesOf(name, columns.parties * column - PAD, 1, false, 11)[0] ?? '', ISSUES + PAD, columns.parties * column - PAD, 15, {
        size: 11,
        colour: colours.of['text-muted'],
      })
    }
    const room = (columns.shown.length - columns.parties) * column - PAD
    text(linesOf(words.facts.say('matrix.apart'), room, 1, false, 11)[0] ?? '', apartAt + PAD, room, 15, {
      size: 11,
      colour: colours.of['text-muted'],
    })
  }
  for (const [index, name] of names.entries()) {
    const x = ISSUES + index * column
    if (isUpright) {
      const said = linesOf(name, nameHeight - 2 * PAD, 1, true)[0] ?? ''
      const middle = left(x, column) + column / 2 + 4
      out.push(
        `<text transform="translate(${round(middle)} ${round(top - PAD)}) rotate(-90)" font-size="12" font-weight="600" fill="${colours.of.text}">${xmlText(said)}</text>`,
      )
    } else {
      for (const [at, said] of linesOf(name, column - 2 * PAD, NAME_LINES, true).entries())
        text(said, x + PAD, column - 2 * PAD, top - nameHeight + PAD + 12 + at * LINE, { strong: true })
    }
  }
  line(0, top, width, top, colours.of.line)

  let y = top
  for (const row of rows) {
    const indent = PAD + Math.min(row.depth, 6) * 14
    const name = linesOf(words.issue(row), ISSUES - indent - PAD, isUpright ? 1 : 4, row.isParent)
    const blocks = columns.shown.map(({ partyId }) => {
      const cell: MatrixCell | undefined = row.cells.get(partyId)
      return cellBlock({ cell, row, detail, words: words.facts, quotes, colours, room: column - 2 * PAD, lines: linesOf })
    })
    const least = isUpright ? 24 : name.length * LINE + 2 * PAD
    const height = Math.max(least, ...blocks.map((block) => block.height))
    for (const [at, said] of name.entries())
      text(said, indent, ISSUES - indent - PAD, y + (isUpright ? 16 : PAD + 12) + at * LINE, { strong: row.isParent })
    for (const [index, block] of blocks.entries()) draw(block, ISSUES + index * column, y, column)
    y += height
    line(0, y, width, y, colours.of['line-soft'])
  }
  for (let index = 0; index <= columns.shown.length; index++) {
    const isDivider = hasGroups && index === columns.parties && index > 0
    const x = ISSUES + index * column
    line(
      x,
      isDivider || index === 0 ? 0 : top - nameHeight,
      x,
      y,
      isDivider ? colours.of['line-strong'] : colours.of['line-soft'],
      isDivider ? 2 : 1,
    )
  }
  const matrix = out.splice(0)
  const y0 = TITLE + y + 2 * PAD
  const legend = legendBlock(words.facts, width - 2 * PAD, measure)
  draw(legend, PAD, y0, width - PAD)
  text(linesOf(title, width - 2 * PAD, 1, true, 16)[0] ?? '', PAD, width - 2 * PAD, 26, { size: 16, strong: true })
  const said = linesOf(foot, width - 2 * PAD, 4, false, 11)
  for (const [at, each] of said.entries())
    text(each, PAD, width - 2 * PAD, y0 + legend.height + 12 + at * LINE, { size: 11, colour: colours.of['text-muted'] })
  const height = round(y0 + legend.height + said.length * LINE + PAD)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xmlText(PICTURE_FONT)}"><rect width="100%" height="100%" fill="${colours.of.surface}"/><g transform="translate(0 ${TITLE})">${matrix.join('')}</g>${out.join('')}</svg>\n`
}

/** A stance or a move as the screen has it. */
function glyph(part: Extract<Block['parts'][number], { kind: 'glyph' }>, x: number, y: number, colours: PictureColours): string {
  const at = `translate(${round(x)} ${round(y)})`
  if (part.trend) {
    const colour = colours.of.text
    const look = isHollowTrend(part.trend) ? `fill="none" stroke="${colour}"` : `fill="${colour}"`
    return `<path transform="${at} scale(${part.size / 12})" d="${TREND_PATHS[part.trend]}" ${look}/>`
  }
  if (!part.stance) return `<circle cx="${round(x + part.size / 2)}" cy="${round(y + part.size / 2)}" r="1.5" fill="${colours.of.line}"/>`
  const { outline, sign, isHollow } = STANCE_SHAPES[part.stance]
  const { strong, soft } = colours.stance[part.stance]
  const body = isHollow
    ? `<path d="${outline}" fill="${soft}" stroke="${strong}" stroke-width="1.5"/>${sign ? `<path d="${sign}" stroke="${strong}" stroke-width="1.5" stroke-linecap="round" fill="none"/>` : ''}`
    : `<path d="${outline}" fill="${strong}"/>${sign ? `<path d="${sign}" stroke="${colours.of.surface}" stroke-width="1.8" stroke-linecap="round" fill="none"/>` : ''}`
  return `<g transform="${at} scale(${part.size / 16})">${body}</g>`
}

const round = (value: number): number => Math.round(value * 10) / 10
