/**
 * What is drawn where: circles, lines, names and numbers in CSS pixels, for the screen and for the picture alike. Names and numbers are put
 * where they cover least; a number that would cover something is left out. Pure but for the measuring of text, which is handed in.
 */
import { onScreen, type Point, type Size, type Zoom } from './network-layout.ts'
import type { Drawn, Link } from './network-model.ts'

export interface DrawnParty extends Point {
  id: number
  r: number
  isMediator: boolean
  isLinked: boolean
  /** `isFree`: it covers nothing that matters, and may always be there. */
  name: { text: string; x: number; y: number; isFree: boolean }
}

export interface DrawnLink extends Link {
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
  /** Its number, and where it stands; `isFree`: it covers nothing, and may always be there. */
  number: { text: string; x: number; y: number; isFree: boolean }
}

export interface Drawing {
  parties: DrawnParty[]
  links: DrawnLink[]
}

export interface DrawingParts {
  drawn: Drawn
  places: ReadonlyMap<number, Point>
  zoom: Zoom
  size: Size
  nameOf: (partyId: number) => string
  isMediator: (partyId: number) => boolean
  numberOf: (value: number) => string
  measure: (text: string, size: number, isStrong: boolean) => number
}

export const NAME_SIZE = 12
export const NUMBER_SIZE = 11
const LONGEST_NAME = 150
const FEW_PARTIES = 12
const THINNEST = 1.25
/** Widest line and largest circle, where there are few and where there are many. */
const THICKEST = { few: 8, many: 4.5 }
const LARGEST = { few: 20, many: 9 }
const SMALLEST = 4.5
const MANY_LINKS = 40
/** Beyond that many links only the strongest bear their number. */
const NUMBERED = 16

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export function drawingOf(parts: DrawingParts): Drawing {
  const { drawn, places, zoom, size, nameOf, isMediator, numberOf, measure } = parts
  const room = Math.sqrt((size.width * size.height) / Math.max(drawn.nodes.length, 1))
  const largest = Math.min(LARGEST.few, Math.max(LARGEST.many, room / 7))
  const thickest = drawn.links.length > MANY_LINKS ? THICKEST.many : THICKEST.few
  const mostSaid = Math.max(1, ...drawn.nodes.map(({ statements }) => statements))
  const linked = new Set(drawn.links.flatMap(({ a, b }) => [a, b]))
  const parties = drawn.nodes.map(({ partyId, statements }): DrawnParty => {
    // The area, not the radius, stands for the statements.
    const r = SMALLEST + (largest - SMALLEST) * Math.sqrt(statements / mostSaid)
    const at = onScreen(places.get(partyId) ?? { x: 0, y: 0 }, zoom)
    return {
      id: partyId,
      ...at,
      r,
      isMediator: isMediator(partyId),
      isLinked: linked.has(partyId),
      name: { text: '', x: 0, y: 0, isFree: false },
    }
  })
  const byId = new Map(parties.map((party) => [party.id, party]))
  const pairs = new Map<string, number>()
  for (const { a, b } of drawn.links) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1)
  const strongest = Math.max(Number.EPSILON, ...drawn.links.map(({ value }) => value))
  const links = drawn.links.flatMap((link): DrawnLink[] => {
    const [from, to] = [byId.get(link.a), byId.get(link.b)]
    if (!from || !to) return []
    const width = THINNEST + ((thickest - THINNEST) * link.value) / strongest
    const isPaired = pairs.get(`${link.a} ${link.b}`) === 2
    const ends = between(from, to, isPaired ? (width / 2 + 2) * (link.kind === 'agreement' ? -1 : 1) : 0)
    return [{ ...link, ...ends, width, number: { text: numberOf(link.value), x: 0, y: 0, isFree: false } }]
  })
  const taken: Box[] = parties.map(({ x, y, r }) => ({ left: x - r - 2, right: x + r + 2, top: y - r - 2, bottom: y + r + 2 }))
  for (const party of parties.toSorted((one, other) => other.r - one.r)) {
    const text = shortened(nameOf(party.id), (said) => measure(said, NAME_SIZE, true))
    const { box, isFree } = bestBox(nameBoxes(party, measure(text, NAME_SIZE, true)), { taken, links, size })
    // In a crowd a name that would cover another waits until one asks for it.
    const isShown = isFree || parties.length <= FEW_PARTIES
    if (isShown) taken.push(box)
    party.name = { text, x: box.left, y: box.bottom - 4, isFree: isShown }
  }
  for (const [index, link] of links.entries()) {
    const half = measure(link.number.text, NUMBER_SIZE, true) / 2 + 2
    const spots = [0.5, 0.42, 0.58, 0.34, 0.66].map((share) => ({
      x: link.x1 + (link.x2 - link.x1) * share,
      y: link.y1 + (link.y2 - link.y1) * share,
    }))
    const boxOf = ({ x, y }: Point): Box => ({ left: x - half, right: x + half, top: y - 8, bottom: y + 8 })
    const free = index < NUMBERED ? spots.find((spot) => !taken.some((box) => overlap(box, boxOf(spot)))) : undefined
    const spot = free ?? spots[0]
    if (!spot) continue
    if (free) taken.push(boxOf(free))
    link.number = { ...link.number, x: spot.x, y: spot.y + 4, isFree: free !== undefined }
  }
  return { parties, links }
}

/** From rim to rim, `aside` from the line between the middles. */
function between(from: DrawnParty, to: DrawnParty, aside: number): Pick<DrawnLink, 'x1' | 'y1' | 'x2' | 'y2'> {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const rim = (r: number): number => Math.sqrt(Math.max(0, r * r - aside * aside)) + 2
  const [start, end] = [rim(from.r), Math.max(rim(from.r), length - rim(to.r))]
  const at = (along: number): Point => ({ x: from.x + dx * along - dy * aside, y: from.y + dy * along + dx * aside })
  const [first, last] = [at(start), at(end)]
  return { x1: first.x, y1: first.y, x2: last.x, y2: last.y }
}

function shortened(name: string, measure: (text: string) => number): string {
  if (measure(name) <= LONGEST_NAME) return name
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > LONGEST_NAME) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Beside, below, above. */
function nameBoxes({ x, y, r }: DrawnParty, wide: number): [Box, ...Box[]] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + 16 })
  const gap = r + 5
  return [
    at(x + gap, y - 8),
    at(x - gap - wide, y - 8),
    at(x - wide / 2, y + gap - 1),
    at(x - wide / 2, y - gap - 15),
    at(x + gap * 0.7, y + gap * 0.7 - 4),
    at(x - gap * 0.7 - wide, y + gap * 0.7 - 4),
    at(x + gap * 0.7, y - gap * 0.7 - 12),
    at(x - gap * 0.7 - wide, y - gap * 0.7 - 12),
  ]
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function bestBox(
  boxes: readonly [Box, ...Box[]],
  { taken, links, size }: { taken: readonly Box[]; links: readonly DrawnLink[]; size: Size },
): { box: Box; isFree: boolean } {
  const rated = boxes.map((box, order) => {
    const covers = taken.filter((other) => overlap(box, other)).length
    const isOut = box.left < 0 || box.top < 0 || box.right > size.width || box.bottom > size.height
    const crossed = links.filter((link) => crosses(link, box)).length
    return { box, isFree: covers === 0 && !isOut, cost: covers * 100 + (isOut ? 80 : 0) + crossed * 4 + order * 0.5 }
  })
  return rated.reduce((best, one) => (one.cost < best.cost ? one : best), rated[0] ?? { box: boxes[0], isFree: false, cost: 0 })
}

const STEPS = 14
function crosses({ x1, y1, x2, y2 }: DrawnLink, box: Box): boolean {
  if (Math.max(x1, x2) < box.left || Math.min(x1, x2) > box.right || Math.max(y1, y2) < box.top || Math.min(y1, y2) > box.bottom)
    return false
  for (let step = 0; step <= STEPS; step++) {
    const [x, y] = [x1 + ((x2 - x1) * step) / STEPS, y1 + ((y2 - y1) * step) / STEPS]
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true
  }
  return false
}
