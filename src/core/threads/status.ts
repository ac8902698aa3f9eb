/**
 * The status of a thread, from its statements, its checks and the day of asking. Pure; the rules in full:
 *
 * Order. Statements and checks go by the first day their date can mean, within a day by the time given; then statements before checks (a
 * check looks at what was there), then the order of the thread. What has no date comes before what has one. Two things are kept apart:
 * the word (how matters stand by what was said) and the deed (what settled it); where there is a deed, it is the status.
 *
 * 1. raised, repeated, hardened, softened. By the owner, or where no speaker is known: it is said (open), and what had been settled is
 *    open again. By the addressee: an answer that decides nothing (answered, where nothing was decided yet). By a third party: it is said,
 *    nothing more. Saying it again never takes back an answer: a demand that was rejected stays rejected until somebody moves.
 * 2. denied contests what was said and decides nothing: answered, where the addressee (or nobody known) denies; nothing from the owner.
 * 3. accepted, rejected, conditioned: the word is accepted, rejected, conditional, whoever says it, for the analyst gave the role. But the
 *    owner of a demand cannot take back the answer to it by adding a condition; and once there is a deed, only the word of who has to act
 *    (the addressee of a demand, the owner of anything else, or nobody known) opens it again: protest does not undo a strike.
 * 4. withdrawn, fulfilled, violated, carried-out are deeds. A threat that its owner fulfilled was carried out; a commitment that was
 *    carried out, or a demand by anyone but its owner, is fulfilled.
 * 5. Checks count for commitments and demands, which are about something that is to be done. unclear changes nothing.
 *    met settles it (fulfilled) where there is neither deadline nor schedule, or from the last day on. Before that it is kept so far, which
 *    is no more than that: it lifts a violation; and without a schedule, a newest check that found it met makes it fulfilled once the
 *    deadline is past, whereas with a schedule the steps after that check are not known.
 *    not-met breaks a commitment (violated) where no deadline gives it time: without one, after its last day, or along a schedule. Before
 *    the deadline, or of a demand, it only takes back "fulfilled".
 * 6. A deadline counts where it is a date; its last day is the last that it can mean. When that is past and the status is open, answered,
 *    accepted or conditional, it is overdue. What was rejected is not: nobody undertook to meet the date, and the refusal tells more.
 */
import { dayRange, isPartialDate } from '../../shared/domain/partial-date.ts'
import type { CheckResult, DerivedStatus, MemberRole, StatusRule, ThreadKind, ThreadStatus } from '../../shared/domain/thread-status.ts'
import type { MemberSide } from '../../shared/domain/thread.ts'

export interface StatusThread {
  kind: ThreadKind
  deadline: string | null
  schedule: string | null
}
/** Members in the order of the thread. `day`: the first day its date can mean (days since 1970-01-01), null where it has none. */
export interface StatusMember {
  annotationId: number
  role: MemberRole
  side: MemberSide
  date: string | null
  day: number | null
}
/** Checks in the order in which they were recorded. */
export interface StatusCheck {
  id: number
  result: CheckResult
  date: string
  day: number
}
export interface StatusOptions {
  /** Only what is dated no later than this day counts, and what has no date. Without: everything. */
  upTo?: number
}

/** Statuses in which something settled it. */
export const isSettled = (status: ThreadStatus): boolean => SETTLED.has(status)
const SETTLED: ReadonlySet<ThreadStatus> = new Set<ThreadStatus>(['fulfilled', 'violated', 'withdrawn', 'carried-out'])
/** Statuses in which a deadline runs. */
const RUNNING: ReadonlySet<ThreadStatus> = new Set<ThreadStatus>(['open', 'answered', 'accepted', 'conditional'])

/** Last day that a deadline can mean; null where it is none or was written in words. */
export function deadlineDayOf(deadline: string | null): number | null {
  return deadline !== null && isPartialDate(deadline) ? dayRange(deadline).last : null
}

/** The status on a day (days since 1970-01-01), with what gives it. */
export function deriveStatus(
  thread: StatusThread,
  members: readonly StatusMember[],
  checks: readonly StatusCheck[],
  asOfDay: number,
  options: StatusOptions = {},
): DerivedStatus {
  const standing = new Standing(thread)
  for (const event of eventsInOrder(members, checks, options.upTo)) standing.take(event)
  return standing.on(asOfDay)
}

/** Each status it has had up to that day, oldest first; the last is what `deriveStatus` says. */
export function statusHistory(
  thread: StatusThread,
  members: readonly StatusMember[],
  checks: readonly StatusCheck[],
  asOfDay: number,
  options: StatusOptions = {},
): DerivedStatus[] {
  const standing = new Standing(thread)
  const history: DerivedStatus[] = []
  const note = (day: number): void => {
    const now = standing.on(Math.min(day, asOfDay))
    if (now.status !== history.at(-1)?.status) history.push(now)
  }
  for (const event of eventsInOrder(members, checks, options.upTo)) {
    // A deadline may have passed since the event before.
    if (history.length > 0) note(event.day)
    standing.take(event)
    note(event.day)
  }
  const last = standing.on(asOfDay)
  if (last.status === history.at(-1)?.status) history.pop()
  return [...history, last]
}

type Event = { day: number; time: string; index: number } & ({ member: StatusMember; check: null } | { member: null; check: StatusCheck })

function eventsInOrder(members: readonly StatusMember[], checks: readonly StatusCheck[], upTo = Infinity): Event[] {
  const events: Event[] = []
  members.forEach((member, index) => {
    const day = member.day ?? -Infinity
    if (day <= upTo) events.push({ day, time: member.date?.slice(10) ?? '', index, member, check: null })
  })
  checks.forEach((check, index) => {
    if (check.day <= upTo) events.push({ day: check.day, time: check.date.slice(10), index, member: null, check })
  })
  return events.sort(inOrder)
}

function inOrder(a: Event, b: Event): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  if ((a.check === null) !== (b.check === null)) return a.check === null ? -1 : 1
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  return a.index - b.index
}

const SAID: ReadonlySet<MemberRole> = new Set<MemberRole>(['raised', 'repeated', 'hardened', 'softened'])
const WORDS: Partial<Record<MemberRole, ThreadStatus>> = { accepted: 'accepted', rejected: 'rejected', conditioned: 'conditional' }

class Standing {
  readonly #kind: ThreadKind
  readonly #deadlineDay: number | null
  readonly #hasSchedule: boolean
  #word: DerivedStatus = { status: 'open', because: NOTHING }
  #deed: DerivedStatus | null = null
  /** The newest check, where it found it met before its time was over. */
  #keptSoFar: StatusCheck | null = null
  readonly #deadline: string | null

  constructor({ kind, deadline, schedule }: StatusThread) {
    this.#kind = kind
    this.#deadline = deadline
    this.#deadlineDay = deadlineDayOf(deadline)
    this.#hasSchedule = schedule !== null && schedule.trim() !== ''
  }

  on(day: number): DerivedStatus {
    const now = this.#deed ?? this.#word
    if (this.#deadlineDay === null || this.#deadlineDay >= day || !RUNNING.has(now.status)) return now
    if (this.#keptSoFar && !this.#hasSchedule) return { status: 'fulfilled', because: byCheck(this.#keptSoFar, 'check') }
    return { status: 'overdue', because: { ...NOTHING, rule: 'deadline', date: this.#deadline } }
  }

  take(event: Event): void {
    if (event.check) this.#takeCheck(event.check)
    else this.#takeMember(event.member)
  }

  #takeMember(member: StatusMember): void {
    const word = WORDS[member.role]
    if (SAID.has(member.role)) this.#say(member)
    else if (word) this.#decide(member, word)
    else if (member.role === 'denied') this.#deny(member)
    else this.#deed = { status: deedOf(this.#kind, member), because: byMember(member, 'role') }
  }

  #say(member: StatusMember): void {
    if (member.side === 'addressee') this.#answer(member)
    else if (member.side !== 'other' && this.#deed) {
      this.#deed = null
      this.#word = { status: 'open', because: byMember(member, 'said-again') }
    } else if (this.#word.because.rule === 'none' || (member.side !== 'other' && this.#word.because.rule === 'said'))
      this.#word = { status: 'open', because: byMember(member, 'said') }
  }

  #deny(member: StatusMember): void {
    if (member.side === 'addressee' || member.side === 'unknown') this.#answer(member)
    else if (this.#word.because.rule === 'none') this.#word = { status: 'open', because: byMember(member, 'said') }
  }

  #answer(member: StatusMember): void {
    if (!this.#deed && this.#word.status === 'open') this.#word = { status: 'answered', because: byMember(member, 'answer') }
  }

  #decide(member: StatusMember, status: ThreadStatus): void {
    const doer: MemberSide = this.#kind === 'demand' ? 'addressee' : 'owner'
    if (this.#deed && member.side !== doer && member.side !== 'unknown') return
    const isAnswered = this.#word.status === 'accepted' || this.#word.status === 'rejected'
    if (!this.#deed && this.#kind === 'demand' && member.side === 'owner' && status === 'conditional' && isAnswered) return
    this.#deed = null
    this.#word = { status, because: byMember(member, 'role') }
  }

  #takeCheck(check: StatusCheck): void {
    if (this.#kind !== 'commitment' && this.#kind !== 'demand') return
    this.#keptSoFar = check.result === 'met' ? check : null
    const because = byCheck(check, 'check')
    if (check.result === 'met') {
      const isFinal = this.#deadlineDay === null ? !this.#hasSchedule : check.day >= this.#deadlineDay
      if (isFinal) this.#deed = { status: 'fulfilled', because }
      else if (this.#deed?.status === 'violated') this.#lift(byCheck(check, 'check-holds'))
    } else if (check.result === 'not-met') {
      const isDue = this.#deadlineDay === null || this.#hasSchedule || check.day > this.#deadlineDay
      if (this.#kind === 'commitment' && isDue) this.#deed = { status: 'violated', because }
      else if (this.#deed?.status === 'fulfilled') this.#lift(because)
    }
  }

  /** What was settled is not any more: the word stands as before. */
  #lift(because: DerivedStatus['because']): void {
    this.#deed = null
    this.#word = { status: this.#word.status, because }
  }
}

function deedOf(kind: ThreadKind, { role, side }: StatusMember): ThreadStatus {
  if (role === 'fulfilled') return kind === 'threat' && side === 'owner' ? 'carried-out' : 'fulfilled'
  if (role === 'carried-out') return kind === 'commitment' || (kind === 'demand' && side !== 'owner') ? 'fulfilled' : 'carried-out'
  return role === 'violated' ? 'violated' : 'withdrawn'
}

type Because = DerivedStatus['because']
const NOTHING: Because = { rule: 'none', annotationId: null, checkId: null, role: null, result: null, date: null }
const byMember = ({ annotationId, role, date }: StatusMember, rule: StatusRule): Because => ({ ...NOTHING, rule, annotationId, role, date })
const byCheck = ({ id, result, date }: StatusCheck, rule: StatusRule): Because => ({ ...NOTHING, rule, checkId: id, result, date })
