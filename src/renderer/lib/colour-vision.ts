/**
 * How colours look to readers with a colour vision deficiency, and which of them then look alike. The simulation is that of
 * Machado, Oliveira and Fernandes (IEEE TVCG 15:6, 2009) for full protanopia, deuteranopia and tritanopia, in linear RGB; the
 * difference is the distance in OKLab (Ottosson, 2020) × 100, where 2 is about the least one sees side by side.
 */
export const VISIONS = ['deuteranopia', 'protanopia', 'tritanopia'] as const
export type Vision = (typeof VISIONS)[number]
/** Red, green, blue, each 0–255. */
export type Rgb = readonly [number, number, number]

/** Nearer than this two marks that lie apart on a page are easily taken for each other; to full colour vision all shipped hues differ by more. */
export const LOOK_ALIKE = 9

const SEEN: Record<Vision, readonly [Rgb, Rgb, Rgb]> = {
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

const toLinear = (value: number): number => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
const fromLinear = (value: number): number => {
  const part = Math.min(1, Math.max(0, value))
  return Math.round(255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055))
}
const mapRgb = (colour: Rgb, change: (value: number) => number): Rgb => [change(colour[0]), change(colour[1]), change(colour[2])]
const dot = (a: Rgb, b: Rgb): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** A colour as a reader with that deficiency sees it. */
export function seenWith(vision: Vision, colour: Rgb): Rgb {
  const light = mapRgb(colour, toLinear)
  const [red, green, blue] = SEEN[vision]
  return mapRgb([dot(red, light), dot(green, light), dot(blue, light)], fromLinear)
}

/** How far apart two colours look to full colour vision: 0 for the same, 100 from black to white. */
export function colourDistance(a: Rgb, b: Rgb): number {
  const [p, q] = [oklab(a), oklab(b)]
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

/** Names of the colours that look like the one named `name` with that deficiency, the likest first. */
export function lookAlikes<T extends string>(colours: ReadonlyMap<T, Rgb>, name: T, vision: Vision): T[] {
  const own = colours.get(name)
  if (!own) return []
  const seen = seenWith(vision, own)
  return [...colours]
    .filter(([other]) => other !== name)
    .map(([other, colour]) => ({ other, apart: colourDistance(seen, seenWith(vision, colour)) }))
    .filter(({ apart }) => apart < LOOK_ALIKE)
    .toSorted((a, b) => a.apart - b.apart)
    .map(({ other }) => other)
}

/** A colour as a browser computes it ("rgb(178, 130, 0)") or as #rrggbb; null for anything else. */
export function parseColour(css: string): Rgb | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(css)
  if (hex) return [parseInt(hex[1] ?? '', 16), parseInt(hex[2] ?? '', 16), parseInt(hex[3] ?? '', 16)]
  const rgb = /^rgb\((\d+),? (\d+),? (\d+)\)$/.exec(css)
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : null
}

/** "rgb(178 130 0)" for a style. */
export const cssColour = (colour: Rgb): string => `rgb(${colour.join(' ')})`

function oklab(colour: Rgb): Rgb {
  const light = mapRgb(colour, toLinear)
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], light))
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], light))
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], light))
  const cone: Rgb = [l, m, s]
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cone),
    dot([1.9779984951, -2.428592205, 0.4505937099], cone),
    dot([0.0259040371, 0.7827717662, -0.808675766], cone),
  ]
}
