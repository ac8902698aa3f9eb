/** What the sections of a comparison share: the matrix and the bands of one filter, and the order of their columns. Read once for each filter. */
import type { Matrix } from '../../../../shared/domain/compare.ts'
import type { PartyRole } from '../../../../shared/domain/party.ts'
import { buildMatrix } from '../../../compare/matrix.ts'
import { buildSideBySide, type Band } from '../../../compare/side-by-side.ts'
import { comparisonOf } from '../../../store/comparison.ts'
import type { ReportContext } from '../context.ts'

export interface PartyColumn {
  readonly id: number
  readonly name: string
  readonly role: PartyRole
  readonly statements: number
}

export interface Comparing {
  readonly matrix: Matrix
  readonly bands: readonly Band[]
  /** Principals, mediators, observers, others; within a role as in the codebook. */
  readonly columns: readonly PartyColumn[]
}

const ROLE_ORDER: Readonly<Record<PartyRole, number>> = { principal: 0, mediator: 1, observer: 2, none: 3 }
const read = new WeakMap<ReportContext['cites'], Map<string, Comparing>>()

export function comparingOf({ db, filter, request, names, cites }: ReportContext): Comparing {
  const known = read.get(cites) ?? new Map<string, Comparing>()
  read.set(cites, known)
  const key = JSON.stringify(filter)
  const found = known.get(key)
  if (found) return found
  const { columns: statements, rows, context } = comparisonOf(db, filter, request.level)
  const matrix = buildMatrix(statements, rows, context)
  const parties = new Map(names.parties.map((party) => [party.id, party]))
  const columns = matrix.columns
    .map(({ partyId, statements: count }) => ({
      id: partyId,
      name: parties.get(partyId)?.name ?? '',
      role: parties.get(partyId)?.role ?? 'none',
      statements: count,
    }))
    .toSorted((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role])
  const bands = buildSideBySide(statements, rows, {
    ...context,
    chosen: columns.map((column) => column.id),
    since: null,
    sort: 'tree',
    most: Number.MAX_SAFE_INTEGER,
  })
  const comparing = { matrix, bands, columns }
  known.set(key, comparing)
  return comparing
}

/** Anchors of the band of an issue, and of a column in it. */
export const bandPlace = ({ prefix }: ReportContext, issueId: number | null): string =>
  `${prefix}${issueId === null ? 'i-none' : `i${issueId}`}`
export const bandColumnPlace = (context: ReportContext, issueId: number | null, partyId: number): string =>
  `${bandPlace(context, issueId)}-p${partyId}`
