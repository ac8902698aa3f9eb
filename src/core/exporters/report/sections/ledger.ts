/** The ledger as a section: how many threads stand how, all of them as a table, then each in full. */
import type { LedgerRow } from '../../../../shared/domain/ledger.ts'
import { say } from '../../../messages.ts'
import { ledgerRows } from '../../../store/ledger.ts'
import { threadDetailById } from '../../../store/thread-members.ts'
import { paragraph, spaced, text } from '../../document/inlines.ts'
import type { Section } from '../../document/model.ts'
import type { ReportContext } from '../context.ts'
import { DOT } from '../inlines.ts'
import { dateText } from '../words.ts'
import { ledgerTable } from './ledger-table.ts'
import { threadPlace, threadSection } from './ledger-thread.ts'
import { momentOf, statusMark } from './ledger-words.ts'

/** Statuses as one goes through them: what is late or broken first, then what is open, then what is settled. */
const STATUS_ORDER: readonly LedgerRow['status'][] = [
  'overdue',
  'violated',
  'open',
  'answered',
  'conditional',
  'rejected',
  'accepted',
  'fulfilled',
  'carried-out',
  'withdrawn',
]

export function ledgerSections(context: ReportContext): Section[] {
  const moment = momentOf(context)
  const rows = ledgerRows(context.db, { filter: context.filter }, moment)
  const id = `${context.prefix}ledger`
  const heading = [text(say('report.ledger.title'))]
  if (rows.length === 0) return [{ id, look: 'ledger', heading, blocks: [paragraph([text(say('report.ledger.empty'))], 'empty')] }]
  const details = rows.map((row) => threadDetailById(context.db, row.id, moment))
  const fresh = new Set(
    details
      .filter(({ members }) => context.cites.cite(members.map(({ evidence }) => evidence.id)).some(({ isNew }) => isNew))
      .map((thread) => thread.id),
  )
  return [
    {
      id,
      look: 'ledger',
      heading,
      aside: say('report.ledger.count', { count: rows.length }),
      blocks: [
        paragraph([text(say('report.ledger.lead', { date: dateText(context.request.asOf) }))], 'lead'),
        paragraph(statusCounts(rows)),
        ledgerTable(context, rows, {
          id: `${id}-table`,
          placeOf: (thread) => threadPlace(context, thread),
          isNew: (thread) => fresh.has(thread),
        }),
      ],
    },
    {
      id: `${id}-threads`,
      look: 'ledger',
      page: true,
      heading: [text(say('report.ledger.threads'))],
      blocks: [],
      sections: details.map((thread) => threadSection(context, thread)),
    },
  ]
}

/** "! Overdue 1   ○ Open 2": those that occur. */
function statusCounts(rows: readonly LedgerRow[]) {
  const counts = Map.groupBy(rows, (row) => row.status)
  return spaced(
    STATUS_ORDER.map((status) => {
      const count = counts.get(status)?.length ?? 0
      return count > 0 && [statusMark(status), text(` ${count}`)]
    }),
    DOT,
  )
}
