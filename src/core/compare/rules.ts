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

/** A statement with a stance, as the rules see it. Words are indices as in compare/statements.ts; `row` is its place in the order of time. */
export interface Said {
  readonly row: number
  readonly id: number
  readonly stance: number
  /** 1 to 5; 0: none. */
  readonly intensity: number
  readonly attribution: number
  readonly day: number
  /** In an article graded low. */
  readonly isLow: boolean
}

/** What is known of a cell after some of its statements. Only `add` changes it. */
export interface StanceState {
  /** By stance: the one that counts most of the newest day, how many, and how many of them in articles graded low. */
  readonly latest: (Said | null)[]
  readonly counts: number[]
  readonly lows: number[]
  /** What counts most of what has no date, and of the newest day. */
  undated: Said | null
  today: Said | null
  /** The position of today, and of the newest day before today that has one; and the newest before today that took a side. */
  position: Said | null
  before: Said | null
  side: Said | null
}

export interface Conclusion {
  /** What gives the current stance; null where nothing has one. */
  readonly current: Said | null
  /** The newest dated position, and what it is measured against. */
  readonly position: Said | null
  readonly trend: { readonly kind: TrendKind; readonly by: Said; readonly against: Said | null } | null
  /** The newest side it took, today's included: what a later position is measured against for a reversal. */
  readonly side: Said | null
  /** Every stance with what counts most for it and how many have it; the current one first, then newest first. */
  readonly stances: readonly { readonly latest: Said; readonly statements: number }[]
  /** Statements with the current stance. */
  readonly statements: number
  readonly weakness: Weakness | null
}

/** The statement of a row as the rules see it; null where it bears no stance. */
export function saidOf(columns: StatementColumns, row: number): Said | null {
  const stance = columns.stance[row] ?? 0
  const attribution = columns.attribution[row] ?? 0
  if (stance === 0 || attribution === DENIED) return null
  return {
    row,
    id: columns.id[row] ?? 0,
    stance,
    intensity: columns.intensity[row] ?? 0,
    attribution,
    day: columns.day[row] ?? UNDATED,
    isLow: isLow(columns.reliability[row] ?? 0) || isLow(columns.credibility[row] ?? 0),
  }
}

/** D and E, 4 and 5. */
const isLow = (grade: number): boolean => grade === 4 || grade === 5

export const begin = (): StanceState => ({
  latest: STANCES.map(() => null),
  counts: STANCES.map(() => 0),
  lows: STANCES.map(() => 0),
  undated: null,
  today: null,
  position: null,
  before: null,
  side: null,
})

/** Takes in the next statement in order of time. */
export function add(state: StanceState, said: Said): void {
  const { stance } = said
  state.latest[stance] = better(state.latest[stance] ?? null, said)
  state.counts[stance] = (state.counts[stance] ?? 0) + 1
  if (said.isLow) state.lows[stance] = (state.lows[stance] ?? 0) + 1
  if (said.day === UNDATED) {
    state.undated = better(state.undated, said)
    return
  }
  if (state.today !== null && said.day > state.today.day) endDay(state)
  state.today = better(state.today, said)
}

/** Of two statements in order of time the one that counts more. */
function better(earlier: Said | null, later: Said): Said {
  if (earlier === null || later.day > earlier.day) return later
  return (CERTAINTY[later.attribution] ?? 0) >= (CERTAINTY[earlier.attribution] ?? 0) ? later : earlier
}

/** Today becomes a day before: what it took as a position is what later ones are measured against. */
function endDay(state: StanceState): void {
  const { today } = state
  if (today !== null && today.stance !== DECLINED) {
    if (state.position !== null) {
      state.before = state.position
      if (takesSide(state.position)) state.side = state.position
    }
    state.position = today
  }
  state.today = null
}

const takesSide = ({ stance }: Said): boolean => stance === SUPPORTS || stance === OPPOSES

/** What the rules say of all that was taken in. Leaves the state as it is: more can be added, and concluded again. */
export function conclude(state: StanceState): Conclusion {
  const { latest, counts, lows } = state
  const ended = { ...state }
  endDay(ended)
  const { position } = ended
  const current = state.today ?? state.undated
  const statements = current === null ? 0 : (counts[current.stance] ?? 0)
  return {
    current,
    position,
    trend: trendOf(ended),
    side: position !== null && takesSide(position) ? position : ended.side,
    stances: latest
      .filter((said) => said !== null)
      .toSorted((a, b) => Number(b === current) - Number(a === current) || counting(b, a))
      .map((said) => ({ latest: said, statements: counts[said.stance] ?? 0 })),
    statements,
    weakness: current === null ? null : weaknessOf(current, statements, lows[current.stance] ?? 0),
  }
}

/** Order in which statements count: by day, by how well they are known, by time. */
const counting = (a: Said, b: Said): number =>
  a.day - b.day || (CERTAINTY[a.attribution] ?? 0) - (CERTAINTY[b.attribution] ?? 0) || a.row - b.row

function trendOf({ position, before, side }: StanceState): Conclusion['trend'] {
  if (position === null) return null
  const { kind, against } = moved(position, before, side)
  return { kind, by: position, against }
}

/** How a position stands to the one before it and to the last one that took a side. None of the three is a refusal to say. */
export function moved(position: Said, before: Said | null, side: Said | null): { kind: TrendKind; against: Said | null } {
  if (before === null) return { kind: 'new', against: null }
  if (side !== null && takesSide(position) && side.stance !== position.stance) return { kind: 'reversed', against: side }
  const firmer = (FIRMNESS[position.stance] ?? 0) - (FIRMNESS[before.stance] ?? 0)
  const known = position.intensity > 0 && before.intensity > 0
  const more = firmer !== 0 || !known ? firmer : position.intensity - before.intensity
  return { kind: more > 0 ? 'hardened' : more < 0 ? 'softened' : 'repeated', against: before }
}

function weaknessOf(current: Said, statements: number, low: number): Weakness | null {
  if (statements === 1 && current.attribution === ANONYMOUS) return 'anonymous'
  return low === statements ? 'grading' : null
}
