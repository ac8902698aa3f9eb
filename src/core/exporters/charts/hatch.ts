/**
 * Lines upon a box, which tell bars apart without colour. Drawn one by one and cut at its edges: patterns, which SVG has for this, become
 * pictures as large as the page when a browser prints them.
 */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Line = readonly [x1: number, y1: number, x2: number, y2: number]

/** Between lines. */
const STEP = 6

const KINDS: readonly ((box: Box) => Line[])[] = [
  () => [],
  (box) => slanted(box, 1),
  (box) => level(box, STEP),
  (box) => slanted(box, -1),
  (box) => upright(box, STEP),
  (box) => [...level(box, STEP), ...upright(box, STEP)],
  (box) => level(box, STEP / 2),
  (box) => [...slanted(box, 1), ...slanted(box, -1)],
  (box) => upright(box, STEP / 2),
]

/** The path of the lines of one kind; kinds repeat after nine, and the first has none. */
export function hatch(kind: number, box: Box): string {
  const lines = KINDS[kind % KINDS.length]?.(box) ?? []
  return lines.map(([x1, y1, x2, y2]) => `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`).join('')
}

const short = (value: number): number => Math.round(value * 100) / 100
/** Places every `step` strictly between two ends. */
const between = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step) - 1) }, (_, index) => from + (index + 1) * step)

const level = ({ x, y, width, height }: Box, step: number): Line[] => between(y, y + height, step).map((at) => [x, at, x + width, at])
const upright = ({ x, y, width, height }: Box, step: number): Line[] => between(x, x + width, step).map((at) => [at, y, at, y + height])

/** Lines at 45 degrees, rising (1) or falling (-1) to the right. */
function slanted({ x, y, width, height }: Box, way: 1 | -1): Line[] {
  return between(0, width + height, STEP).map((sum): Line => {
    // From where it enters on the left or the lower edge, to where it leaves on the upper or the right one, of a box that rises.
    const start = { across: Math.max(0, sum - height), up: Math.min(sum, height) }
    const end = { across: Math.min(sum, width), up: Math.max(0, sum - width) }
    const at = (up: number): number => (way === 1 ? y + up : y + height - up)
    return [x + start.across, at(start.up), x + end.across, at(end.up)]
  })
}
