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
const FIRMNESS = STANCES.map((stance) => (stance === 'supports' || stance === 'opposes' ? 2 : stance === 'conditional' ? 1 : 0))
/** How well what was said is known, by index into ATTRIBUTIONS. */
const CERTAINTY = ATTRIBUTIONS.map((how) => (how === 'direct' ? 3 : how === 'paraphrase' || how === null ? 2 : how === 'anonymous' ? 1 : 0))

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

/** What is known of a cell after some of its statements, which stand here by their rows. Only `add` changes it. */
export interface StanceState {
  /** By stance: the one that counts most of the newest day, how many, and how many of them in articles graded low. */
  readonly latest: number[]
  readonly counts: number[]
  readonly lows: number[]
  /** What counts most of what has no date, and of the newest day. */
  undated: number
  today: number
  /** The position of the newest day before today that has one, of the one before that, and the newest before it that took a side. */
  position: number
  before: number
  side: number
}

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

export const begin = (): StanceState => ({
  latest: STANCES.map(() => NONE),
  counts: STANCES.map(() => 0),
  lows: STANCES.map(() => 0),
  undated: NONE,
  today: NONE,
  position: NONE,
  before: NONE,
  side: NONE,
})

/** Takes in the next statement in order of time that bears a stance. */
export function add(state: StanceState, columns: StatementColumns, row: number): void {
  const stance = columns.stance[row] ?? 0
  state.latest[stance] = better(columns, state.latest[stance] ?? NONE, row)
  state.counts[stance] = (state.counts[stance] ?? 0) + 1
  if (isLow(columns.reliability[row]) || isLow(columns.credibility[row])) state.lows[stance] = (state.lows[stance] ?? 0) + 1
  if (columns.day[row] === UNDATED) {
    state.undated = better(columns, state.undated, row)
    return
  }
  if (state.today !== NONE && dayAt(columns, row) > dayAt(columns, state.today)) endDay(state, columns)
  state.today = better(columns, state.today, row)
}

/** D and E, 4 and 5. */
const isLow = (grade: number | undefined): boolean => grade === 4 || grade === 5

const dayAt = (columns: StatementColumns, row: number): number => columns.day[row] ?? UNDATED
const certaintyAt = (columns: StatementColumns, row: number): number => CERTAINTY[columns.attribution[row] ?? 0] ?? 0

/** Of two statements in order of time the one that counts more. */
function better(columns: StatementColumns, earlier: number, later: number): number {
  if (earlier === NONE || dayAt(columns, later) > dayAt(columns, earlier)) return later
  return certaintyAt(columns, later) >= certaintyAt(columns, earlier) ? later : earlier
}

/** Today becomes a day before: what it took as a position is what later ones are measured against. */
function endDay(state: StanceState, columns: StatementColumns): void {
  const { today, position } = state
  if (today !== NONE && columns.stance[today] !== DECLINED) {
    if (position !== NONE) {
      state.before = position
      if (takesSide(columns.stance[position])) state.side = position
    }
    state.position = today
  }
  state.today = NONE
}

const takesSide = (stance: number | undefined): boolean => stance === SUPPORTS || stance === OPPOSES

/** What the rules say of all that was taken in. Leaves the state as it is: more can be added, and concluded again. */
export function conclude(state: StanceState, columns: StatementColumns): Conclusion {
  const { latest, counts, lows, today, undated } = state
  const ended = { ...state }
  endDay(ended, columns)
  const position = saidAt(columns, ended.position)
  const side = saidAt(columns, ended.side)
  const current = saidAt(columns, today === NONE ? undated : today)
  const statements = current === null ? 0 : (counts[current.stance] ?? 0)
  return {
    current,
    position,
    trend: position && { ...moved(position, saidAt(columns, ended.before), side), by: position },
    side: position !== null && takesSide(position.stance) ? position : side,
    stances: latest
      .flatMap((row) => saidAt(columns, row) ?? [])
      .toSorted((a, b) => Number(b.row === current?.row) - Number(a.row === current?.row) || counting(b, a))
      .map((said) => ({ latest: said, statements: counts[said.stance] ?? 0 })),
    statements,
    weakness: current === null ? null : weaknessOf(current, statements, lows[current.stance] ?? 0),
  }
}

function saidAt(columns: StatementColumns, row: number): Said | null {
  if (row === NONE) return null
  return {
    row,
    id: columns.id[row] ?? 0,
    stance: columns.stance[row] ?? 0,
    intensity: columns.intensity[row] ?? 0,
    attribution: columns.attribution[row] ?? 0,
    day: dayAt(columns, row),
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
