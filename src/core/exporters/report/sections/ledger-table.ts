/** Threads as a table: what asks for attention first, as in the ledger's window. */
import { PATH_SEPARATOR } from '../../../../shared/domain/codebook.ts'
import type { LedgerRow } from '../../../../shared/domain/ledger.ts'
import { say } from '../../../messages.ts'
import { link, paragraph, spaced, text } from '../../document/inlines.ts'
import type { Block, Cell, Inline, Sheet, SheetValue, Table } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import { DOT, issuePath } from '../inlines.ts'
import { nameOf } from '../statements.ts'
import { daysText, deadlineInlines, heardText, ownerToAddressee, statusMark, threadName, threadTitle } from './ledger-words.ts'

export interface LedgerTableOptions {
  readonly id: string
  readonly caption?: readonly Inline[]
  /** Where a thread stands in full; null where it does not. */
  readonly placeOf: (threadId: number) => string | null
  /** Threads in which something is new. */
  readonly isNew: (threadId: number) => boolean
}

export function ledgerTable(
  context: ReportContext,
  rows: readonly LedgerRow[],
  { id, caption = [], placeOf, isNew }: LedgerTableOptions,
): Table {
  const head = (key: string): readonly Inline[] => [text(say(`report.ledger.column.${key}`))]
  return {
    kind: 'table',
    id,
    look: 'plain',
    label: say('report.ledger.table'),
    caption,
    columns: [
      { head: head('thread'), share: 5.6 },
      { head: head('status'), share: 3.5 },
      { head: head('parties'), share: 3.2 },
      { head: head('raised'), share: 3 },
      { head: head('heard'), share: 3 },
      { head: head('answers'), align: 'end', share: 2.3 },
      { head: head('outlets'), align: 'end', share: 2.2 },
      { head: head('days'), align: 'end', share: 1.5 },
      { head: head('deadline'), share: 2.8 },
    ],
    rows: rows.map((row) => ({
      cells: [
        { blocks: titleBlocks(context, row, placeOf(row.id), isNew(row.id)), ...(isNew(row.id) && { tone: 'new' as const }) },
        statusCell(row),
        cell(ownerToAddressee(context, row)),
        cell([text(heardText(row.firstRaised))]),
        cell([text(heardText(row.lastHeard))]),
        cell([row.isUnanswered ? text(say('report.ledger.unanswered'), 'strong') : text(String(row.answers))]),
        cell([text(String(row.outlets))]),
        cell([text(daysText(row))]),
        cell(deadlineInlines(row)),
      ],
    })),
    sheet: ledgerSheet(context, rows),
  }
}

const cell = (content: readonly Inline[]): Cell => ({ blocks: [paragraph(content)] })

/** Title, and beneath it the kind and the issue. */
function titleBlocks(context: ReportContext, row: LedgerRow, place: string | null, isNew: boolean): Block[] {
  const title = threadTitle(context, row)
  const mark: Inline[] = isNew ? [text(' '), { kind: 'mark', text: say('report.new'), tone: 'new' }] : []
  const about = spaced(
    [text(say(`thread.kind.${row.kind}`)), row.issueId === null ? null : issuePath(context.names.issuePaths.get(row.issueId) ?? [])],
    DOT,
  )
  return [
    paragraph([...(place === null ? title : [link({ place }, ...title)]), ...mark]),
    ...(context.shown.own ? [paragraph(about, 'small')] : []),
  ]
}

function statusCell({ status, override }: LedgerRow): Cell {
  const reading = override === null ? null : say(override.isStale ? 'report.ledger.readStale' : 'report.ledger.read')
  return { blocks: [paragraph([statusMark(status)]), ...(reading === null ? [] : [paragraph([text(reading)], 'small')])] }
}

type Field = readonly [key: string, kind: Sheet['columns'][number]['kind'], width: number, value: (row: LedgerRow) => SheetValue]

/** Every field of a thread, typed. */
function ledgerSheet(context: ReportContext, rows: readonly LedgerRow[]): Sheet {
  const { names, shown } = context
  const party = (id: number | null): SheetValue => nameOf(names.partyNames, id)
  const own = (value: string | null): SheetValue => (shown.own ? value : null)
  const fields: Field[] = [
    ['thread', 'text', 46, (row) => threadName(context, row)],
    ['kind', 'text', 12, (row) => say(`thread.kind.${row.kind}`)],
    ['status', 'text', 12, (row) => say(`thread.status.${row.status}`)],
    ['owner', 'text', 24, (row) => party(row.ownerId)],
    ['addressee', 'text', 24, (row) => party(row.addresseeId)],
    ['issue', 'text', 36, (row) => (row.issueId === null ? null : (names.issuePaths.get(row.issueId) ?? []).join(PATH_SEPARATOR))],
    ['raised', 'date', 12, (row) => row.firstRaised?.date.slice(0, 10) ?? null],
    ['heard', 'date', 12, (row) => row.lastHeard?.date.slice(0, 10) ?? null],
    ['answers', 'number', 9, (row) => row.answers],
    ['outlets', 'number', 9, (row) => row.outlets],
    ['members', 'number', 11, (row) => row.members],
    ['days', 'number', 11, (row) => row.daysOpen],
    ['daysLeast', 'yes-no', 12, (row) => row.isDaysLeast],
    ['deadline', 'date', 14, (row) => row.deadline],
    ['overdue', 'yes-no', 10, (row) => row.isOverdue],
    ['unanswered', 'yes-no', 12, (row) => row.isUnanswered],
    ['checksMet', 'number', 12, (row) => row.checks.met],
    ['checksNotMet', 'number', 12, (row) => row.checks.notMet],
    ['checksUnclear', 'number', 12, (row) => row.checks.unclear],
    ['lastCheck', 'date', 12, (row) => row.checks.last?.date ?? null],
    ['derived', 'text', 14, (row) => say(`thread.status.${row.derived.status}`)],
    ...(shown.own
      ? ([
          ['criterion', 'text', 40, (row) => own(row.criterion)],
          ['measure', 'text', 30, (row) => own(row.measure)],
          ['standard', 'text', 30, (row) => own(row.standard)],
          ['schedule', 'text', 30, (row) => own(row.schedule)],
          ['monitor', 'text', 20, (row) => own(row.monitor)],
        ] satisfies Field[])
      : []),
    ...(shown.own && shown.notes
      ? ([
          ['reason', 'text', 40, (row) => row.override?.reason ?? null],
          ['note', 'text', 40, (row) => row.note],
        ] satisfies Field[])
      : []),
  ]
  return {
    name: say('report.ledger.title'),
    columns: fields.map(([key, kind, width]) => ({ head: say(`report.ledger.column.${key}`), kind, width })),
    rows: rows.map((row) => fields.map(([, , , value]) => value(row))),
  }
}
