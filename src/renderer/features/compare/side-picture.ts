/**
 * The side-by-side view as a picture that stands by itself: SVG as text, colours of the light theme, every text escaped. Quotes are cut
 * after some lines; the table to copy has all of them.
 */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { lightColours } from './matrix-colours.ts'
import { PICTURE_FONT } from './matrix-picture.ts'
import { windowMeasure, wrapped } from './picture-text.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'
import { rowsOfBand, type SideQuote } from './side-rows.ts'
import type { SideCopyParts } from './side-table.ts'

const RAIL = 96
const COLUMN = 260
const PAD = 10
const LINE = 17
const MOST_LINES = 6
const MOST_QUOTES = 8

/** A whole SVG document as text. */
export function sidePicture({ bands, parties, words, onlyNew }: SideCopyParts): string {
  const colours = lightColours().of
  const measure = windowMeasure(PICTURE_FONT)
  const width = RAIL + COLUMN * parties.length
  const out: string[] = []
  let y = 0
  const text = (
    said: string,
    x: number,
    at: number,
    style: { size?: number; strong?: boolean; muted?: boolean; room?: number } = {},
  ): void => {
    const { size = 12, strong = false, muted = false, room = COLUMN - 2 * PAD } = style
    const isRtl = firstStrongDirection(said) === 'rtl'
    out.push(
      `<text x="${isRtl ? x + room : x}" y="${at}" direction="${isRtl ? 'rtl' : 'ltr'}" font-size="${size}"${strong ? ' font-weight="600"' : ''} fill="${muted ? colours['text-muted'] : colours.text}">${xmlText(said)}</text>`,
    )
  }
  const line = (colour: string): void => void out.push(`<line x1="0" y1="${y}" x2="${width}" y2="${y}" stroke="${colour}"/>`)
  const lines = (said: string, size = 12): string[] => wrapped(said, COLUMN - 2 * PAD, MOST_LINES, (part) => measure(part, size, false))
  const quoteLines = (quote: SideQuote): { said: string; muted: boolean }[] => [
    ...lines(quote.quote).map((said) => ({ said, muted: false })),
    ...(quote.translation ? lines(quote.translation, 11).map((said) => ({ said, muted: true })) : []),
    { said: lines(`${words.speaker(quote.speakerId)}, ${quote.outlet ?? words.say('evidence.noOutlet')}`, 11)[0] ?? '', muted: true },
  ]

  for (const [index, id] of parties.entries())
    text(lines(words.party(id))[0] ?? '', RAIL + index * COLUMN + PAD, 22, { size: 13, strong: true })
  y = 34
  line(colours.line)
  for (const band of bands) {
    out.push(`<rect x="0" y="${y}" width="${width}" height="28" fill="${colours['surface-sunken']}"/>`)
    text(`${words.issue(band.issueId)} — ${words.say(`side.verdict.${band.verdict}`)}`, PAD, y + 18, {
      strong: true,
      room: width - 2 * PAD,
    })
    y += 28
    for (const { date, cells } of rowsOfBand(band, { most: MOST_QUOTES, onlyNew }).rows) {
      text(words.date(date), PAD, y + PAD + 12, { size: 11, muted: true, room: RAIL - PAD })
      const heights = cells.map((quotes, index) => {
        let at = y + PAD + 12
        for (const quote of quotes) {
          for (const { said, muted } of quoteLines(quote)) {
            text(said, RAIL + index * COLUMN + PAD, at, { muted, size: muted ? 11 : 12 })
            at += LINE
          }
          at += PAD
        }
        return at - y
      })
      y += Math.max(LINE + 2 * PAD, ...heights.map((height) => height - 2))
      line(colours['line-soft'])
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 1}" viewBox="0 0 ${width} ${y + 1}" font-family="${xmlText(PICTURE_FONT)}"><rect width="100%" height="100%" fill="${colours.surface}"/>${out.join('')}</svg>\n`
}
