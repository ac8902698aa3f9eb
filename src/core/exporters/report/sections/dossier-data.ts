/** What a dossier draws on: one party with all beneath it as one voice, and what others say. */
import type { Matrix } from '../../../../shared/domain/compare.ts'
import type { Filter } from '../../../../shared/domain/filter.ts'
import type { Party } from '../../../../shared/domain/party.ts'
import { ParleyError } from '../../../../shared/rpc/envelope.ts'
import { buildMatrix } from '../../../compare/matrix.ts'
import { positionMoves, type PositionMove } from '../../../compare/position-moves.ts'
import { annotationsByIds } from '../../../store/annotations.ts'
import { comparisonOf } from '../../../store/comparison.ts'
import { filteredIds } from '../../../store/filtered.ts'
import { withDescendants } from '../../../store/rows.ts'
import type { ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { inTime } from './timeline.ts'

export interface DossierData {
  readonly party: Party
  /** It and all beneath it. */
  readonly ids: ReadonlySet<number>
  readonly members: readonly Party[]
  /** What it says, and what others say to it or of anything, by date. */
  readonly said: readonly Statement[]
  readonly toIt: readonly Statement[]
  /** One column: the party. */
  readonly matrix: Matrix
  readonly moves: ReadonlyMap<number, readonly PositionMove[]>
  /** The filter of what it says. */
  readonly filter: Filter
  readonly othersFilter: Filter
}

/** Throws `invalid-input` without a party, `not-found` where it is gone. */
export function dossierData(context: ReportContext, partyId: number | undefined): DossierData {
  const { db, names, cites } = context
  if (partyId === undefined) throw new ParleyError('invalid-input', { field: 'party', problem: 'none chosen' })
  const party = names.parties.find(({ id }) => id === partyId)
  if (!party) throw new ParleyError('not-found', { what: 'party', id: partyId })
  const ids = withDescendants([partyId], names.parties)
  const { parties: _speakers, ...othersFilter } = context.filter
  const filter: Filter = { ...othersFilter, parties: [partyId] }
  const comparison = comparisonOf(db, filter, 'side')
  // The party stands as a root of its own, so that all beneath it speak in its column. What the analyst read was read of whole sides.
  const trees = comparison.context.parties
    .filter(({ id }) => ids.has(id))
    .map((node) => (node.id === partyId ? { ...node, parentId: null } : node))
  const readings = party.parentId === null && context.shown.own ? {} : { overrides: new Map(), summaries: new Map() }
  const matrix = buildMatrix(comparison.columns, comparison.rows, { ...comparison.context, ...readings, parties: trees })
  const moves = positionMoves(comparison.columns, comparison.rows)
  const said = cites.cite(filteredIds(db, filter, -1)).toSorted(inTime)
  const others = annotationsByIds(db, filteredIds(db, othersFilter, -1)).filter(
    ({ speakerId, targetIds }) => !isOf(ids, speakerId) && targetIds.some((id) => ids.has(id)),
  )
  const toIt = cites.cite(others.map(({ id }) => id))
  return {
    party,
    ids,
    members: names.parties.filter(({ id }) => ids.has(id) && id !== partyId),
    said,
    toIt: toIt.toSorted(inTime),
    matrix,
    moves,
    filter,
    othersFilter,
  }
}

const isOf = (ids: ReadonlySet<number>, id: number | null): boolean => id !== null && ids.has(id)
