/**
 * What is drawn where: circles, lines, names and numbers in CSS pixels, for the screen and for the picture alike. Names and numbers are put
 * where they cover least; a number that would cover something is left out. Pure but for the measuring of text, which is handed in.
 */
import { onScreen, type Point, type Size, type Zoom } from './network-layout.ts'
import { LINK_SIGNS, type Drawn, type Link } from './network-model.ts'

export interface DrawnParty extends Point {
  id: number
  r: number
  isMediator: boolean
  isLinked: boolean
  /** `isFree`: it covers nothing that matters, and may always be there. */
  name: { text: string; x: number; y: number; isFree: boolean; plate: Plate | null }
}

/** A piece of paper beneath a name or a number that a line would run through. */
export interface Plate extends Point, Size {}

export interface DrawnLink extends Link {
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
  /** The sign of its kind with its number, and where on the line it stands; `isFree`: it covers nothing, and may always be there. */
  number: { text: string; x: number; y: number; isFree: boolean; plate: Plate }
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
/** Longest name, as a part of the width of the sheet. */
const LONGEST_NAME = { least: 150, share: 0.32, most: 260 }
const FEW_PARTIES = 12
/** Names keep that far from the edges of the sheet. */
const EDGE = 4
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
      name: { text: '', x: 0, y: 0, isFree: false, plate: null },
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
    return [
      {
        ...link,
        ...ends,
        width,
        number: {
          text: `${LINK_SIGNS[link.kind]} ${numberOf(link.value)}`,
          x: 0,
          y: 0,
          isFree: false,
          plate: { x: 0, y: 0, width: 0, height: 0 },
        },
      },
    ]
  })
  const taken: Box[] = parties.map(({ x, y, r }) => ({ left: x - r - 2, right: x + r + 2, top: y - r - 2, bottom: y + r + 2 }))
  const { least, share, most } = LONGEST_NAME
  const longest = parties.length > FEW_PARTIES ? least : Math.min(most, Math.max(least, size.width * share))
  for (const party of parties.toSorted((one, other) => other.r - one.r)) {
    const text = shortened(nameOf(party.id), longest, (said) => measure(said, NAME_SIZE, true))
    const { box, isFree, isCrossed } = bestBox(nameBoxes(party, measure(text, NAME_SIZE, true)), { taken, links, size })
    // In a crowd a name that would cover another waits until one asks for it.
    const isShown = isFree || parties.length <= FEW_PARTIES
    if (isShown) taken.push(box)
    const plate = isCrossed ? { x: box.left - 2, y: box.top, width: box.right - box.left + 4, height: box.bottom - box.top } : null
    party.name = { text, x: box.left, y: box.bottom - 4, isFree: isShown, plate }
  }
  for (const [index, link] of links.entries()) {
    const half = measure(link.number.text, NUMBER_SIZE, true) / 2 + 2
    const isPaired = pairs.get(`${link.a} ${link.b}`) === 2
    // Of two lines beside each other each bears its number nearer to another end, and a little to its own side.
    const along = isPaired
      ? link.kind === 'agreement'
        ? [0.36, 0.28, 0.44, 0.22]
        : [0.64, 0.72, 0.56, 0.78]
      : [0.5, 0.42, 0.58, 0.34, 0.66]
    const length = Math.hypot(link.x2 - link.x1, link.y2 - link.y1) || 1
    const aside = isPaired ? (link.kind === 'agreement' ? -4 : 4) / length : 0
    const spots = along.map((share) => ({
      x: link.x1 + (link.x2 - link.x1) * share - (link.y2 - link.y1) * aside,
      y: link.y1 + (link.y2 - link.y1) * share + (link.x2 - link.x1) * aside,
    }))
    const boxOf = ({ x, y }: Point): Box => ({ left: x - half, right: x + half, top: y - 8, bottom: y + 8 })
    // On a crossing nobody could tell whose number it is.
    const others = links.filter(({ a, b }) => a !== link.a || b !== link.b)
    const isClear = (box: Box): boolean => !taken.some((one) => overlap(one, box)) && !others.some((other) => crosses(other, box))
    const free = index < NUMBERED ? spots.find((spot) => isClear(boxOf(spot))) : undefined
    const spot = free ?? spots[0]
    if (!spot) continue
    if (free) taken.push(boxOf(free))
    link.number = {
      ...link.number,
      x: spot.x,
      y: spot.y + 4,
      isFree: free !== undefined,
      plate: { x: spot.x - half, y: spot.y - 7, width: 2 * half, height: 14 },
    }
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

function shortened(name: string, longest: number, measure: (text: string) => number): string {
  if (measure(name) <= longest) return name
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > longest) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Beside, below, above, aslant; near the circle, and a little away from it. */
function nameBoxes({ x, y, r }: DrawnParty, wide: number): [Box, ...Box[]] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + wide, bottom: top + 16 })
  const around = (gap: number): [Box, ...Box[]] => [
    at(x + gap, y - 8),
    at(x - gap - wide, y - 8),
    at(x - wide / 2, y + gap - 1),
    at(x - wide / 2, y - gap - 15),
    at(x + gap * 0.7, y + gap * 0.7 - 4),
    at(x - gap * 0.7 - wide, y + gap * 0.7 - 4),
    at(x + gap * 0.7, y - gap * 0.7 - 12),
    at(x - gap * 0.7 - wide, y - gap * 0.7 - 12),
  ]
  return [...around(r + 5), ...around(r + 13), ...around(r + 24)]
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function bestBox(
  boxes: readonly [Box, ...Box[]],
  { taken, links, size }: { taken: readonly Box[]; links: readonly DrawnLink[]; size: Size },
): { box: Box; isFree: boolean; isCrossed: boolean } {
  const rated = boxes.map((box, order) => {
    const covers = taken.filter((other) => overlap(box, other)).length
    const isOut = box.left < EDGE || box.top < EDGE || box.right > size.width - EDGE || box.bottom > size.height - EDGE
    const crossed = links.filter((link) => crosses(link, box)).length
    const cost = covers * 100 + (isOut ? 80 : 0) + crossed * 20 + order * 0.5
    return { box, isFree: covers === 0 && !isOut, isCrossed: crossed > 0, cost }
  })
  return rated.reduce(
    (best, one) => (one.cost < best.cost ? one : best),
    rated[0] ?? { box: boxes[0], isFree: false, isCrossed: false, cost: 0 },
  )
}

/** Whether a line runs through a box: what of it lies between the sides on both axes is not nothing. */
function crosses({ x1, y1, x2, y2, width }: DrawnLink, { left, top, right, bottom }: Box): boolean {
  const half = width / 2
  let [first, last] = [0, 1]
  for (const [from, by, low, high] of [
    [x1, x2 - x1, left - half, right + half],
    [y1, y2 - y1, top - half, bottom + half],
  ] as const) {
    if (by === 0) {
      if (from <= low || from >= high) return false
      continue
    }
    const [one, other] = [(low - from) / by, (high - from) / by]
    first = Math.max(first, Math.min(one, other))
    last = Math.min(last, Math.max(one, other))
  }
  return first < last
}
