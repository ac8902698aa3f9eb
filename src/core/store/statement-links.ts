/** Links of statements (issues, parties addressed) by row: for each row where its links begin, and all links one after the other. Pure. */
import type { Steps } from '../anchoring/in-turns.ts'

/** Links as they were read: the id of the annotation, the position within it, and what it leads to. */
export interface ReadLinks {
  from: number[]
  position: number[]
  to: number[]
}

/** Links that are put in their places at a time: some 10 ms of work. */
const AT_ONCE = 200_000

/** The start of each row's links and the links, by position. Rows are in order of their ids; links of others are left out. */
export function* linksByRow(table: { count: number; id: Int32Array }, links: ReadLinks): Steps<[start: Int32Array, to: Int32Array]> {
  const { count, id } = table
  const rowOf = new Int32Array((id[count - 1] ?? 0) + 1).fill(-1)
  for (let row = 0; row < count; row++) rowOf[id[row] ?? 0] = row
  const start = new Int32Array(count + 1)
  const rows = new Int32Array(links.from.length)
  for (let link = 0; link < rows.length; link++) {
    const row = rowOf[links.from[link] ?? 0] ?? -1
    rows[link] = row
    if (row >= 0) start[row + 1] = (start[row + 1] ?? 0) + 1
  }
  for (let row = 1; row <= count; row++) start[row] = (start[row] ?? 0) + (start[row - 1] ?? 0)
  const to = new Int32Array(start[count] ?? 0)
  const placed: Placed = { rows, start, to, position: new Int32Array(to.length), next: start.slice() }
  for (let link = 0; link < rows.length; link += AT_ONCE) {
    yield
    put(placed, links, link, Math.min(rows.length, link + AT_ONCE))
  }
  return [start, to]
}

interface Placed {
  /** Row of each link as it was read. */
  rows: Int32Array
  start: Int32Array
  to: Int32Array
  position: Int32Array
  /** Where the next link of a row goes. */
  next: Int32Array
}

function put({ rows, start, to, position, next }: Placed, links: ReadLinks, from: number, end: number): void {
  for (let link = from; link < end; link++) {
    const row = rows[link] ?? -1
    if (row < 0) continue
    const at = links.position[link] ?? 0
    let place = next[row] ?? 0
    next[row] = place + 1
    // Mostly they come in order already.
    for (const first = start[row] ?? 0; place > first && (position[place - 1] ?? 0) > at; place--) {
      position[place] = position[place - 1] ?? 0
      to[place] = to[place - 1] ?? 0
    }
    position[place] = at
    to[place] = links.to[link] ?? 0
  }
}
