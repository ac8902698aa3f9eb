/**
 * Colour arithmetic for the tests of the tokens: WCAG 2 contrast, OKLab distance, and the Machado (2009) simulation of full
 * protanopia, deuteranopia and tritanopia. Colours are #rrggbb; distances are OKLab × 100 (2 is about just noticeable).
 */
type Triple = readonly [number, number, number]

export type Vision = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia'

const MATRIX: Record<Vision, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const clamp = (v: number): number => Math.min(1, Math.max(0, v))
const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)

function channels(hex: string): Triple {
  const at = (i: number): number => parseInt(hex.slice(i, i + 2), 16) / 255
  return [at(1), at(3), at(5)]
}

function linear(hex: string): Triple {
  const [r, g, b] = channels(hex)
  return [toLinear(r), toLinear(g), toLinear(b)]
}

/** WCAG 2 relative luminance, 0–1. */
export function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2 contrast ratio, 1–21, in either order. */
export function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (hi + 0.05) / (lo + 0.05)
}

/** `top` at `alpha` (0–1) over `under`, blended in sRGB as browsers do. */
export function over(top: string, alpha: number, under: string): string {
  const t = channels(top)
  const u = channels(under)
  const mix = (i: 0 | 1 | 2): string =>
    Math.round((t[i] * alpha + u[i] * (1 - alpha)) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${mix(0)}${mix(1)}${mix(2)}`
}

function seen(hex: string, vision: Vision): Triple {
  const [r, g, b] = linear(hex)
  const row = (m: Triple): number => clamp(m[0] * r + m[1] * g + m[2] * b)
  const [x, y, z] = MATRIX[vision]
  return [row(x), row(y), row(z)]
}

function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** How far apart two colours look to an eye of that kind: OKLab distance × 100. */
export function distance(a: string, b: string, vision: Vision): number {
  const p = oklab(seen(a, vision))
  const q = oklab(seen(b, vision))
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}
