/** Threads with their members as quotes, and what is compared to propose a thread for an annotation. */
import { dayRange } from '../../shared/domain/partial-date.ts'
import type { Evidence } from '../../shared/domain/compare.ts'
import type { Thread, ThreadDetail, ThreadSuggestion } from '../../shared/domain/thread.ts'
import { contentWords, LEAST_SCORE, likeness } from '../threads/likeness.ts'
import { proposedRole } from '../threads/role.ts'
import { annotationById } from './annotations.ts'
import { evidenceByIds } from './filtered.ts'
import { listThreads, threadById } from './threads.ts'
import type { ReadDb } from './types.ts'

/** The first day a date may mean; what has no date comes last. */
const dayOf = ({ date }: Evidence): number => (date === null ? Infinity : dayRange(date).first)

/** Quotes of all members of these threads by id, read at once. */
function quotesOf(db: ReadDb, threads: readonly Thread[]): Map<number, Evidence> {
  const ids = threads.flatMap(({ members }) => members.map(({ annotationId }) => annotationId))
  return new Map(evidenceByIds(db, ids).map((evidence) => [evidence.id, evidence]))
}

/** The thread with its members by date, those of one day in order of article and position. */
function detailOf(thread: Thread, quotes: ReadonlyMap<number, Evidence>): ThreadDetail {
  const members = thread.members.flatMap(({ annotationId, role }) => {
    const evidence = quotes.get(annotationId)
    return evidence ? [{ role, evidence }] : []
  })
  return { ...thread, members: members.toSorted((a, b) => inOrder(a.evidence, b.evidence)) }
}

const inOrder = (a: Evidence, b: Evidence): number => dayOf(a) - dayOf(b) || a.articleId - b.articleId || a.start - b.start
const isMember = ({ members }: Thread, id: number): boolean => members.some(({ annotationId }) => annotationId === id)

/** Throws `not-found`. */
export function threadDetailById(db: ReadDb, id: number): ThreadDetail {
  const thread = threadById(db, id)
  return detailOf(thread, quotesOf(db, [thread]))
}

/** Threads in which an annotation has a role, oldest thread first. */
export function threadsOfAnnotation(db: ReadDb, annotationId: number): ThreadDetail[] {
  const threads = listThreads(db).filter((thread) => isMember(thread, annotationId))
  const quotes = quotesOf(db, threads)
  return threads.map((thread) => detailOf(thread, quotes))
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
  const quotes = quotesOf(db, threads)
  return threads
    .flatMap((thread) => {
      const detail = detailOf(thread, quotes)
      const texts = detail.members.map(({ evidence }) => `${evidence.quote} ${evidence.translation ?? ''}`)
      const { score, reasons } = likeness(statement, {
        ...thread,
        memberIssueIds: detail.members.flatMap(({ evidence }) => evidence.issueIds),
        words: contentWords([thread.title, ...texts].join(' ')),
      })
      if (score < LEAST_SCORE) return []
      const before = detail.members
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
const isOwnStatement = (role: string): boolean => OWN_ROLES.includes(role)
