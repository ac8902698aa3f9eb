/**
 * What every chart is written with: elements as text, names in their own direction, words that fit. Nothing here knows a library. A chart
 * stands by itself: literal colours, no style sheet, no reference, and ids under the prefix it is given.
 */
import { xmlText } from '../../../shared/text/xml-text.ts'

/** Width of a chart in CSS pixels: that of the text on A4 between margins of 20 mm, nearly. */
export const CHART_WIDTH = 660
export const INK = '#1c1b19'
export const MUTED = '#55524b'
export const LINE = '#8a867c'
export const HAIR = '#d9d4c8'
export const SUNKEN = '#f4f2ec'
const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'Noto Naskh Arabic', 'Noto Serif SC', 'Noto Serif Devanagari', sans-serif"

export interface ChartWords {
  /** Its accessible name. */
  readonly title: string
  /** What it shows, in a sentence or more. */
  readonly description: string
}

export type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** An element; attributes without a value are left out. The content is markup already. */
export function el(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${typeof value === 'number' ? number(value) : xmlText(value)}"`],
  )
  const inside = content.join('')
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

/** At most two decimals, so that the same chart has the same bytes on every machine. */
export const number = (value: number): string => String(Math.round(value * 100) / 100 || 0)

/** A whole drawing. `id`: prefix of all ids in it, unique in the document. */
export function drawing(id: string, words: ChartWords, width: number, height: number, ...content: readonly string[]): string {
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${number(width)} ${number(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': FONT,
      'font-size': 11,
      fill: INK,
      direction: 'ltr',
    },
    el('title', { id: `${id}-title` }, xmlText(words.title)),
    el('desc', { id: `${id}-desc` }, xmlText(words.description)),
    ...content,
  )
}

/** Words at a place. Each is isolated, in the direction of its first letter; `x` is its left, middle or right edge, whatever that is. */
export const label = (x: number, y: number, words: string, attributes: Attributes = {}): string =>
  words === '' ? '' : el('text', { x, y, ...attributes }, xmlText(`\u2068${words}\u2069`))

/** Width of words in CSS pixels, about: no font is asked, so that it is the same everywhere. On the safe side for common faces. */
export function widthOf(words: string, size: number): number {
  let ems = 0
  for (const character of words) {
    if (/[\p{Mn}\p{Cf}]/u.test(character)) continue
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uff60\u3000-\u303f]/u.test(character)) ems += 1
    else if (/[MWmw@%—]/.test(character)) ems += 0.86
    else if (/\p{Lu}/u.test(character)) ems += 0.66
    else if (/[ijlftr.,:;|'!()\s-]/.test(character)) ems += 0.33
    else ems += 0.55
  }
  return ems * size
}

/** As much of the words as fits into a width, with an ellipsis where something is left out; never half a letter. */
export function fitted(words: string, size: number, width: number): string {
  if (widthOf(words, size) <= width) return words
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(words)) {
    if (widthOf(`${kept}${segment}…`, size) > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** Words in at most `most` lines of a width, broken where words may be; the last is cut where there is more. */
export function lines(words: string, size: number, width: number, most: number): string[] {
  const found: string[] = []
  let line = ''
  const parts = words.split(/(?<=[\s\-/–])/u)
  while (parts.length > 0) {
    const part = parts[0] ?? ''
    if (found.length === most - 1) {
      line += parts.splice(0).join('')
      break
    }
    if (line !== '' && widthOf((line + part).trimEnd(), size) > width) {
      found.push(line.trimEnd())
      line = ''
      continue
    }
    line += part
    parts.shift()
  }
  return [...found, line.trimEnd()].filter((one) => one !== '').map((one) => fitted(one, size, width))
}
