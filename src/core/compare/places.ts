/**
 * Where the rows of the columns stand among parties and issues, as small numbers: the place of a party or an issue in its list, so that
 * counting needs no look-up by id. Pure. NOWHERE: none, or none that is known.
 */
import type { PartyLevel } from '../../shared/domain/compare.ts'
import type { Rows, StatementColumns } from './statements.ts'
import { columnOf, lineagesById, type Node, type PartyNode } from './columns.ts'

/** The trees that a comparison rolls up in, each in tree order. */
export interface Trees {
  parties: readonly PartyNode[]
  issues: readonly Node[]
  level: PartyLevel
}

export const NOWHERE = -1

export interface Places {
  /** Column of a speaker, as its place in the list of parties. */
  readonly column: (speakerId: number) => number
  /** Place of an issue in its list. */
  readonly issue: (issueId: number) => number
  /** Both as tables by id, for long loops. */
  readonly columnAt: Int32Array
  readonly issueAt: Int32Array
  /** By place of an issue: that of the issue above it. */
  readonly above: Int32Array
}

export function placesOf({ parties, issues, level }: Trees): Places {
  const column = columnOf(level, parties)
  const partyAt = placesById(parties.map(({ id }) => id))
  const issueAt = placesById(issues.map(({ id }) => id))
  const columnAt = new Int32Array(partyAt.length).fill(NOWHERE)
  for (const { id } of parties) columnAt[id] = partyAt[column(id)] ?? NOWHERE
  const lineages = lineagesById(issues)
  const above = Int32Array.from(issues, ({ id }) => {
    const up = lineages.get(id)?.[1]
    // A loop, which the store refuses, would have no end: nothing in it stands above anything.
    const isLoop = up !== undefined && lineages.get(up)?.includes(id)
    return up === undefined || isLoop ? NOWHERE : (issueAt[up] ?? NOWHERE)
  })
  return {
    column: (speakerId) => columnAt[speakerId] ?? NOWHERE,
    issue: (issueId) => issueAt[issueId] ?? NOWHERE,
    columnAt,
    issueAt,
    above,
  }
}

/** The rows of one cell: those of its column that are coded with the issue (null: with none) or one beneath it. */
export function rowsOfCell(columns: StatementColumns, rows: Rows, cell: { issueId: number | null; partyId: number }, trees: Trees): Rows {
  const places = placesOf(trees)
  const party = trees.parties.findIndex(({ id }) => id === cell.partyId)
  const issue = cell.issueId === null ? null : places.issue(cell.issueId)
  if (party === NOWHERE || issue === NOWHERE) return new Int32Array(0)
  return rows.filter((row) => places.column(columns.speakerId[row] ?? 0) === party && isBeneath(columns, row, issue, places))
}

function isBeneath(columns: StatementColumns, row: number, issue: number | null, places: Places): boolean {
  const [start, end] = [columns.issueStart[row] ?? 0, columns.issueStart[row + 1] ?? 0]
  if (issue === null) return start === end
  for (let at = start; at < end; at++)
    for (let up = places.issue(columns.issueId[at] ?? 0); up !== NOWHERE; up = places.above[up] ?? NOWHERE) if (up === issue) return true
  return false
}

/** From an id to its place in the list. Ids are the row numbers of a table: about as many as there are rows. */
function placesById(ids: readonly number[]): Int32Array {
  const places = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1).fill(NOWHERE)
  ids.forEach((id, place) => (places[id] = place))
  return places
}

/** Values of a column of ids as small numbers. */
export interface Numbered {
  /** By value: its number. */
  readonly places: Int32Array
  readonly values: readonly number[]
}
/** Kept by the array, which belongs to one state of the library: what changes columns makes new ones. */
const known = new WeakMap<Int32Array, Numbered>()

/** The distinct values of a column of ids as small numbers, in the order of their first row; 0, which means none, is NOWHERE. */
export function numbered(column: Int32Array): Numbered {
  const before = known.get(column)
  if (before) return before
  let highest = 0
  // Plain loops: columns are long.
  for (let row = 0; row < column.length; row++) highest = Math.max(highest, column[row] ?? 0)
  const places = new Int32Array(highest + 1).fill(NOWHERE)
  const values: number[] = []
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? 0
    if (value !== 0 && places[value] === NOWHERE) places[value] = values.push(value) - 1
  }
  const found = { places, values }
  known.set(column, found)
  return found
}
