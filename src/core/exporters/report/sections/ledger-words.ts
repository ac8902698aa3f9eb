/** Threads in the words of a report: their status with a sign, why they have it, and what they are called where nothing of the analyst's is shown. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { datePrecision, dayRange } from '../../../../shared/domain/partial-date.ts'
import type { CheckResult, DerivedStatus, StatusOverride, ThreadKind, ThreadStatus } from '../../../../shared/domain/thread-status.ts'
import type { Heard, Standing } from '../../../../shared/domain/thread.ts'
import { say } from '../../../messages.ts'
import { foreign, text } from '../../document/inlines.ts'
import type { Inline } from '../../document/model.ts'
import type { Moment } from '../../../threads/standing.ts'
import type { ReportContext } from '../context.ts'
import { issuePath, reference } from '../inlines.ts'
import { nameOf } from '../statements.ts'
import { dateText } from '../words.ts'

/** The ledger of the day on which the report is made, by what had been said by then; by the rules alone where only what the sources say is shown. */
export function momentOf({ request, shown }: Pick<ReportContext, 'request' | 'shown'>): Moment {
  const day = dayRange(request.asOf).first
  return { asOfDay: day, upTo: day, readings: shown.own }
}

/** Signs that differ without colour, before the word. */
const STATUS_SIGNS: Readonly<Record<ThreadStatus, string>> = {
  open: '○',
  answered: '◐',
  accepted: '✓',
  rejected: '×',
  conditional: '◇',
  fulfilled: '●',
  violated: '‼',
  withdrawn: '−',
  'carried-out': '▲',
  overdue: '!',
}
const WARNING: ReadonlySet<ThreadStatus> = new Set<ThreadStatus>(['overdue', 'violated'])

/** Set off where it asks for attention. */
const marked = (words: string, isWarning: boolean): Inline =>
  isWarning ? { kind: 'mark', text: words, tone: 'warn' } : text(words, 'strong')

export const statusMark = (status: ThreadStatus): Inline =>
  marked(`${STATUS_SIGNS[status]}\u00a0${say(`thread.status.${status}`)}`, WARNING.has(status))

export const resultMark = (result: CheckResult): Inline => marked(say(`check.result.${result}`), result === 'not-met')

export interface Titled {
  readonly kind: ThreadKind
  readonly title: string
  readonly ownerId: number | null
  readonly addresseeId: number | null
  readonly issueId: number | null
}

/** The title, which is the analyst's; in a report of quotes only, what it is, whose, and about what. */
export function threadTitle({ shown, names }: ReportContext, thread: Titled): Inline[] {
  if (shown.own) return [foreign(thread.title)]
  const parties = ownerToAddressee({ names }, thread)
  const path = thread.issueId === null ? [] : issuePath(names.issuePaths.get(thread.issueId) ?? [])
  return [
    text(say(`thread.kind.${thread.kind}`)),
    ...(parties.length === 0 ? [] : [text(': '), ...parties]),
    ...(path.length === 0 ? [] : [text(', '), ...path]),
  ]
}

/** The same without markup. */
export function threadName(context: ReportContext, thread: Titled): string {
  if (context.shown.own) return thread.title
  const { names } = context
  const [owner, addressee] = [nameOf(names.partyNames, thread.ownerId), nameOf(names.partyNames, thread.addresseeId)]
  const parties = [owner, addressee].filter((name) => name !== null).join(' → ')
  const path = thread.issueId === null ? '' : (names.issuePaths.get(thread.issueId) ?? []).join(PATH_SEPARATOR)
  return [say(`thread.kind.${thread.kind}`), parties, path].filter((part) => part !== '').join(', ')
}

/** "Pakistan → Kabul"; empty where neither is known. */
export function ownerToAddressee(
  { names }: Pick<ReportContext, 'names'>,
  { ownerId, addresseeId }: Pick<Titled, 'ownerId' | 'addresseeId'>,
): Inline[] {
  const [owner, addressee] = [nameOf(names.partyNames, ownerId), nameOf(names.partyNames, addresseeId)]
  if (owner === null && addressee === null) return []
  return [
    owner === null ? text(say('report.ledger.noOwner'), 'muted') : foreign(owner),
    ...(addressee === null ? [] : [text(' → '), foreign(addressee)]),
  ]
}

/** "because the Afghan delegation rejected it on 28 Oct 2025 D12", with the quote or nothing behind it. */
export function because(
  { names, cites }: Pick<ReportContext, 'names' | 'cites'>,
  { because: why }: Pick<DerivedStatus, 'because'>,
): Inline[] {
  const statement = cites.citeOne(why.annotationId)
  const who = statement ? nameOf(names.partyNames, statement.coding.speakerId) : null
  const precision = why.date === null ? null : datePrecision(why.date)
  const values = {
    who: '\ue000',
    known: who === null ? 'no' : 'yes',
    date: why.date === null ? '' : dateText(why.date.slice(0, 10), 'short'),
    dated: precision === null ? 'no' : precision === 'month' || precision === 'year' ? 'month' : 'day',
  }
  const key =
    why.rule === 'role' || why.rule === 'said'
      ? `did.${why.role ?? 'raised'}`
      : why.rule === 'check'
        ? `check.${why.result ?? 'unclear'}`
        : why.rule
  const words = say(`ledger.because.${key}`, values)
    .split('\ue000')
    .flatMap((part, index) => [...(index === 0 ? [] : [foreign(who ?? '')]), ...(part === '' ? [] : [text(part)])])
  return statement ? [...words, text(' '), reference(statement)] : words
}

/** "set by Amina: they said so on the phone". Without the coder's name where names are left out, without the reason where notes are. */
export function overrideWords({ shown }: Pick<ReportContext, 'shown'>, { coder, reason }: StatusOverride): Inline[] {
  const by =
    shown.coders && coder !== null ? [text(`${say('report.ledger.setBy')} `), foreign(coder)] : [text(say('report.ledger.setByAnalyst'))]
  return reason.trim() === '' || !shown.notes ? by : [...by, text(': '), foreign(reason)]
}

export const heardText = (heard: Heard | null): string => (heard === null ? '' : dateText(heard.date.slice(0, 10), 'short'))

/** "34", "≥ 34", or nothing. */
export const daysText = ({ daysOpen, isDaysLeast }: Pick<Standing, 'daysOpen' | 'isDaysLeast'>): string =>
  daysOpen === null ? '' : isDaysLeast ? say('ledger.atLeast', { count: daysOpen }) : String(daysOpen)

/** A deadline that is a date is told as one; words stay words. */
export const deadlineInlines = ({ deadline, deadlineDay }: { deadline: string | null; deadlineDay: number | null }): Inline[] =>
  deadline === null ? [] : deadlineDay === null ? [foreign(deadline)] : [text(dateText(deadline, 'short'))]
