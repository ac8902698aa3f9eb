/** Which role a statement would play in a thread, as a proposal: by its tag, who speaks, and how strong it is against what was said before. Pure. */
import type { MemberRole } from '../../shared/domain/thread.ts'

export interface RoleFacts {
  tagCode: string
  /** The owner of the thread speaks, or somebody for the owner. */
  isOwner: boolean
  /** The addressee speaks. */
  isAddressee: boolean
  intensity: number | null
  hasCondition: boolean
  /** Statements of the owner that are in the thread already and come before this one, oldest first. */
  before: readonly { intensity: number | null; hasCondition: boolean }[]
}

/** Answers by tag; what the owner says itself goes by strength. */
export function proposedRole({ tagCode, isOwner, isAddressee, intensity, hasCondition, before }: RoleFacts): MemberRole {
  if (tagCode === 'agreement') return 'accepted'
  if (tagCode === 'rejection') return 'rejected'
  if (tagCode === 'action') return isOwner && !isAddressee ? 'carried-out' : 'fulfilled'
  const last = before.at(-1)
  if (isAddressee && !isOwner) return tagCode === 'offer' ? 'conditioned' : tagCode === 'accusation' ? 'denied' : 'rejected'
  if (!last) return 'raised'
  if (hasCondition && !before.some((earlier) => earlier.hasCondition)) return 'conditioned'
  if (intensity !== null && last.intensity !== null && intensity !== last.intensity)
    return intensity > last.intensity ? 'hardened' : 'softened'
  return 'repeated'
}
