/** What changed between two days: first all of it as tables, then each move with the two quotes that show it, then the threads that moved. */
import { dayToIso } from '../../../../shared/domain/partial-date.ts'
import type { CellMove, Span } from '../../../compare/changes.ts'
import type { ThreadMove } from '../../../compare/thread-changes.ts'
import { say } from '../../../messages.ts'
import { listEvents } from '../../../store/events.ts'
import { movesBetween } from '../../../store/moves-between.ts'
import { foreign, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Columns, Inline, Section } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { DOT, issuePath } from '../inlines.ts'
import { quoteBlock } from '../quote.ts'
import { nameOf } from '../statements.ts'
import { dateText } from '../words.ts'
import { changeSpan, type ChangeDays } from './changes-span.ts'
import {
  movedFrom,
  movedTo,
  movePlace,
  moveTable,
  none,
  statusStep,
  stepInlines,
  threadMovePlace,
  threadMoveTable,
  threadWhy,
  titled,
  whyInlines,
} from './changes-tables.ts'
import { ownerToAddressee, threadTitle } from './ledger-words.ts'

/** Throws `invalid-input` where the first day comes after the second. Without a first day: since the last round but one, else for thirty days. */
export function changesSections(context: ReportContext, days: ChangeDays): Section[] {
  const { db, filter, request, prefix } = context
  const span = changeSpan(listEvents(db), days, request.asOf)
  const { cells, threads } = movesBetween(db, { filter, level: request.level, readings: context.shown.own }, span)
  const id = `${prefix}changes`
  const [since, until] = [span.then.day, span.now.day].map((day) => dateText(dayToIso(day)))
  const sub = (key: string): Block => ({ kind: 'subheading', content: [text(say(key))] })
  return [
    {
      id,
      look: 'changes',
      heading: [text(say('report.changes.title'))],
      aside: say('report.changes.count', { count: cells.length + threads.length }),
      blocks: [
        paragraph(
          [text(say('report.changes.lead', { since: since ?? '', until: until ?? '', parties: cells.length, threads: threads.length }))],
          'lead',
        ),
        ...(cells.length + threads.length === 0 ? [none('report.changes.none')] : []),
        ...(cells.length > 0 ? [sub('report.changes.parties'), moveTable(context, cells, span)] : []),
        ...(threads.length > 0 ? [sub('report.changes.threads'), threadMoveTable(context, threads, span)] : []),
      ],
    },
    ...partyMoves(context, cells, span),
    ...movedThreads(context, threads),
  ]
}

/** A section for each kind of move that occurs. */
function partyMoves(context: ReportContext, moves: readonly CellMove[], span: Span): Section[] {
  if (moves.length === 0) return []
  const kinds = Map.groupBy(moves, ({ kind }) => kind)
  return [
    {
      id: `${context.prefix}changes-moves`,
      look: 'changes',
      page: true,
      heading: [text(say('report.changes.moves'))],
      blocks: [],
      sections: Array.from(kinds, ([kind, found]) => ({
        id: `${context.prefix}changes-${kind}`,
        look: 'part',
        heading: [text(say(`changes.head.${kind}`))],
        aside: say('report.changes.count', { count: found.length }),
        blocks: found.map((move) => moveBlock(context, move, span)),
      })),
    },
  ]
}

export function moveBlock(context: ReportContext, move: CellMove, span: Span, withParty = true): Block {
  const { names } = context
  const [from, to] = [movedFrom(context, move), movedTo(context, move)]
  const issue = issuePath(names.issuePaths.get(move.issueId) ?? [])
  const head = withParty ? spaced([foreign(nameOf(names.partyNames, move.partyId) ?? ''), issue], DOT) : issue
  return {
    kind: 'group',
    id: movePlace(context, move),
    blocks: [
      { kind: 'subheading', content: head },
      paragraph(spaced([stepInlines(move, from, to), whyInlines(move.kind, span, from, to)], DOT), 'small'),
      thenAndNow(
        context,
        move.issueId,
        { block: from, none: 'report.changes.nothingThen' },
        { block: to, none: move.kind === 'silent' ? 'report.changes.nothingSince' : 'report.changes.nothingNow' },
      ),
    ],
  }
}

interface Side {
  readonly block: Statement | null
  /** What is said where there is no quote. */
  readonly none: string
}

function thenAndNow(context: ReportContext, issueId: number | null, then: Side, now: Side): Columns {
  const side = (key: string, { block, none: words }: Side) => ({
    head: [text(say(`report.changes.${key}`), 'strong')] as Inline[],
    blocks: [block === null ? paragraph([text(say(words))], 'empty') : quoteBlock(context, block, { heading: issueId })],
  })
  return { kind: 'columns', columns: [side('then', then), side('now', now)] }
}

function movedThreads(context: ReportContext, moves: readonly ThreadMove[]): Section[] {
  if (moves.length === 0) return []
  return [
    {
      id: `${context.prefix}changes-moved-threads`,
      look: 'changes',
      heading: [text(say('report.changes.threadsInFull'))],
      aside: say('report.ledger.count', { count: moves.length }),
      blocks: moves.map((move): Block => {
        const [from, to] = [movedFrom(context, move), movedTo(context, move)]
        const parties = ownerToAddressee(context, move)
        return {
          kind: 'group',
          id: threadMovePlace(context, move),
          blocks: [
            { kind: 'subheading', content: threadTitle(context, titled(move)) },
            paragraph(spaced([statusStep(move), parties.length > 0 && parties, threadWhy(move, to)], DOT), 'small'),
            thenAndNow(
              context,
              move.issueId,
              { block: from, none: 'report.changes.nothingRaised' },
              { block: to, none: `report.changes.nothing.${move.kind}` },
            ),
          ],
        }
      }),
    },
  ]
}
