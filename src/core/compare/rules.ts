/**
 * THE rules of the current stance and of the trend, as an analyst would read them. Pure: a fold over the statements of one cell in order
 * of time. What they mean for people, and why they are so: build/adr/0015-stance-and-trend.md.
 *
 * Which statements speak. Only those coded with this very issue and with a stance. What was denied has not been said: it bears no stance.
 * Current stance. That of the newest day on which the party speaks. Of several statements of one day the one that is known best: a direct
 *   quote before a paraphrase (as is what nobody coded), that before an anonymous source, that before the outlet's own voice; then the later.
 * Declined. A refusal to say is a stance, and may be the current one. It takes no position: the trend goes on to be that of the positions.
 * Trend. How the position of the newest day stands to that of the day before it on which it took one:
 *   reversed: supports where it last opposed, or the other way round, whatever conditional or neutral words were between;
 *   hardened: firmer (supports and opposes before conditional, conditional before neutral), or as firm with more intensity;
 *   softened: the opposite of that; repeated: neither; new: there is no day before.
 * No date. What has none shows no order: it gives the stance where nothing dated does, and never a trend.
 * Weakness. The current stance rests on the statements that have it. `anonymous`: it is one only, from an anonymous source. `grading`: all
 *   of them are in articles graded D or E, or 4 or 5. What is not graded, or cannot be judged (F, 6), is not low.
 */
import type { TrendKind, Weakness } from '../../shared/domain/compare.ts'
import { ATTRIBUTIONS, STANCES, UNDATED, type StatementColumns } from './statements.ts'

const SUPPORTS = STANCES.indexOf('supports')
const OPPOSES = STANCES.indexOf('opposes')
const DECLINED = STANCES.indexOf('declined')
const ANONYMOUS = ATTRIBUTIONS.indexOf('anonymous')
const DENIED = ATTRIBUTIONS.indexOf('denied')

/** How firm a position is, by index into STANCES. */
const FIRMNESS = Uint8Array.from(STANCES, (stance) =>
  stance === 'supports' || stance === 'opposes' ? 2 : stance === 'conditional' ? 1 : 0,
)
/** How well what was said is known, by index into ATTRIBUTIONS. */
const CERTAINTY = Uint8Array.from(ATTRIBUTIONS, (how) =>
  how === 'direct' ? 3 : how === 'paraphrase' || how === null ? 2 : how === 'anonymous' ? 1 : 0,
)
/** 1 for grades that are low, of reliability and of credibility: D and E, 4 and 5. */
const LOW = Uint8Array.of(0, 0, 0, 0, 1, 1, 0)

/** A statement with a stance. Words are indices as in compare/statements.ts; `row` is its place in the order of time. */
export interface Said {
  readonly row: number
  readonly id: number
  readonly stance: number
  /** 1 to 5; 0: none. */
  readonly intensity: number
  readonly attribution: number
  readonly day: number
}

/** No statement. */
const NONE = -1

/**
 * What is known of a cell after some of its statements: SIZE numbers, of which the first stands `at` that place, so that the states of many
 * cells lie side by side in one array. A statement stands here as one number of its row and its stance. Only `add` changes it.
 */
export type StanceState = Int32Array

// By stance: the statement that counts most, how many there are, and how many of them are in articles graded low.
const LATEST = 0
const COUNTS = STANCES.length
const LOWS = 2 * STANCES.length
/** What counts most of the newest day. What has no date is a day before all others. */
const TODAY = 3 * STANCES.length
/** The newest day, and the first statement of it: what is a lower number is of a day before. */
const DAY = TODAY + 1
const FIRST = TODAY + 2
/** The position of the newest day before today that has one, of the one before that, and the newest before it that took a side. */
const POSITION = TODAY + 3
const BEFORE = TODAY + 4
const SIDE = TODAY + 5
export const SIZE = TODAY + 6

const numberOf = (row: number, stance: number): number => row * 8 + stance
const rowOf = (statement: number): number => statement >> 3
const stanceOf = (statement: number): number => statement & 7

export interface Conclusion {
  /** What gives the current stance; null where nothing has one. */
  readonly current: Said | null
  /** The newest dated position. */
  readonly position: Said | null
  readonly trend: { readonly kind: TrendKind; readonly by: Said; readonly against: Said | null } | null
  /** The newest side it took, with the newest position: what a later one is measured against for a reversal. */
  readonly side: Said | null
  /** Every stance with what counts most for it and how many have it; the current one first, then newest first. */
  readonly stances: readonly { readonly latest: Said; readonly statements: number }[]
  /** Statements with the current stance. */
  readonly statements: number
  readonly weakness: Weakness | null
}

/** Whether the statement of a row bears a stance: only such are taken in. */
export const bearsStance = (columns: StatementColumns, row: number): boolean =>
  columns.stance[row] !== 0 && columns.attribution[row] !== DENIED

/** Makes a state of nothing said, in an array of its own or in the place that it is given. */
export function begin(state: StanceState = new Int32Array(SIZE), at = 0): StanceState {
  state.fill(NONE, at, at + SIZE).fill(0, at + COUNTS, at + TODAY)
  state[at + DAY] = UNDATED
  return state
}

/** Takes in the next statement in order of time that bears a stance. */
export function add(state: StanceState, columns: StatementColumns, row: number, at = 0): void {
  const stance = columns.stance[row] ?? 0
  const day = columns.day[row] ?? UNDATED
  const said = numberOf(row, stance)
  if (day > (state[at + DAY] ?? UNDATED)) {
    endDay(state, at)
    state[at + DAY] = day
    state[at + FIRST] = said
    state[at + TODAY] = said
    state[at + LATEST + stance] = said
  } else {
    state[at + TODAY] = better(columns, state, at, at + TODAY, said)
    state[at + LATEST + stance] = better(columns, state, at, at + LATEST + stance, said)
  }
  const isLow = (LOW[columns.reliability[row] ?? 0] ?? 0) | (LOW[columns.credibility[row] ?? 0] ?? 0)
  state[at + COUNTS + stance] = (state[at + COUNTS + stance] ?? 0) + 1
  state[at + LOWS + stance] = (state[at + LOWS + stance] ?? 0) + isLow
}

const certaintyOf = (columns: StatementColumns, statement: number): number => CERTAINTY[columns.attribution[rowOf(statement)] ?? 0] ?? 0

/** What counts more: what was said today, or what stands in a place of the state. */
function better(columns: StatementColumns, state: StanceState, at: number, place: number, said: number): number {
  const earlier = state[place] ?? NONE
  if (earlier < (state[at + FIRST] ?? NONE) || earlier === NONE) return said
  return certaintyOf(columns, said) >= certaintyOf(columns, earlier) ? said : earlier
}

/** Today becomes a day before: what it took as a position is what later ones are measured against. What has no date takes none. */
function endDay(state: StanceState, at: number): void {
  const today = state[at + TODAY] ?? NONE
  if (today === NONE || state[at + DAY] === UNDATED || stanceOf(today) === DECLINED) return
  const position = state[at + POSITION] ?? NONE
  if (position !== NONE) {
    state[at + BEFORE] = position
    if (takesSide(stanceOf(position))) state[at + SIDE] = position
  }
  state[at + POSITION] = today
}

const takesSide = (stance: number): boolean => stance === SUPPORTS || stance === OPPOSES

/** What the rules say of all that was taken in. Leaves the state as it is: more can be added, and concluded again. */
export function conclude(state: StanceState, columns: StatementColumns, at = 0): Conclusion {
  const current = saidAt(columns, state[at + TODAY] ?? NONE)
  if (current === null) return SILENCE
  for (let place = 0; place < SIZE; place++) ended[place] = state[at + place] ?? 0
  endDay(ended, 0)
  const position = saidAt(columns, ended[POSITION] ?? NONE)
  const side = saidAt(columns, ended[SIDE] ?? NONE)
  const statements = ended[COUNTS + current.stance] ?? 0
  return {
    current,
    position,
    trend: position && trendOf(position, saidAt(columns, ended[BEFORE] ?? NONE), side),
    side: position !== null && takesSide(position.stance) ? position : side,
    stances: stancesIn(ended, columns, current),
    statements,
    weakness: weaknessOf(current, statements, ended[LOWS + current.stance] ?? 0),
  }
}

/** The state that is concluded, with its last day over. */
const ended: StanceState = new Int32Array(SIZE)

const SILENCE: Conclusion = { current: null, position: null, trend: null, side: null, stances: [], statements: 0, weakness: null }

function trendOf(position: Said, before: Said | null, side: Said | null): Conclusion['trend'] {
  const { kind, against } = moved(position, before, side)
  return { kind, against, by: position }
}

function stancesIn(state: StanceState, columns: StatementColumns, current: Said): Conclusion['stances'] {
  const found: Conclusion['stances'][number][] = []
  for (let stance = 1; stance < STANCES.length; stance++) {
    const latest = saidAt(columns, state[LATEST + stance] ?? NONE)
    if (latest !== null) found.push({ latest, statements: state[COUNTS + stance] ?? 0 })
  }
  const isCurrent = ({ latest }: { latest: Said }): number => (latest.row === current.row ? 1 : 0)
  return found.sort((a, b) => isCurrent(b) - isCurrent(a) || counting(b.latest, a.latest))
}

function saidAt(columns: StatementColumns, statement: number): Said | null {
  if (statement === NONE) return null
  const row = rowOf(statement)
  return {
    row,
    id: columns.id[row] ?? 0,
    stance: stanceOf(statement),
    intensity: columns.intensity[row] ?? 0,
    attribution: columns.attribution[row] ?? 0,
    day: columns.day[row] ?? UNDATED,
  }
}

/** Order in which statements count: by day, by how well they are known, by time. */
const counting = (a: Said, b: Said): number =>
  a.day - b.day || (CERTAINTY[a.attribution] ?? 0) - (CERTAINTY[b.attribution] ?? 0) || a.row - b.row

/** How a position stands to the one before it and to the last one that took a side. None of the three is a refusal to say. */
export function moved(position: Said, before: Said | null, side: Said | null): { kind: TrendKind; against: Said | null } {
  if (before === null) return { kind: 'new', against: null }
  if (side !== null && takesSide(position.stance) && side.stance !== position.stance) return { kind: 'reversed', against: side }
  const firmer = (FIRMNESS[position.stance] ?? 0) - (FIRMNESS[before.stance] ?? 0)
  const known = position.intensity > 0 && before.intensity > 0
  const more = firmer !== 0 || !known ? firmer : position.intensity - before.intensity
  return { kind: more > 0 ? 'hardened' : more < 0 ? 'softened' : 'repeated', against: before }
}

function weaknessOf(current: Said, statements: number, low: number): Weakness | null {
  if (statements === 1 && current.attribution === ANONYMOUS) return 'anonymous'
  return low === statements ? 'grading' : null
}
