/**
 * Columns of the matrix in their order: parties first, those that mediate or observe apart at the end. One's own order holds within each
 * of the two groups; who is not named in it follows in the order of the codebook. Pure.
 */
import type { Party } from '../../../shared/domain/party.ts'

export type ColumnGroup = 'parties' | 'apart'

export interface MatrixColumn {
  partyId: number
  group: ColumnGroup
}

export interface MatrixColumns {
  shown: readonly MatrixColumn[]
  /** Parties put away, in the order they would stand in. */
  hidden: readonly number[]
  /** How many of those shown stand before the divider. */
  parties: number
  /** Whether every party before the divider is a principal. */
  arePrincipals: boolean
}

type PartyRoles = ReadonlyMap<number, Pick<Party, 'role' | 'parentId'>>

/** A party's role; where it has none that of the nearest party above it. */
export function roleOf(parties: PartyRoles, id: number): Party['role'] {
  const seen = new Set<number>()
  for (let at: number | null = id; at !== null && !seen.has(at); at = parties.get(at)?.parentId ?? null) {
    seen.add(at)
    const role = parties.get(at)?.role ?? 'none'
    if (role !== 'none') return role
  }
  return 'none'
}

/** All columns in order, whether they are shown or not. */
export function orderedColumns(
  ids: readonly number[],
  { parties, order }: { parties: PartyRoles; order: readonly number[] },
): (MatrixColumn & { isPrincipal: boolean })[] {
  const rank = new Map(order.map((id, index) => [id, index]))
  return ids
    .map((partyId, index) => {
      const role = roleOf(parties, partyId)
      const group: ColumnGroup = role === 'mediator' || role === 'observer' ? 'apart' : 'parties'
      return { partyId, group, isPrincipal: role === 'principal', index }
    })
    .toSorted(
      (a, b) =>
        Number(a.group === 'apart') - Number(b.group === 'apart') ||
        (rank.get(a.partyId) ?? Infinity) - (rank.get(b.partyId) ?? Infinity) ||
        a.index - b.index,
    )
    .map(({ partyId, group, isPrincipal }) => ({ partyId, group, isPrincipal }))
}

/** Those the table shows, and what of them is put away. */
export function shownColumns(all: ReturnType<typeof orderedColumns>, ids: ReadonlySet<number>): MatrixColumns {
  const shown = all.filter(({ partyId }) => ids.has(partyId))
  return {
    shown: shown.map(({ partyId, group }) => ({ partyId, group })),
    hidden: all.flatMap(({ partyId }) => (ids.has(partyId) ? [] : [partyId])),
    parties: shown.filter(({ group }) => group === 'parties').length,
    arePrincipals: shown.every(({ group, isPrincipal }) => group === 'apart' || isPrincipal),
  }
}

/** The order after a party was moved to the place of another of its group; null where it stays where it is. */
export function movedTo(columns: MatrixColumns, partyId: number, to: number): number[] | null {
  const from = columns.shown.findIndex((column) => column.partyId === partyId)
  const at = columns.shown.findIndex((column) => column.partyId === to)
  const [moved, target] = [columns.shown[from], columns.shown[at]]
  if (!moved || !target || from === at || moved.group !== target.group) return null
  const ids = columns.shown.map((column) => column.partyId)
  ids.splice(from, 1)
  ids.splice(at, 0, partyId)
  // Who is put away keeps a place behind the others, so that it comes back into an order.
  return [...ids, ...columns.hidden]
}

/** The order after a party was moved by one place within its group; null at the edge of it. */
export function movedBy(columns: MatrixColumns, partyId: number, step: 1 | -1): number[] | null {
  const from = columns.shown.findIndex((column) => column.partyId === partyId)
  const to = columns.shown[from + step]
  return to ? movedTo(columns, partyId, to.partyId) : null
}
