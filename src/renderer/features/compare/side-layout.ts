/** Which parties stand beside each other, and in which order. Pure. */
import type { ComparePlace } from '../../lib/places.ts'

/** Most parties beside each other. */
export const MOST_PARTIES = 6

/** What of the side-by-side view is in the address. */
export type SideLayout = Pick<ComparePlace, 'parties' | 'pinned' | 'differ' | 'since'>

/** The parties in their columns, those that stay in sight first. */
export function columnOrder(parties: readonly number[], pinned: readonly number[]): number[] {
  return [...parties.filter((id) => pinned.includes(id)), ...parties.filter((id) => !pinned.includes(id))]
}

/** The entry at `from` where the one at `to` was. */
export function moved(ids: readonly number[], from: number, to: number): number[] {
  const id = ids[from]
  return id === undefined ? [...ids] : ids.toSpliced(from, 1).toSpliced(to, 0, id)
}
