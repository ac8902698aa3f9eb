/**
 * Where parties stand in the drawing: those who agree near each other, those in conflict apart. The forces begin on a circle in the order of
 * the codebook and run to their rest at once, with nothing left to chance: the same network always gives the same picture. Pure.
 */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { NetworkEdge } from '../../../shared/domain/network.ts'

export interface Point {
  x: number
  y: number
}
export interface Size {
  width: number
  height: number
}
/** From the plane of the forces to the screen. */
export interface Zoom extends Point {
  k: number
}

const NEAR = 100
const APART = 260
const ROOM = 44
const TICKS = 300

/** Of each party its place; the middle of all is at 0, 0. */
export function layoutOf(ids: readonly number[], edges: readonly NetworkEdge[]): Map<number, Point> {
  const radius = 60 + ids.length * 12
  const nodes = ids.map((id, index) => {
    const angle = (2 * Math.PI * index) / Math.max(ids.length, 1) - Math.PI
    return { id, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
  const there = new Set(ids)
  const links = edges.flatMap(({ a, b, agreed, opposed }) =>
    there.has(a) && there.has(b) ? [{ source: a, target: b, pull: agreed / (agreed + opposed), issues: agreed + opposed }] : [],
  )
  const most = Math.max(1, ...links.map(({ issues }) => issues))
  forceSimulation(nodes)
    .stop()
    .force('apart', forceManyBody().strength(-500))
    .force(
      'links',
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(({ pull }) => APART - (APART - NEAR) * pull)
        .strength(({ pull, issues }) => (0.05 + 0.35 * pull) * (0.4 + (0.6 * issues) / most)),
    )
    .force('room', forceCollide(ROOM))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    .tick(TICKS)
  const middle = (axis: 'x' | 'y'): number => nodes.reduce((sum, node) => sum + node[axis], 0) / Math.max(nodes.length, 1)
  const [x, y] = [middle('x'), middle('y')]
  return new Map(nodes.map((node) => [node.id, { x: node.x - x, y: node.y - y }]))
}

/** How much wider or narrower than the forces left it a drawing may become, to fill what room there is. */
const STRETCH = { least: 0.6, most: 2.4 }

/** As wide for its height as there is room, so far as that does not tear it. */
export function stretched(places: ReadonlyMap<number, Point>, { width, height }: Size): ReadonlyMap<number, Point> {
  const all = [...places.values()]
  const span = (axis: 'x' | 'y'): number => Math.max(...all.map((one) => one[axis])) - Math.min(...all.map((one) => one[axis]))
  const [wide, high] = all.length > 1 ? [span('x'), span('y')] : [0, 0]
  if (wide === 0 || high === 0 || width === 0 || height === 0) return places
  const room = Math.max(width - 2 * MARGIN.x, 20) / Math.max(height - 2 * MARGIN.y, 20)
  const by = Math.min(STRETCH.most, Math.max(STRETCH.least, (room * high) / wide))
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * by, y }]))
}

/** Room for names at the edges of the picture. */
const MARGIN = { x: 84, y: 40 }
const CLOSEST = 1.8

/** All places in sight, as large as there is room. */
export function fitted(places: Iterable<Point>, { width, height }: Size): Zoom {
  const all = [...places]
  if (all.length === 0) return { k: 1, x: width / 2, y: height / 2 }
  const span = (axis: 'x' | 'y'): [number, number] => [Math.min(...all.map((one) => one[axis])), Math.max(...all.map((one) => one[axis]))]
  const [[left, right], [top, bottom]] = [span('x'), span('y')]
  const scale = (room: number, length: number): number => (length === 0 ? CLOSEST : Math.max(room, 20) / length)
  const k = Math.min(CLOSEST, scale(width - 2 * MARGIN.x, right - left), scale(height - 2 * MARGIN.y, bottom - top))
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 }
}

/** Nearer or farther, the place under the pointer staying where it is. */
export function zoomedAt(zoom: Zoom, at: Point, factor: number): Zoom {
  const k = Math.min(8, Math.max(0.1, zoom.k * factor))
  const by = k / zoom.k
  return { k, x: at.x - (at.x - zoom.x) * by, y: at.y - (at.y - zoom.y) * by }
}

export const onScreen = ({ x, y }: Point, zoom: Zoom): Point => ({ x: x * zoom.k + zoom.x, y: y * zoom.k + zoom.y })
export const offScreen = ({ x, y }: Point, zoom: Zoom): Point => ({ x: (x - zoom.x) / zoom.k, y: (y - zoom.y) / zoom.k })
