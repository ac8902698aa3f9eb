/** What stands about the drawing in a picture: title, filter, days and date above, what the signs mean and what has no room beneath. */
import { xmlText } from '../../../shared/text/xml-text.ts'
import { shorten } from '../../lib/shorten.ts'
import type { LegendItem } from './legend-items.ts'

export interface FrameWords {
  title: string
  /** The filter in words, empty where all statements are there; and the days in sight. */
  about: readonly string[]
  /** What is not drawn one by one, a line for each count. */
  notes: readonly string[]
  /** When the picture was made, and of how many statements. */
  made: string
}

export interface FrameColours {
  ink: string
  muted: string
  /** Value of a token in the light theme. */
  of: (token: string) => string
}

const LETTER = 6.4
const EDGE = 10
const LINE = 17

const text = (x: number, y: number, words: string, size: number, fill: string, weight = 400): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${xmlText(words)}</text>`
const fitting = (words: string, width: number): string => shorten(words, Math.max(20, Math.floor((width - 2 * EDGE) / LETTER)))

/** The lines above the drawing, and how high they are. */
export function frameHead({ title, about }: FrameWords, width: number, { ink, muted }: FrameColours): { svg: string; height: number } {
  const lines = about.filter((one) => one !== '')
  return {
    svg:
      text(EDGE, 24, title, 17, ink, 600) +
      lines.map((one, index) => text(EDGE, 43 + index * LINE, fitting(one, width), 12, muted)).join(''),
    height: 36 + lines.length * LINE,
  }
}

/** The lines beneath the drawing, from `top`, and how high they are. */
export function frameFoot(
  { notes, made }: FrameWords,
  items: readonly LegendItem[],
  width: number,
  top: number,
  { ink, muted, of }: FrameColours,
): { svg: string; height: number } {
  const parts: string[] = []
  let [x, y] = [EDGE, top + 16]
  for (const item of items) {
    const sign = 'face' in item ? 18 : 30
    const wide = sign + 6 + item.label.length * LETTER + 16
    if (x > EDGE && x + wide > width - EDGE) [x, y] = [EDGE, y + 22]
    if ('face' in item) {
      const { face } = item
      parts.push(
        `<circle cx="${x + 9}" cy="${y}" r="8" fill="${of(face.fill)}" stroke="${of(face.stroke)}" stroke-width="1.5"/>`,
        `<text x="${x + 9}" y="${y + 4}" font-size="10.5" font-weight="600" text-anchor="middle" fill="${of(face.text)}">${xmlText(face.sign)}</text>`,
      )
    } else
      for (const { tag, at, isFilled } of item.figures) {
        const attributes = Object.entries(at)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')
        const paint = isFilled ? `fill="${ink}"` : `fill="none" stroke="${muted}" stroke-width="1.25"`
        parts.push(`<g transform="translate(${x} ${y - 8})"><${tag} ${attributes} ${paint}/></g>`)
      }
    parts.push(text(x + sign + 4, y + 4, item.label, 12, ink))
    x += wide
  }
  if (items.length > 0) y += 24
  for (const line of [...notes, made]) {
    parts.push(text(EDGE, y, fitting(line, width), 11, muted))
    y += LINE
  }
  return { svg: parts.join(''), height: y - top }
}
