/** Threads with their members as quotes, and what is compared to propose a thread for an annotation. */
import { dayRange, dayToIso } from '../../shared/domain/partial-date.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import type { Check } from '../../shared/domain/thread-status.ts'
import type { Thread, ThreadDetail, ThreadSuggestion } from '../../shared/domain/thread.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { contentWords, LEAST_SCORE, likeness } from '../threads/likeness.ts'
import { proposedRole } from '../threads/role.ts'
import { standingOf, type Moment } from '../threads/standing.ts'
import { statusHistory } from '../threads/status.ts'
import { annotationById } from './annotations.ts'
import { evidenceByIds } from './filtered.ts'
import { without } from './rows.ts'
import { checksOfThread } from './thread-checks.ts'
import { threadMaterial, type ThreadMaterial } from './thread-material.ts'
import { listThreads } from './threads.ts'
import type { ReadDb } from './types.ts'

/** Quotes of these annotations by id, read at once. */
const quotesOf = (db: ReadDb, ids: readonly number[]): Map<number, Evidence> =>
  new Map(evidenceByIds(db, ids).map((evidence) => [evidence.id, evidence]))

/** What is asked: the day of asking, and whether only what had been said by then counts. */
function details(db: ReadDb, ids: readonly number[], moment: Moment): ThreadDetail[] {
  const materials = threadMaterial(db, ids)
  const checks = new Map(materials.map(({ thread }) => [thread.id, checksOfThread(db, thread.id)]))
  const quotes = quotesOf(db, [
    ...materials.flatMap(({ members }) => members.map(({ annotationId }) => annotationId)),
    ...[...checks.values()].flat().flatMap(({ annotationIds }) => annotationIds),
  ])
  return materials.map((material) => detailOf(material, checks.get(material.thread.id) ?? [], quotes, moment))
}

/** The thread with its members by date, those of one day in order of article and position; what has no date comes last. */
function detailOf(material: ThreadMaterial, checks: readonly Check[], quotes: ReadonlyMap<number, Evidence>, moment: Moment): ThreadDetail {
  const { thread } = material
  const isThere = (day: number | null): boolean => day === null || moment.upTo === undefined || day <= moment.upTo
  const members = material.members.flatMap(({ annotationId, role, side, day }) => {
    const evidence = quotes.get(annotationId)
    return evidence && isThere(day) ? [{ role, side, evidence }] : []
  })
  const found = checks.filter(({ checked }) => isThere(dayRange(checked).first))
  return {
    ...without(thread, 'override'),
    ...standingOf(thread, material.members, material.checks, moment),
    members: members.toSorted((a, b) => inOrder(a.evidence, b.evidence)),
    checks: found.map((check) => ({ ...check, evidence: check.annotationIds.flatMap((id) => quotes.get(id) ?? []) })),
    history: statusHistory(thread, material.members, material.checks, moment.asOfDay, moment),
    asOf: dayToIso(moment.asOfDay),
  }
}

/** The first day a date may mean; what has no date comes last. */
export const dayOf = ({ date }: Evidence): number => (date === null ? Infinity : dayRange(date).first)
export const inOrder = (a: Evidence, b: Evidence): number => compare(dayOf(a), dayOf(b)) || a.articleId - b.articleId || a.start - b.start
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
const isMember = ({ members }: Thread, id: number): boolean => members.some(({ annotationId }) => annotationId === id)

/** Throws `not-found`. */
export function threadDetailById(db: ReadDb, id: number, moment: Moment): ThreadDetail {
  const [detail] = details(db, [id], moment)
  if (!detail) throw new ParleyError('not-found', { what: 'thread', id })
  return detail
}

/** Threads in which an annotation has a role, oldest thread first. */
export function threadsOfAnnotation(db: ReadDb, annotationId: number, moment: Moment): ThreadDetail[] {
  return details(db, db.column<number>('SELECT thread_id FROM thread_member WHERE annotation_id = ?', [annotationId]), moment)
}

/** Ids with those of everything above them in the tree of parties: a minister speaks for the government. */
function withAncestors(db: ReadDb, ids: readonly (number | null)[]): number[] {
  const start = ids.filter((id) => id !== null)
  return db.column<number>(
    `WITH RECURSIVE up(id) AS (SELECT value FROM json_each(?) UNION SELECT p.parent_id FROM party p JOIN up ON p.id = up.id WHERE p.parent_id IS NOT NULL)
     SELECT id FROM up`,
    [JSON.stringify(start)],
  )
}

/** Threads that an annotation may belong to and does not yet, best first. Throws `not-found`. */
export function suggestThreads(db: ReadDb, annotationId: number, limit: number): ThreadSuggestion[] {
  const annotation = annotationById(db, annotationId)
  const tagCode = db.value<string>('SELECT code FROM tag WHERE id = ?', [annotation.tagId])
  const statement = {
    speakerIds: withAncestors(db, [annotation.speakerId, annotation.onBehalfOfId]),
    targetIds: withAncestors(db, annotation.targetIds),
    issueIds: annotation.issueIds,
    tagCode,
    words: contentWords(`${annotation.quote} ${annotation.translation ?? ''}`),
  }
  const [own] = evidenceByIds(db, [annotationId])
  const threads = listThreads(db).filter((thread) => !isMember(thread, annotationId))
  const quotes = quotesOf(
    db,
    threads.flatMap(({ members }) => members.map((member) => member.annotationId)),
  )
  return threads
    .flatMap((thread) => {
      const members = thread.members
        .flatMap((member) => {
          const evidence = quotes.get(member.annotationId)
          return evidence ? [{ role: member.role, evidence }] : []
        })
        .toSorted((a, b) => inOrder(a.evidence, b.evidence))
      const texts = members.map(({ evidence }) => `${evidence.quote} ${evidence.translation ?? ''}`)
      const { score, reasons } = likeness(statement, {
        ...thread,
        memberIssueIds: members.flatMap(({ evidence }) => evidence.issueIds),
        words: contentWords([thread.title, ...texts].join(' ')),
      })
      if (score < LEAST_SCORE) return []
      const before = members
        .filter(({ role, evidence }) => isOwnStatement(role) && (!own || dayOf(evidence) <= dayOf(own)))
        .map(({ role, evidence }) => ({ intensity: evidence.intensity, hasCondition: role === 'conditioned' }))
      const isAddressee = thread.addresseeId !== null && statement.speakerIds.includes(thread.addresseeId)
      // Where a thread has no owner, whoever is not addressed speaks as one.
      const isOwner = thread.ownerId === null ? !isAddressee : statement.speakerIds.includes(thread.ownerId)
      const hasCondition = annotation.condition !== null
      return [
        {
          thread,
          score,
          reasons,
          role: proposedRole({
            kind: thread.kind,
            tagCode,
            isOwner,
            isAddressee,
            stance: annotation.stance,
            intensity: annotation.intensity,
            hasCondition,
            before,
          }),
        },
      ]
    })
    .toSorted((a, b) => b.score - a.score || a.thread.id - b.thread.id)
    .slice(0, limit)
}

const OWN_ROLES: readonly string[] = ['raised', 'repeated', 'hardened', 'softened', 'conditioned']
/** Whether a member is the owner saying it, as against an answer. */
export const isOwnStatement = (role: string): boolean => OWN_ROLES.includes(role)
