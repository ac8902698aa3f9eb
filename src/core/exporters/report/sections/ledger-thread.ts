/** One thread in full: how it stands and why, what is known of it, how its status moved, what was said in it, what checks found. */
import type { ThreadDetail } from '../../../../shared/domain/thread.ts'
import { say } from '../../../messages.ts'
import { foreign, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Fact, Inline, Section } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import { DOT, fact, issuePath } from '../inlines.ts'
import { quoteBlock } from '../quote.ts'
import { nameOf } from '../statements.ts'
import { dateText } from '../words.ts'
import { because, daysText, deadlineInlines, heardText, overrideWords, resultMark, statusMark, threadTitle } from './ledger-words.ts'

export const threadPlace = ({ prefix }: Pick<ReportContext, 'prefix'>, id: number): string => `${prefix}thread-${id}`

export function threadSection(context: ReportContext, thread: ThreadDetail): Section {
  return {
    id: threadPlace(context, thread.id),
    look: 'thread',
    heading: threadTitle(context, thread),
    aside: say(`thread.status.${thread.status}`),
    blocks: [
      ...statusBlocks(context, thread),
      ...factsOf(context, thread),
      ...historyBlocks(context, thread),
      ...memberBlocks(context, thread),
      ...checkBlocks(context, thread),
    ],
  }
}

/** The status and why; where the analyst reads it otherwise, that first, and then what the rules say. */
function statusBlocks(context: ReportContext, { status, derived, override }: ThreadDetail): Block[] {
  const byRules: Inline[] = [statusMark(derived.status), text(' '), ...because(context, derived)]
  if (override === null) return [paragraph(byRules)]
  return [
    paragraph([
      statusMark(status),
      text(' '),
      ...overrideWords(context, override),
      ...(override.isStale ? [text(' '), { kind: 'mark' as const, text: say('report.ledger.stale'), tone: 'warn' as const }] : []),
    ]),
    paragraph([text(`${say('report.ledger.byRules')} `, 'muted'), ...byRules], 'small'),
  ]
}

function factsOf(context: ReportContext, thread: ThreadDetail): Block[] {
  const { names, shown } = context
  const words = (value: string | null): Inline[] => (value === null || value.trim() === '' || !shown.own ? [] : [foreign(value)])
  const party = (id: number | null): Inline[] => {
    const name = nameOf(names.partyNames, id)
    return name === null ? [] : [foreign(name)]
  }
  const label = (key: string): string => say(`report.ledger.column.${key}`)
  const criterion = thread.kind === 'threat' ? say('report.ledger.criterion.threat') : label('criterion')
  const facts: Fact[] = [
    ...fact(label('kind'), say(`thread.kind.${thread.kind}`)),
    ...fact(label('owner'), party(thread.ownerId)),
    ...fact(label('addressee'), party(thread.addresseeId)),
    ...fact(label('issue'), thread.issueId === null ? [] : issuePath(names.issuePaths.get(thread.issueId) ?? [])),
    ...fact(label('raised'), heardText(thread.firstRaised)),
    ...fact(label('heard'), heardText(thread.lastHeard)),
    ...fact(label('days'), daysText(thread)),
    ...fact(label('deadline'), deadlineInlines(thread)),
    ...fact(label('answers'), thread.isUnanswered ? say('report.ledger.unanswered') : String(thread.answers)),
    ...fact(label('outlets'), String(thread.outlets)),
    ...fact(criterion, words(thread.criterion)),
    ...fact(label('measure'), words(thread.measure)),
    ...fact(label('standard'), words(thread.standard)),
    ...fact(label('schedule'), words(thread.schedule)),
    ...fact(label('monitor'), words(thread.monitor)),
    ...(shown.notes ? fact(label('note'), words(thread.note)) : []),
  ]
  return [{ kind: 'facts', facts }]
}

/** Each status it has had by the rules, oldest first; nothing where it never had another. */
function historyBlocks(context: ReportContext, { history }: ThreadDetail): Block[] {
  if (history.length < 2) return []
  return [
    { kind: 'subheading', content: [text(say('report.ledger.history'))] },
    {
      kind: 'list',
      ordered: true,
      items: history.map((step) => ({ blocks: [paragraph([statusMark(step.status), text(' '), ...because(context, step)])] })),
    },
  ]
}

/** What was said in it by date, each with the part it plays. */
function memberBlocks(context: ReportContext, { members }: ThreadDetail): Block[] {
  const head: Block = { kind: 'subheading', content: [text(say('report.ledger.said'))] }
  if (members.length === 0) return [head, paragraph([text(say('report.ledger.noMembers'))], 'empty')]
  const quotes = members.flatMap(({ role, side, evidence }): Block[] => {
    const statement = context.cites.citeOne(evidence.id)
    if (!statement) return []
    const label = spaced(
      [
        text(say(`report.ledger.role.${role}`), 'strong'),
        text(dateText(statement.date === null ? null : statement.date.slice(0, 10))),
        side !== 'unknown' && text(say(`report.ledger.side.${side}`)),
      ],
      DOT,
    )
    return [{ kind: 'group', blocks: [paragraph(label, 'small'), quoteBlock(context, statement)] }]
  })
  return [head, ...quotes]
}

function checkBlocks(context: ReportContext, { checks }: ThreadDetail): Block[] {
  if (checks.length === 0) return []
  const { names, shown, cites } = context
  const blocks = checks.map(({ checked, result, byId, note, annotationIds }): Block => {
    const by = nameOf(names.partyNames, byId)
    const head = spaced(
      [
        [text(`${dateText(checked)} `, 'strong'), resultMark(result)],
        by !== null && [text(`${say('report.ledger.checkedBy')} `), foreign(by)],
        note.trim() !== '' && shown.own && shown.notes && foreign(note),
      ],
      DOT,
    )
    return {
      kind: 'group',
      blocks: [paragraph(head, 'small'), ...cites.cite(annotationIds).map((statement) => quoteBlock(context, statement))],
    }
  })
  return [{ kind: 'subheading', content: [text(say('report.ledger.checks'))] }, ...blocks]
}
