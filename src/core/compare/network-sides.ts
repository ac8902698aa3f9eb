/**
 * Who stands on which side of which very issue, as bits by issue. Pure. Either every side that a party ever took, or the one that is its
 * current stance: by the rules of rules.ts, or as the analyst reads the cell, so that the network says what the matrix says.
 */
import { cellKey } from '../../shared/domain/cell.ts'
import type { NetworkBasis } from '../../shared/domain/network.ts'
import { NOWHERE, placesOf, type Places, type Trees } from './places.ts'
import type { CellReadings } from './readings.ts'
import { add, bearsStance, begin, conclude, type StanceState } from './rules.ts'
import { ATTRIBUTIONS, STANCES, type Rows, type StatementColumns } from './statements.ts'

const SUPPORTS = STANCES.indexOf('supports')
const OPPOSES = STANCES.indexOf('opposes')
/** What was denied has not been said. */
const DENIED = ATTRIBUTIONS.indexOf('denied')

/** Whose sides are asked for: `overrides` by `cellKey`, which only current stances know. */
export type NetworkContext = Trees & Pick<CellReadings, 'overrides'>

/** Sides by place of the party. Of each party the bits of `words` numbers say on which issues it stands on that side. */
export interface Sides {
  words: number
  supported: Uint32Array
  opposed: Uint32Array
  /** How many statements support and oppose, whatever the basis. */
  supports: Int32Array
  opposes: Int32Array
  /** Statements that take no side. */
  left: number
}

export function sidesOf(columns: StatementColumns, rows: Rows, context: NetworkContext, basis: NetworkBasis): Sides {
  const places = placesOf(context)
  const parties = context.parties.length
  const words = (context.issues.length + 31) >> 5
  const [supported, opposed] = [new Uint32Array(parties * words), new Uint32Array(parties * words)]
  const [supports, opposes] = [new Int32Array(parties), new Int32Array(parties)]
  let left = 0
  for (const row of rows) {
    const party = places.column(columns.speakerId[row] ?? 0)
    const stance = columns.stance[row] ?? 0
    const [start, end] = [columns.issueStart[row] ?? 0, columns.issueStart[row + 1] ?? 0]
    const takesSide = (stance === SUPPORTS || stance === OPPOSES) && columns.attribution[row] !== DENIED
    if (party === NOWHERE || !takesSide || start === end) {
      left += 1
      continue
    }
    const [bits, counts] = stance === SUPPORTS ? [supported, supports] : [opposed, opposes]
    counts[party] = (counts[party] ?? 0) + 1
    if (basis === 'current') continue
    for (let at = start; at < end; at++) mark(bits, party * words, places.issue(columns.issueId[at] ?? 0))
  }
  const sides = { words, supported, opposed, supports, opposes, left }
  if (basis === 'current') takeCurrent(columns, rows, context, { places, sides })
  return sides
}

function takeCurrent(
  columns: StatementColumns,
  rows: Rows,
  { parties, issues, level, overrides }: NetworkContext,
  { places, sides: { words, supported, opposed } }: { places: Places; sides: Sides },
): void {
  /** By party and issue: what it said of that very issue so far. */
  const states = new Map<number, StanceState>()
  /** Which cells of the matrix there are: those of issues above count, for the analyst may read them too. */
  const cells = overrides?.size ? new Uint32Array(parties.length * words) : null
  for (const row of rows) {
    const party = places.column(columns.speakerId[row] ?? 0)
    if (party === NOWHERE) continue
    const speaks = bearsStance(columns, row)
    for (let at = columns.issueStart[row] ?? 0; at < (columns.issueStart[row + 1] ?? 0); at++) {
      const issue = places.issue(columns.issueId[at] ?? 0)
      if (issue === NOWHERE) continue
      if (cells) for (let up = issue; up !== NOWHERE; up = places.above[up] ?? NOWHERE) mark(cells, party * words, up)
      if (!speaks) continue
      const key = party * issues.length + issue
      const state = states.get(key) ?? begin()
      states.set(key, state)
      add(state, columns, row)
    }
  }
  for (const [key, state] of states) {
    const stance = conclude(state, columns).current?.stance
    const issue = key % issues.length
    const first = ((key - issue) / issues.length) * words
    if (stance === SUPPORTS) mark(supported, first, issue)
    if (stance === OPPOSES) mark(opposed, first, issue)
  }
  if (!cells || !overrides) return
  for (const [party, { id: partyId }] of parties.entries())
    for (const [issue, { id: issueId }] of issues.entries()) {
      if (!isMarked(cells, party * words, issue)) continue
      const read = overrides.get(cellKey({ issueId, partyId, level }))?.stance
      if (!read) continue
      for (const bits of [supported, opposed]) unmark(bits, party * words, issue)
      if (read === 'supports') mark(supported, party * words, issue)
      if (read === 'opposes') mark(opposed, party * words, issue)
    }
}

/** `first`: where the bits of the party begin. */
export const isMarked = (bits: Uint32Array, first: number, issue: number): boolean =>
  (((bits[first + (issue >> 5)] ?? 0) >>> (issue & 31)) & 1) === 1

function mark(bits: Uint32Array, first: number, issue: number): void {
  if (issue === NOWHERE) return
  const word = first + (issue >> 5)
  bits[word] = (bits[word] ?? 0) | (1 << (issue & 31))
}

function unmark(bits: Uint32Array, first: number, issue: number): void {
  const word = first + (issue >> 5)
  bits[word] = (bits[word] ?? 0) & ~(1 << (issue & 31))
}
