/**
 * What changed between two moments: for each party and issue the state at one against the state at the other, by the rules of the trend
 * (compare/rules.ts). What went there and back in between is no change. What the analyst reads otherwise has no date and is left out.
 * By the coding, a statement that was coded anew in between counts as new evidence: what it said of a party then is not known any more.
 */
import { cellChangeKindSchema, type CellChangeKind, type ChangeBasis } from '../../shared/domain/changes.ts'
import { NOWHERE, placesOf, type Trees } from './places.ts'
import { add, bearsStance, begin, conclude, moved, type Conclusion, type StanceState } from './rules.ts'
import { ATTRIBUTIONS, STANCES, UNDATED, type Rows, type StatementColumns } from './statements.ts'

/** A moment as a day, for what was said, and in milliseconds, for what the analyst decided. Both include the moment itself. */
export interface Moment {
  day: number
  ms: number
}
export interface Span {
  basis: ChangeBasis
  then: Moment
  now: Moment
}

/** Whether something stood in the library as it does by the first moment, came or was coded anew by the second, or came later. */
export type Recorded = 'before' | 'since' | 'later'

/** A statement on one of its issues. Asked only where the basis is the coding. */
export type RecordedStatements = (statementId: number, issueId: number) => Recorded

/** As in the contract, without the quotes. */
export interface CellMove {
  kind: CellChangeKind
  issueId: number
  partyId: number
  fromId: number | null
  toId: number | null
  statements: number
}

interface CellSpan {
  then: StanceState
  now: StanceState
  /** Statements that came after `then`. */
  since: number
  /** Rows of the last statement made up to `then`, and of the first made after; NOWHERE where there is none. */
  lastBefore: number
  firstAfter: number
}

const DENIED = ATTRIBUTIONS.indexOf('denied')
const DECLINED = STANCES.indexOf('declined')

/** By kind, then in the order of issues and parties. */
export function cellChanges(columns: StatementColumns, rows: Rows, trees: Trees, span: Span, recorded: RecordedStatements): CellMove[] {
  const { parties, issues } = trees
  const places = placesOf(trees)
  const cells: (CellSpan | undefined)[][] = issues.map(() => [])
  for (const row of rows) {
    const party = places.column(columns.speakerId[row] ?? 0)
    if (party === NOWHERE) continue
    const speaks = bearsStance(columns, row)
    const end = columns.issueStart[row + 1] ?? 0
    for (let at = columns.issueStart[row] ?? 0; at < end; at++) {
      const ofIssue = cells[places.issue(columns.issueId[at] ?? 0)]
      if (!ofIssue) continue
      const when = whenOf(columns, row, at, span, recorded)
      if (when === 'later') continue
      const cell = (ofIssue[party] ??= { then: begin(), now: begin(), since: 0, lastBefore: NOWHERE, firstAfter: NOWHERE })
      take(cell, columns, row, { speaks, isOld: when === 'before' }, span)
    }
  }
  const found = cells.flatMap((ofIssue, issue) =>
    parties.flatMap((party, place) => {
      const cell = ofIssue[place]
      if (!cell) return []
      const at = { issueId: issues[issue]?.id ?? 0, partyId: party.id, statements: cell.since }
      return movesOf(cell, columns, span).map((move) => ({ ...at, ...move }))
    }),
  )
  const rank = ({ kind }: CellMove): number => cellChangeKindSchema.options.indexOf(kind)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

/** When the statement of a row was made, or coded for the issue at a place. What has no day was never said by a day. */
function whenOf(columns: StatementColumns, row: number, at: number, { basis, then, now }: Span, recorded: RecordedStatements): Recorded {
  if (basis === 'coded') return recorded(columns.id[row] ?? 0, columns.issueId[at] ?? 0)
  const said = columns.day[row] ?? UNDATED
  return said === UNDATED || said > now.day ? 'later' : said <= then.day ? 'before' : 'since'
}

interface Taken {
  speaks: boolean
  isOld: boolean
}

function take(cell: CellSpan, columns: StatementColumns, row: number, { speaks, isOld }: Taken, { then, now }: Span): void {
  if (!isOld) cell.since += 1
  if (speaks) {
    add(cell.now, columns, row)
    if (isOld) add(cell.then, columns, row)
  }
  // Silence is about speaking, whenever that was coded: what was denied was not said.
  const day = columns.day[row] ?? UNDATED
  if (columns.attribution[row] === DENIED || day === UNDATED) return
  if (day <= then.day) cell.lastBefore = row
  else if (day <= now.day && cell.firstAfter === NOWHERE) cell.firstAfter = row
}

type Move = Pick<CellMove, 'kind' | 'fromId' | 'toId'>

function movesOf(cell: CellSpan, columns: StatementColumns, span: Span): Move[] {
  const [then, now] = [conclude(cell.then, columns), conclude(cell.now, columns)]
  const moves: Move[] = []
  const position = positionMove(then, now)
  if (position) moves.push(position)
  const word = then.current ?? now.position
  if (now.current?.stance === DECLINED && word !== null && word.stance !== DECLINED)
    moves.push({ kind: 'declined', fromId: word.id, toId: now.current.id })
  const length = span.now.day - span.then.day
  const isHeard = cell.lastBefore !== NOWHERE && (columns.day[cell.lastBefore] ?? UNDATED) > span.then.day - length
  if (isHeard && cell.firstAfter === NOWHERE) moves.push({ kind: 'silent', fromId: columns.id[cell.lastBefore] ?? 0, toId: null })
  return moves
}

function positionMove(then: Conclusion, now: Conclusion): Move | null {
  const shown = now.position ?? now.current
  if (shown === null) return null
  if (then.current === null) return { kind: 'new', fromId: null, toId: shown.id }
  if (now.position === null) return null
  if (then.position === null)
    // A refusal to say, or an undated word, came before: only after the refusal is the position the first.
    return then.current.stance === DECLINED ? { kind: 'new', fromId: then.current.id, toId: now.position.id } : null
  const { kind, against } = moved(now.position, then.position, then.side)
  return kind === 'new' || kind === 'repeated' ? null : { kind, fromId: against?.id ?? null, toId: now.position.id }
}
