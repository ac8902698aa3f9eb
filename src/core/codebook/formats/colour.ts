/** Colours of other programs as hues of the palette: the nearest by how they look (OKLab), not by their numbers. */
import { hueSchema, type Hue } from '../../../shared/domain/codebook.ts'
import { colours } from '../../exporters/styles/palette.ts'

interface Look {
  lightness: number
  chroma: number
  /** Radians. */
  angle: number
}

const palette = hueSchema.options.map((hue): [Hue, Look] => [hue, lookOf(colours(hue).strong)])
/** Less colour than this is grey to the eye. */
const COLOURLESS = 0.025

/** "#RGB" or "#RRGGBB" as a hue; null for anything else. */
export function nearestHue(colour: string): Hue | null {
  const hex = colour.trim()
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex)) return null
  const wanted = lookOf(hex.length === 4 ? `#${Array.from(hex.slice(1), (digit) => digit + digit).join('')}` : hex)
  if (wanted.chroma < COLOURLESS) return 'grey'
  return palette.reduce((best, next) => (distance(next[1], wanted) < distance(best[1], wanted) ? next : best))[0]
}

/** Lightness and strength count half: a pale yellow is meant as yellow, not as something pale. */
function distance(a: Look, b: Look): number {
  const turn = 2 * Math.sqrt(a.chroma * b.chroma) * Math.sin((a.angle - b.angle) / 2)
  return Math.hypot((a.lightness - b.lightness) / 2, (a.chroma - b.chroma) / 2, turn)
}

function lookOf(hex: string): Look {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(x, y), angle: Math.atan2(y, x) }
}
