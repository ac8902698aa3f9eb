/** One cell of the picture: what is written and drawn in it, and how high it gets. Pure. */
import type { Stance } from '../../../shared/domain/annotation.ts'
import type { Evidence, MatrixCell, TrendKind } from '../../../shared/domain/compare.ts'
import type { FactWords } from './cell-facts.ts'
import type { PictureColours } from './matrix-colours.ts'
import type { MatrixRow } from './rows.ts'
import type { Detail } from './matrix-sizes.ts'

export type BlockPart =
  | { kind: 'text'; text: string; x: number; y: number; size?: number; strong?: boolean; colour?: string; dir?: 'ltr' | 'rtl' }
  | { kind: 'glyph'; stance: Stance | null; trend?: TrendKind; x: number; y: number; size: number }

export interface Block {
  parts: BlockPart[]
  height: number
}

export interface CellBlockParts {
  cell: MatrixCell | undefined
  row: MatrixRow
  detail: Detail
  words: FactWords
  quotes: ReadonlyMap<number, Evidence>
  colours: PictureColours
  /** Width for text, CSS pixels. */
  room: number
  lines: (text: string, room: number, most: number, isStrong?: boolean, size?: number) => string[]
}

const PAD = 8
const LINE = 16

export function cellBlock({ cell, row, detail, words, quotes, colours, room, lines }: CellBlockParts): Block {
  const { say, date } = words
  const isDots = detail === 'dots'
  if (!cell) return { parts: [{ kind: 'glyph', stance: null, x: isDots ? 12 : PAD, y: isDots ? 10 : 14, size: 4 }], height: 24 }
  const stances = [...new Set([...(cell.stance ? [cell.stance] : []), ...(row.isFolded ? cell.stancesBeneath : [])])]
  if (isDots) return dots(cell, stances)
  const parts: BlockPart[] = []
  let y = PAD
  const write = (
    text: string,
    most: number,
    style: { size?: number; strong?: boolean; colour?: string; x?: number; dir?: 'ltr' | 'rtl' } = {},
  ): void => {
    const { x = PAD, ...look } = style
    for (const line of lines(text, room - (x - PAD), most, look.strong, look.size)) {
      parts.push({ kind: 'text', text: line, x, y: y + 12, ...look })
      y += LINE
    }
  }
  const muted = colours.of['text-muted']
  const [first] = stances
  if (first) {
    for (const [index, stance] of stances.entries()) parts.push({ kind: 'glyph', stance, x: PAD + index * 17, y: y + 1, size: 14 })
    write(words.list(stances.map((stance) => say(`stance.${stance}`))), 2, { strong: true, x: PAD + stances.length * 17 + 2 })
  } else write(say(cell.own === 0 ? 'matrix.beneath' : 'matrix.noStance'), 1, { colour: muted })
  if (cell.trend) {
    parts.push({ kind: 'glyph', stance: null, trend: cell.trend.kind, x: PAD + 1, y: y + 3, size: 10 })
    write(
      say('matrix.trendOn', { trend: say(`matrix.trend.${cell.trend.kind}`), date: cell.trend.date ? date(cell.trend.date) : 'none' }),
      1,
      { x: PAD + 19 },
    )
  }
  const facts = [
    cell.intensity === null ? null : say('matrix.intensityIs', { intensity: cell.intensity }),
    say('matrix.counts', { statements: cell.statements, outlets: cell.outlets }),
    cell.weakness ? say(`matrix.weak.${cell.weakness}`) : null,
    cell.override ? say('matrix.readBy', { coder: cell.override.coder }) : null,
  ]
  write(facts.filter((fact) => fact !== null).join(' · '), 3, { size: 11, colour: muted })
  const quote = detail === 'quotes' ? (quotes.get(cell.newestId) ?? cell.newest) : null
  if (quote && (cell.own > 0 || row.isFolded)) {
    y += 3
    write(quote.quote, 5, { dir: quote.direction })
    if (quote.translation) write(quote.translation, 4, { size: 11, colour: muted })
    const outlet = quote.outlet ?? say('evidence.noOutlet')
    const day = quote.date ? date(quote.date) : say('evidence.undated')
    write(`${quote.dateFrom === 'publication' ? say('evidence.published', { date: day }) : day} · ${outlet}`, 1, {
      size: 11,
      colour: muted,
    })
  }
  return { parts, height: y + PAD - 2 }
}

function dots(cell: MatrixCell, stances: readonly Stance[]): Block {
  const parts: BlockPart[] = []
  const shown = stances.slice(0, 2)
  for (const [index, stance] of shown.entries())
    parts.push({ kind: 'glyph', stance, x: index === 0 ? 6 : 17, y: index === 0 ? 5 : 14, size: index === 0 ? 14 : 8 })
  if (shown.length === 0) parts.push({ kind: 'text', text: String(cell.statements), x: 9, y: 16, size: 11 })
  if (cell.trend && cell.trend.kind !== 'repeated')
    parts.push({ kind: 'glyph', stance: null, trend: cell.trend.kind, x: 19, y: 2, size: 7 })
  return { parts, height: 24 }
}
