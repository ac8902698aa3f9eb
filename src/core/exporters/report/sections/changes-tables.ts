/** What changed, on one page: moves of parties on issues, and moves of threads, each as a table with the quotes that show them. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import { dayToIso } from '../../../../shared/domain/partial-date.ts'
import type { CellMove, Span } from '../../../compare/changes.ts'
import type { ThreadMove } from '../../../compare/thread-changes.ts'
import { say } from '../../../messages.ts'
import { foreign, link, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Cell, Inline, SheetValue, Table } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import type { Statement } from '../data.ts'
import { issuePath, reference } from '../inlines.ts'
import { nameOf } from '../statements.ts'
import { dateText } from '../words.ts'
import { ownerToAddressee, statusMark, threadName, threadTitle } from './ledger-words.ts'

export const movePlace = (
  { prefix }: Pick<ReportContext, 'prefix'>,
  { kind, issueId, partyId }: Pick<CellMove, 'kind' | 'issueId' | 'partyId'>,
): string => `${prefix}move-${kind}-i${issueId}-p${partyId}`
export const threadMovePlace = (
  { prefix }: Pick<ReportContext, 'prefix'>,
  { kind, threadId }: Pick<ThreadMove, 'kind' | 'threadId'>,
): string => `${prefix}move-${kind}-t${threadId}`

/** The two statements of a move, cited. */
export const movedFrom = ({ cites }: Pick<ReportContext, 'cites'>, { fromId }: { fromId: number | null }): Statement | null =>
  cites.citeOne(fromId)
export const movedTo = ({ cites }: Pick<ReportContext, 'cites'>, { toId }: { toId: number | null }): Statement | null => cites.citeOne(toId)

/** "opposes → conditional", "intensity 3 → 5", "supports" for what is new, "not heard since" for silence. */
export function stepInlines(move: Pick<CellMove, 'kind'>, from: Statement | null, to: Statement | null): Inline[] {
  const stance = (statement: Statement | null): Inline[] =>
    statement?.coding.stance ? [{ kind: 'stance', stance: statement.coding.stance }] : []
  if (move.kind === 'silent') return [...stance(from), text(' → '), text(say('report.changes.silent'), 'muted')]
  if (from === null) return stance(to)
  if (from.coding.stance !== to?.coding.stance) return spaced([stance(from), stance(to)], ' → ')
  const [was, is] = [from.coding.intensity, to?.coding.intensity ?? null]
  if (was === null || is === null || was === is) return stance(to)
  return [...stance(to), text(' '), { kind: 'intensity', intensity: was }, text(' → '), { kind: 'intensity', intensity: is }]
}

/** Why it is told, with the quotes. */
export function whyInlines(kind: CellMove['kind'], span: Span, from: Statement | null, to: Statement | null): Inline[] {
  const days = span.now.day - span.then.day
  return [
    text(say(kind === 'new' && from !== null ? 'report.changes.why.firstAfter' : `report.changes.why.${kind}`, { days })),
    ...(from || to ? [text(' ')] : []),
    ...spaced([from && reference(from), to && reference(to)], ' → '),
  ]
}

const cell = (content: readonly Inline[]): Cell => ({ blocks: [paragraph(content)] })
const head = (key: string): readonly Inline[] => [text(say(`report.changes.column.${key}`))]
const day = (statement: Statement | null): string => (statement === null ? '' : dateText(statement.date?.slice(0, 10) ?? null, 'short'))

export function moveTable(context: ReportContext, moves: readonly CellMove[], span: Span): Table {
  const { names, prefix } = context
  const label = say('report.changes.parties')
  const found = moves.map((move) => ({ move, from: movedFrom(context, move), to: movedTo(context, move) }))
  return {
    kind: 'table',
    id: `${prefix}changes-parties`,
    look: 'plain',
    label,
    caption: [],
    columns: [
      { head: head('party'), share: 4 },
      { head: head('issue'), share: 5 },
      { head: head('change'), share: 3 },
      { head: head('step'), share: 5 },
      { head: head('date'), share: 3 },
      { head: head('why'), share: 6 },
    ],
    rows: found.map(({ move, from, to }) => ({
      cells: [
        {
          ...cell([link({ place: movePlace(context, move) }, foreign(nameOf(names.partyNames, move.partyId) ?? ''))]),
          ...(to?.isNew === true && { tone: 'new' as const }),
        },
        cell(issuePath(names.issuePaths.get(move.issueId) ?? [])),
        cell([text(say(`changes.kind.${move.kind}`), 'strong')]),
        cell(stepInlines(move, from, to)),
        cell([text(day(to ?? from))]),
        cell(whyInlines(move.kind, span, from, to)),
      ],
    })),
    sheet: {
      name: label,
      columns: (
        [
          ['party', 'text', 24],
          ['issue', 'text', 36],
          ['change', 'text', 14],
          ['fromStance', 'text', 14],
          ['fromIntensity', 'number', 10],
          ['fromDate', 'date', 12],
          ['fromQuote', 'text', 50],
          ['toStance', 'text', 14],
          ['toIntensity', 'number', 10],
          ['toDate', 'date', 12],
          ['toQuote', 'text', 50],
          ['since', 'number', 12],
        ] as const
      ).map(([key, kind, width]) => ({ head: say(`report.changes.column.${key}`), kind, width })),
      rows: found.map(({ move, from, to }) => [
        nameOf(names.partyNames, move.partyId),
        (names.issuePaths.get(move.issueId) ?? []).join(PATH_SEPARATOR),
        say(`changes.kind.${move.kind}`),
        ...valuesOf(from),
        ...valuesOf(to),
        move.statements,
      ]),
    },
  }
}

const valuesOf = (statement: Statement | null): SheetValue[] =>
  statement === null
    ? [null, null, null, null]
    : [
        statement.coding.stance && say(`report.stance.${statement.coding.stance}`),
        statement.coding.intensity,
        statement.date?.slice(0, 10) ?? null,
        statement.coding.quote,
      ]

/** "Open → Overdue"; what nobody had spoken of has no status before. */
export const statusStep = ({ was, is }: Pick<ThreadMove, 'was' | 'is'>): Inline[] =>
  was === null || was === is ? [statusMark(is)] : [statusMark(was), text(' → '), statusMark(is)]

/** Why a thread is told: the deadline, or the statement that answers or settles it. */
export function threadWhy(move: ThreadMove, to: Statement | null): Inline[] {
  if (move.kind === 'overdue') return [text(`${say('report.changes.deadline')} `), foreign(move.deadline ?? '')]
  if (to === null) return [text(say(`report.changes.nothing.${move.kind}`))]
  return [text(`${say(`changes.kind.${move.kind}`)} `), reference(to)]
}

export function threadMoveTable(context: ReportContext, moves: readonly ThreadMove[], span: Span): Table {
  const { names, prefix } = context
  const label = say('report.changes.threads')
  const found = moves.map((move) => ({ move, to: movedTo(context, move) }))
  const dayOf = (move: ThreadMove, to: Statement | null): string | null =>
    to !== null ? (to.date?.slice(0, 10) ?? null) : move.kind === 'overdue' ? move.deadline : null
  return {
    kind: 'table',
    id: `${prefix}changes-threads`,
    look: 'plain',
    label,
    caption: [],
    columns: [
      { head: head('thread'), share: 7 },
      { head: head('parties'), share: 4 },
      { head: head('status'), share: 5 },
      { head: head('date'), share: 3 },
      { head: head('why'), share: 5 },
    ],
    rows: found.map(({ move, to }) => ({
      cells: [
        cell([link({ place: threadMovePlace(context, move) }, ...threadTitle(context, titled(move)))]),
        cell(ownerToAddressee(context, move)),
        cell(statusStep(move)),
        cell([text(day(to))]),
        cell(threadWhy(move, to)),
      ],
    })),
    sheet: {
      name: label,
      columns: (
        [
          ['thread', 'text', 46],
          ['change', 'text', 12],
          ['owner', 'text', 24],
          ['addressee', 'text', 24],
          ['issue', 'text', 36],
          ['was', 'text', 12],
          ['is', 'text', 12],
          ['date', 'date', 12],
          ['upTo', 'date', 12],
        ] as const
      ).map(([key, kind, width]) => ({ head: say(`report.changes.column.${key}`), kind, width })),
      rows: found.map(({ move, to }) => [
        threadName(context, titled(move)),
        say(`changes.kind.${move.kind}`),
        nameOf(names.partyNames, move.ownerId),
        nameOf(names.partyNames, move.addresseeId),
        move.issueId === null ? null : (names.issuePaths.get(move.issueId) ?? []).join(PATH_SEPARATOR),
        move.was && say(`thread.status.${move.was}`),
        say(`thread.status.${move.is}`),
        dayOf(move, to),
        dayToIso(span.now.day),
      ]),
    },
  }
}

export const titled = ({ threadKind, ...move }: ThreadMove) => ({ ...move, kind: threadKind })

/** Nothing of a kind. */
export const none = (key: string): Block => paragraph([text(say(key))], 'empty')
