/**
 * Which role a statement would play in a thread, as a proposal: by the kind of the thread, by its tag, who speaks, its stance, and how strong
 * it is against what was said before. A deed is proposed only where who has to act says or does it. Where all that does not say, it is a
 * repetition: an answer is never made up. Pure.
 */
import type { Stance } from '../../shared/domain/annotation.ts'
import type { MemberRole } from '../../shared/domain/thread.ts'
import type { ThreadKind } from '../../shared/domain/thread-status.ts'

export interface RoleFacts {
  /** What the thread is: it decides who has to act, as in status.ts. */
  kind: ThreadKind
  tagCode: string
  /** The owner of the thread speaks, or somebody for the owner. */
  isOwner: boolean
  /** The addressee speaks. */
  isAddressee: boolean
  /** What it says of the demand, threat or position. */
  stance: Stance | null
  intensity: number | null
  hasCondition: boolean
  /** Statements of the owner that are in the thread already and come before this one, oldest first. */
  before: readonly { intensity: number | null; hasCondition: boolean }[]
}

/** Answers by tag and stance; what the owner says itself goes by strength; what a third party says is but said again. */
export function proposedRole(facts: RoleFacts): MemberRole {
  const { tagCode, isOwner, isAddressee } = facts
  if (!isOwner && !isAddressee) return 'repeated'
  if (tagCode === 'action') {
    const deed = deedOf(facts)
    if (deed) return deed
  }
  // An agreement or a refusal answers somebody else's word; one's own is said again.
  if (isAddressee && tagCode === 'agreement') return 'accepted'
  if (isAddressee && tagCode === 'rejection') return 'rejected'
  return isOwner ? ownRole(facts) : answerRole(facts)
}

/** What an action settles: only that of who has to act, the addressee of a demand or the owner of a commitment or threat; a position asks for none. */
function deedOf({ kind, isOwner, isAddressee }: RoleFacts): MemberRole | null {
  if (kind === 'demand') return isAddressee ? 'fulfilled' : null
  if (!isOwner || kind === 'position') return null
  return kind === 'threat' ? 'carried-out' : 'fulfilled'
}

/** An answer of the addressee. */
function answerRole({ tagCode, stance }: RoleFacts): MemberRole {
  if (tagCode === 'offer') return 'conditioned'
  if (tagCode === 'accusation') return 'denied'
  switch (stance) {
    case 'supports':
      return 'accepted'
    case 'opposes':
      return 'rejected'
    case 'conditional':
      return 'conditioned'
    default:
      return 'repeated'
  }
}

function ownRole({ intensity, hasCondition, before }: RoleFacts): MemberRole {
  const last = before.at(-1)
  if (!last) return 'raised'
  if (hasCondition && !before.some((earlier) => earlier.hasCondition)) return 'conditioned'
  if (intensity !== null && last.intensity !== null && intensity !== last.intensity)
    return intensity > last.intensity ? 'hardened' : 'softened'
  return 'repeated'
}
