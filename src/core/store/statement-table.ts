/**
 * The arrays behind the columns of statements, with room to grow, and how rows are taken out and put in without copying the rest more
 * than once. Invariant: rows are in order of day, time and id, and the links of a row lie between its start and that of the next.
 */
import type { Steps } from '../anchoring/in-turns.ts'
import type { StatementColumns } from '../compare/statements.ts'

const NUMBERS = ['id', 'articleId', 'speakerId', 'tagId', 'day', 'time', 'publishedDay', 'outletId', 'storyId', 'coderId'] as const
const SMALL = ['stance', 'intensity', 'attribution', 'isStated', 'reliability', 'credibility', 'status', 'confidence', 'important'] as const
const LINKS = [
  ['issueStart', 'issueId'],
  ['targetStart', 'targetId'],
] as const

/** The same arrays, which only the store writes into. They may be longer than `count`. */
export type StatementTable = { -readonly [K in keyof StatementColumns]: StatementColumns[K] }

/** A run of rows, old or new, and where it comes to stand. */
interface Run {
  from: 'old' | 'new'
  first: number
  /** After the last. */
  end: number
  to: number
}

/** An empty table with room for so many rows and links. */
export function tableFor(rows: number, links = { issueId: 0, targetId: 0 }): StatementTable {
  return {
    count: 0,
    ...record(NUMBERS, () => ints(rows)),
    ...record(SMALL, () => bytes(rows)),
    createdMs: wide(rows),
    issueStart: ints(rows + 1),
    issueId: ints(links.issueId),
    targetStart: ints(rows + 1),
    targetId: ints(links.targetId),
  }
}

function record<K extends string, V>(names: readonly K[], make: () => V): Record<K, V> {
  // The names are those of the record, each once.
  return Object.fromEntries(names.map((name) => [name, make()])) as Record<K, V>
}

/** Makes room for so many rows; links are left as they are. */
export function makeRoom(table: StatementTable, rows: number): void {
  for (const name of NUMBERS) table[name] = roomy(table[name], table.count, rows, ints)
  for (const name of SMALL) table[name] = roomy(table[name], table.count, rows, bytes)
  table.createdMs = roomy(table.createdMs, table.count, rows, wide)
}

/** The columns as everybody sees them, exactly as long as there are rows. */
export function viewOf(table: StatementTable): StatementColumns {
  const { count } = table
  const view = { ...table }
  for (const name of NUMBERS) view[name] = table[name].subarray(0, count)
  for (const name of SMALL) view[name] = table[name].subarray(0, count)
  view.createdMs = table.createdMs.subarray(0, count)
  for (const [start, to] of LINKS) {
    view[start] = table[start].subarray(0, count + 1)
    view[to] = table[to].subarray(0, table[start][count] ?? 0)
  }
  return view
}

/** The rows of a table in another order, in a table of its own; `order` names each row once. */
export function* ordered(table: StatementTable, order: Uint32Array): Steps<StatementTable> {
  const links = { issueId: table.issueStart[table.count] ?? 0, targetId: table.targetStart[table.count] ?? 0 }
  const result = tableFor(order.length, links)
  result.count = order.length
  for (const name of [...NUMBERS, ...SMALL, 'createdMs'] as const) {
    gather(result[name], table[name], order)
    yield
  }
  for (const [start, to] of LINKS) {
    gatherLinks([result[start], result[to]], [table[start], table[to]], order)
    yield
  }
  return result
}

type Links = [start: Int32Array, to: Int32Array]
function gatherLinks([start, to]: Links, [startOf, of]: Links, order: Uint32Array): void {
  let place = 0
  for (let row = 0; row < order.length; row++) {
    const from = order[row] ?? 0
    const end = startOf[from + 1] ?? 0
    for (let link = startOf[from] ?? 0; link < end; link++) to[place++] = of[link] ?? 0
    start[row + 1] = place
  }
}

function gather(into: Int32Array | Uint8Array | Float64Array, from: Int32Array | Uint8Array | Float64Array, order: Uint32Array): void {
  for (let row = 0; row < order.length; row++) into[row] = from[order[row] ?? 0] ?? 0
}

/** Takes rows out (ascending) and puts others in, which are in order themselves; the same statement may be among both. */
export function splice(table: StatementTable, gone: readonly number[], fresh: StatementColumns): void {
  const { runs, count } = plan(table, gone, fresh)
  const old = table.count
  for (const name of NUMBERS) table[name] = moved(roomy(table[name], old, count, ints), runs, fresh[name])
  for (const name of SMALL) table[name] = moved(roomy(table[name], old, count, bytes), runs, fresh[name])
  table.createdMs = moved(roomy(table.createdMs, old, count, wide), runs, fresh.createdMs)
  for (const [start, to] of LINKS) {
    const before = table[start]
    const startOf = (run: Run, row: number): number => (run.from === 'old' ? before : fresh[start])[row] ?? 0
    let total = 0
    const links = runs.map((run): Run => {
      const [first, end] = [startOf(run, run.first), startOf(run, run.end)]
      total += end - first
      return { from: run.from, first, end, to: total - (end - first) }
    })
    table[to] = moved(roomy(table[to], before[old] ?? 0, total, ints), links, fresh[to])
    const starts = moved(roomy(before, old + 1, count + 1, ints), runs, fresh[start])
    runs.forEach((run, index) => {
      const shift = (links[index]?.to ?? 0) - (links[index]?.first ?? 0)
      if (shift !== 0) for (let row = run.to; row < run.to + run.end - run.first; row++) starts[row] = (starts[row] ?? 0) + shift
    })
    starts[count] = total
    table[start] = starts
  }
  table.count = count
}

/** Old and new rows as they come to follow each other. */
function plan(table: StatementTable, gone: readonly number[], fresh: StatementColumns): { runs: Run[]; count: number } {
  const runs: Run[] = []
  let [count, next, out] = [0, 0, 0]
  const add = (from: Run['from'], first: number, end: number): void => {
    if (end > first) runs.push({ from, first, end, to: count })
    count += Math.max(0, end - first)
  }
  /** Old rows up to `end`, without those that go. */
  const keepTo = (end: number): void => {
    while (out < gone.length && (gone[out] ?? 0) < end) {
      add('old', next, gone[out] ?? 0)
      next = (gone[out++] ?? 0) + 1
    }
    add('old', next, end)
    next = Math.max(next, end)
  }
  for (let row = 0; row < fresh.count; row++) {
    keepTo(placeOf(table, fresh, row))
    add('new', row, row + 1)
  }
  keepTo(table.count)
  return { runs, count }
}

/** The first row that does not come before the new one. */
function placeOf(table: StatementColumns, fresh: StatementColumns, row: number): number {
  let [low, high] = [0, table.count]
  while (low < high) {
    const middle = (low + high) >>> 1
    const difference =
      (table.day[middle] ?? 0) - (fresh.day[row] ?? 0) ||
      (table.time[middle] ?? 0) - (fresh.time[row] ?? 0) ||
      (table.id[middle] ?? 0) - (fresh.id[row] ?? 0)
    if (difference < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Runs moved to where they belong, within the array. First those that go down, from the front; then those that go up, from the end: so
 * none is written over before it was moved.
 */
function moved<T extends Int32Array | Uint8Array | Float64Array>(array: T, runs: readonly Run[], fresh: T): T {
  for (const run of runs) if (run.from === 'old' && run.to < run.first) array.copyWithin(run.to, run.first, run.end)
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index]
    if (run?.from === 'old' && run.to > run.first) array.copyWithin(run.to, run.first, run.end)
  }
  for (const run of runs) if (run.from === 'new') array.set(fresh.subarray(run.first, run.end), run.to)
  return array
}

/** An array that holds so many; where it is made anew it has some more room, so that the next rows need no new one. */
function roomy<T extends Int32Array | Uint8Array | Float64Array>(array: T, used: number, count: number, make: (length: number) => T): T {
  if (array.length >= count) return array
  const larger = make(count + (count >>> 4) + 256)
  larger.set(array.subarray(0, used))
  return larger
}
const ints = (length: number): Int32Array => new Int32Array(length)
const bytes = (length: number): Uint8Array => new Uint8Array(length)
const wide = (length: number): Float64Array => new Float64Array(length)
