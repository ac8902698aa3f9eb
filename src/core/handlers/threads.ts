/** Handlers of `threads.*`. */
import { dayRange, dayToIso } from '../../shared/domain/partial-date.ts'
import type { Thread } from '../../shared/domain/thread.ts'
import { finishInTurns } from '../anchoring/in-turns.ts'
import { today } from '../days.ts'
import { stillOpen, type MutationHandlers, type QueryHandlers, type Session } from '../session.ts'
import { ledgerRows } from '../store/ledger.ts'
import { statementsReady } from '../store/statement-columns.ts'
import { mergeThread, updateThreads } from '../store/thread-bulk.ts'
import { declineTogether } from '../store/thread-apart.ts'
import { proposalSteps } from '../store/thread-proposals.ts'
import type { StepLabel } from '../store/types.ts'
import type { Moment } from '../threads/standing.ts'
import { suggestThreads, threadDetailById, threadsOfAnnotation } from '../store/thread-members.ts'
import { rolesIn } from '../store/thread-roles.ts'
import {
  attachAllToThread,
  attachToThread,
  detachFromThread,
  insertThread,
  listThreads,
  removeThread,
  removeThreads,
  setThreadMembers,
  threadById,
  threadsByIds,
  updateThread,
} from '../store/threads.ts'

export const threadQueries = {
  'threads.list': ({ db }) => listThreads(db),
  'threads.get': ({ db, session }, { id, asOf }) => threadDetailById(db, id, momentOf(session, asOf)),
  'threads.ofAnnotation': ({ db, session }, { id }) => threadsOfAnnotation(db, id, momentOf(session)),
  'threads.suggest': ({ db }, { id, limit }) => suggestThreads(db, id, limit),
  'threads.roles': ({ db }, { id, annotationIds }) => rolesIn(db, id, annotationIds),
  'threads.ledger': ({ db, session }, { asOf, ...wanted }) => {
    const moment = momentOf(session, asOf)
    return { asOf: dayToIso(moment.asOfDay), rows: ledgerRows(db, wanted, moment) }
  },
  'threads.propose': async ({ session }, input) => {
    const library = session.opened()
    const open = () => stillOpen(session, library).read
    await statementsReady(library.read, () => void open())
    return finishInTurns(proposalSteps(open, input))
  },
} satisfies Partial<QueryHandlers>

/** Today, by all that is in the library; or the end of a day that is named, by what had been said by then. */
function momentOf(session: Pick<Session, 'clock'>, asOf?: string): Moment {
  if (asOf !== undefined) return { asOfDay: dayRange(asOf).first, upTo: dayRange(asOf).first }
  return { asOfDay: today(session) }
}

export const threadMutations = {
  'threads.create': (db, input, context) => {
    context.label.subject = input.title
    return threadById(db, insertThread(db, input, context))
  },
  'threads.setMembers': (db, { id, members }, { label }) => {
    setThreadMembers(db, id, members)
    return named(threadById(db, id), label)
  },
  'threads.update': (db, { id, patch }, context) => {
    updateThread(db, id, patch, context)
    return named(threadById(db, id), context.label)
  },
  'threads.attach': (db, { id, annotationId, role }, { label }) => {
    attachToThread(db, id, annotationId, role)
    return named(threadById(db, id), label)
  },
  'threads.attachMany': (db, { id, members }, { label }) => {
    attachAllToThread(db, id, members)
    label.count = members.length
    return named(threadById(db, id), label)
  },
  'threads.detach': (db, { id, annotationId }, { label }) => {
    detachFromThread(db, id, annotationId)
    return named(threadById(db, id), label)
  },
  'threads.remove': (db, { id }, { label }) => {
    label.subject = threadById(db, id).title
    removeThread(db, id)
    return { done: true as const }
  },
  'threads.updateMany': (db, { ids, patch }, context) => {
    const changed = updateThreads(db, ids, patch, context)
    nameMany(threadsByIds(db, ids), context.label)
    return { changed }
  },
  'threads.removeMany': (db, { ids }, { label }) => {
    nameMany(threadsByIds(db, ids), label)
    return { removed: removeThreads(db, ids) }
  },
  'threads.merge': (db, { id, intoId }, { label }) => {
    label.subject = `${threadById(db, id).title} → ${threadById(db, intoId).title}`
    mergeThread(db, id, intoId)
    return threadById(db, intoId)
  },
  'threads.decline': (db, { annotationIds, more, threadId }, { label }) => {
    label.count = annotationIds.length
    if (threadId !== undefined) label.subject = threadById(db, threadId).title
    declineTogether(db, annotationIds, { threadId, more })
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>

/** The step in the history bears the title of the thread. */
function named(thread: Thread, label: StepLabel): Thread {
  label.subject = thread.title
  return thread
}

/** A step about one thread bears its title, one about many how many. */
function nameMany(threads: readonly Thread[], label: StepLabel): void {
  label.count = threads.length
  label.subject = threads.length === 1 ? (threads[0]?.title ?? null) : null
}
