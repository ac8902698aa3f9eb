/** Who speaks in a statement, seen from a thread. Pure. */
import type { MemberSide } from '../../shared/domain/thread.ts'

export interface Parties {
  ownerId: number | null
  addresseeId: number | null
}

/** Itself and all above it, nearest first. */
export type LineageOf = (partyId: number) => readonly number[]

/**
 * Whom a statement is made for comes before who makes it: a mediator who speaks on behalf of Kabul gives Kabul's word. Of the owner and the
 * addressee it is the nearer one. Where a thread has no owner, whoever is not addressed may be the one.
 */
export function sideOf(
  { ownerId, addresseeId }: Parties,
  speakerId: number | null,
  behalfId: number | null,
  lineageOf: LineageOf,
): MemberSide {
  for (const partyId of [behalfId, speakerId]) {
    if (partyId === null) continue
    for (const id of lineageOf(partyId)) {
      if (id === ownerId) return 'owner'
      if (id === addresseeId) return 'addressee'
    }
  }
  return ownerId === null || (speakerId === null && behalfId === null) ? 'unknown' : 'other'
}
