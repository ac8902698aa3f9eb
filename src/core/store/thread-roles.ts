/**
 * The roles that statements would have in one thread, found for all of them at once and in order of date: each is measured against what the
 * thread holds from before it, and against those of them that come before it.
 */
import type { Thread } from '../../shared/domain/thread.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import { lineagesById } from '../compare/columns.ts'
import { proposedRole } from '../threads/role.ts'
import { evidenceByIds } from './filtered.ts'
import { dayOf, inOrder, isOwnStatement } from './thread-members.ts'
import { threadById } from './threads.ts'
import { partyTree } from './trees.ts'
import type { ReadDb } from './types.ts'

type Member = Thread['members'][number]

/** In the order asked for, each once; what is gone is left out, and what is in the thread keeps its role. Throws `not-found` for the thread. */
export function rolesIn(db: ReadDb, id: number, annotationIds: readonly number[]): Member[] {
  const thread = threadById(db, id)
  const roles = new Map(thread.members.map(({ annotationId, role }) => [annotationId, role]))
  const isMember = new Set(roles.keys())
  const quotes = evidenceByIds(db, [...new Set([...isMember, ...annotationIds])])
  const codes = new Map(db.all<{ id: number; code: string }>('SELECT id, code FROM tag').map((tag) => [tag.id, tag.code]))
  const lineages = lineagesById(partyTree(db))
  const before: { intensity: number | null; hasCondition: boolean }[] = []
  for (const quote of quotes.toSorted((a, b) => inTime(a, b, isMember))) {
    const known = roles.get(quote.id)
    const { stance, intensity } = quote
    const hasCondition = known === undefined ? quote.condition !== null : known === 'conditioned'
    const tagCode = codes.get(quote.tagId) ?? ''
    const { kind } = thread
    const role = known ?? proposedRole({ kind, tagCode, ...whoSpeaks(quote, thread, lineages), stance, intensity, hasCondition, before })
    // What an empty thread begins with raises it, whoever says it.
    roles.set(quote.id, known === undefined && isMember.size === 0 && before.length === 0 && role === 'repeated' ? 'raised' : role)
    if (isOwnStatement(roles.get(quote.id) ?? role)) before.push({ intensity, hasCondition })
  }
  const there = new Set(quotes.map((quote) => quote.id))
  return [...new Set(annotationIds)].flatMap((annotationId) => {
    const role = roles.get(annotationId)
    return role && there.has(annotationId) ? [{ annotationId, role }] : []
  })
}

/** By date; of one day what is in the thread already comes first. */
function inTime(a: Evidence, b: Evidence, isMember: ReadonlySet<number>): number {
  return dayOf(a) === dayOf(b) ? Number(isMember.has(b.id)) - Number(isMember.has(a.id)) || inOrder(a, b) : inOrder(a, b)
}

/** Where a thread has no owner, whoever is not addressed speaks as one. */
function whoSpeaks(
  { speakerId, onBehalfOfId }: Evidence,
  { ownerId, addresseeId }: Thread,
  lineages: ReadonlyMap<number, readonly number[]>,
): { isOwner: boolean; isAddressee: boolean } {
  const speakers = [speakerId, onBehalfOfId].flatMap((id) => (id === null ? [] : (lineages.get(id) ?? [id])))
  const isAddressee = addresseeId !== null && speakers.includes(addresseeId)
  return { isAddressee, isOwner: ownerId === null ? !isAddressee : speakers.includes(ownerId) }
}
