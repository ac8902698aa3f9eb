/** The drawn network as a picture that stands by itself: SVG as text, literal colours of the light theme, every text escaped. Pure. */
import type { PictureColours } from './matrix-colours.ts'
import { NAME_SIZE, NUMBER_SIZE, type Drawing, type Plate } from './network-drawing.ts'
import type { Size } from './network-layout.ts'
import type { LinkKind } from './network-model.ts'
import { xmlText } from '../../../shared/text/xml-text.ts'

export interface NetworkPictureParts {
  drawing: Drawing
  size: Size
  colours: PictureColours
  font: string
  /** Beneath it: what the lines and the size of circles mean. */
  legend: Readonly<Record<LinkKind | 'size', string>>
  kinds: readonly LinkKind[]
  description: string
}

/** Dashes of a conflict, by the width of its line. */
export const dashes = (width: number): string => `${round(4 + width)} ${round(3 + width / 2)}`

const LEGEND = 52

export function networkPicture({ drawing, size, colours, font, legend, kinds, description }: NetworkPictureParts): string {
  const height = size.height + LEGEND
  const colourOf: Record<LinkKind, string> = { agreement: colours.stance.supports.strong, conflict: colours.stance.opposes.strong }
  const line = (kind: LinkKind, width: number, [x1, y1, x2, y2]: readonly [number, number, number, number]): string =>
    `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colourOf[kind]}" stroke-width="${round(width)}"${kind === 'conflict' ? ` stroke-dasharray="${dashes(width)}"` : ''}/>`
  const text = (said: string, x: number, y: number, attributes: string): string =>
    `<text x="${round(x)}" y="${round(y)}" ${attributes}>${xmlText(said)}</text>`
  const halo = `paint-order="stroke" stroke="${colours.of.surface}" stroke-width="3" stroke-linejoin="round"`
  const lines = drawing.links.toReversed().map(({ kind, width, x1, y1, x2, y2 }) => line(kind, width, [x1, y1, x2, y2]))
  const circles = drawing.parties.map(({ x, y, r, isMediator }) => {
    const at = `cx="${round(x)}" cy="${round(y)}"`
    const ring = isMediator ? `<circle ${at} r="${round(r + 3)}" fill="none" stroke="${colours.of['text-muted']}" stroke-width="1.5"/>` : ''
    return `<circle ${at} r="${round(r)}" fill="${colours.of['text-muted']}" stroke="${colours.of.surface}" stroke-width="1.5"/>${ring}`
  })
  const paper = ({ x, y, width, height }: Plate): string =>
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="4" fill="${colours.of.surface}"/>`
  const numbers = drawing.links.flatMap(({ kind, number }) =>
    number.isFree
      ? [paper(number.plate), text(number.text, number.x, number.y, `text-anchor="middle" font-size="${NUMBER_SIZE}" font-weight="600" fill="${colourOf[kind]}" ${halo}`)] // prettier-ignore
      : [],
  )
  const names = drawing.parties.flatMap(({ name: { plate, ...name } }) =>
    name.isFree
      ? [
          plate ? paper(plate) : '',
          text(name.text, name.x, name.y, `font-size="${NAME_SIZE}" font-weight="600" fill="${colours.of.text}" ${halo}`),
        ]
      : [],
  )
  const keys = kinds.map((kind, index) => {
    const [x, y] = [16 + index * (size.width / 2), size.height + 16]
    return `${line(kind, 3, [x, y, x + 30, y])}${text(legend[kind], x + 38, y + 4, `font-size="11" fill="${colours.of['text-muted']}"`)}`
  })
  const sizeAt = size.height + 38
  const sizes = [20, 36].map(
    (x, index) => `<circle cx="${x}" cy="${round(sizeAt)}" r="${3 + index * 3}" fill="${colours.of['text-muted']}"/>`,
  )
  sizes.push(text(legend.size, 54, sizeAt + 4, `font-size="11" fill="${colours.of['text-muted']}"`))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(size.width)}" height="${round(height)}" viewBox="0 0 ${round(size.width)} ${round(height)}" font-family="${xmlText(font)}"><desc>${xmlText(description)}</desc><rect width="100%" height="100%" fill="${colours.of.surface}"/>${[...lines, ...circles, ...numbers, ...names, ...keys, ...sizes].join('')}</svg>\n`
}

const round = (value: number): number => Math.round(value * 10) / 10
