/** A table as a picture that stands by itself: SVG as text, every text escaped and broken into lines. Pure but for the measuring. */
import { wrapped, type Measure } from './picture-text.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'

export interface TablePictureParts {
  title: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  /** Of each column, in CSS pixels. */
  widths: readonly number[]
  font: string
  measure: Measure
}

const LINE = 17
const PAD = 8
const SIZE = 12
/** Lines of one cell; what is longer ends in "…". */
const LINES = 6
/** The light theme, so that a picture fits a page whatever the window wears. */
const INK = '#1c1b19'
const MUTED = '#5f5b53'
const PAPER = '#fbfaf7'
const RULE = '#d9d5cb'

const isRtl = (text: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)

/** Whether the picture stands for a title, a head and at least one row is up to whoever asks. */
export function tablePicture({ title, head, rows, widths, font, measure }: TablePictureParts): string {
  const width = widths.reduce((sum, one) => sum + one, 0) + 2 * PAD
  const out: string[] = []
  const starts = widths.map((_one, index) => PAD + widths.slice(0, index).reduce((sum, one) => sum + one, 0))
  const text = (said: string, x: number, room: number, y: number, attributes: string): void => {
    const rtl = isRtl(said)
    out.push(`<text x="${rtl ? x + room : x}" y="${y}"${rtl ? ' direction="rtl"' : ''} ${attributes}>${xmlText(said)}</text>`)
  }
  const line = (y: number, colour: string): void => {
    out.push(`<line x1="${PAD}" y1="${y}" x2="${width - PAD}" y2="${y}" stroke="${colour}"/>`)
  }
  const row = (cells: readonly string[], top: number, isHead: boolean): number => {
    const blocks = cells.map((cell, index) =>
      cell
        .split('\n')
        .flatMap((part) => wrapped(part, (widths[index] ?? 0) - PAD, LINES, (piece) => measure(piece, SIZE, isHead)))
        .slice(0, LINES),
    )
    blocks.forEach((lines, index) =>
      lines.forEach((said, at) =>
        text(
          said,
          starts[index] ?? 0,
          (widths[index] ?? 0) - PAD,
          top + PAD + SIZE + at * LINE,
          `font-size="${SIZE}" fill="${isHead ? MUTED : INK}"${isHead ? ' font-weight="600"' : ''}`,
        ),
      ),
    )
    return top + 2 * PAD + Math.max(1, ...blocks.map(({ length }) => length)) * LINE
  }
  text(title, PAD, width - 2 * PAD, 26, `font-size="16" font-weight="600" fill="${INK}"`)
  let y = row(head, 36, true)
  line(y, MUTED)
  for (const cells of rows) {
    y = row(cells, y, false)
    line(y, RULE)
  }
  const height = y + PAD
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xmlText(font)}"><title>${xmlText(title)}</title><rect width="${width}" height="${height}" fill="${PAPER}"/>${out.join('')}</svg>\n`
}
