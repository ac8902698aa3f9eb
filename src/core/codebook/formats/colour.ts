/** Colours of other programs as hues of the palette: the nearest by how different they look (CIE Lab), not by their numbers. */
import { hueSchema, type Hue } from '../../../shared/domain/codebook.ts'
import { colours } from '../../exporters/styles/palette.ts'

type Triple = readonly [number, number, number]

const palette = hueSchema.options.map((hue): [Hue, Triple] => [hue, lab(colours(hue).strong)])

/** "#RGB" or "#RRGGBB" as a hue; null for anything else. A colour without colour is grey. */
export function nearestHue(colour: string): Hue | null {
  const hex = colour.trim()
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex)) return null
  const wanted = lab(hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex)
  const [, a, b] = wanted
  if (Math.hypot(a, b) < 8) return 'grey'
  // Lightness counts half: a pale yellow is meant as yellow, not as a pale something.
  const distance = ([, [l, x, y]]: [Hue, Triple]): number => Math.hypot((l - wanted[0]) / 2, x - a, y - b)
  return palette.reduce((best, next) => (distance(next) < distance(best) ? next : best))[0]
}

function lab(hex: string): Triple {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const [r = 0, g = 0, b = 0] = linear
  const curve = (t: number): number => (t > 216 / 24_389 ? Math.cbrt(t) : (24_389 / 27) * (t / 116) + 16 / 116)
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
