/** What the analysts wrote of cells, each claim with the quotes it rests on, and what came since. Nothing where only quotes are shown. */
import { say } from '../../../messages.ts'
import { dayToIso } from '../../../../shared/domain/partial-date.ts'
import { localDay } from '../../../days.ts'
import { listSummaries } from '../../../store/cell-summaries.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { Block, Inline, Section } from '../../document/model.ts'
import type { CellSummaryWithCell } from '../../../../shared/domain/cell.ts'
import type { ReportContext } from '../context.ts'
import { issuePath } from '../inlines.ts'
import { prose } from '../prose.ts'
import { quoteBlock } from '../quote.ts'
import { dateText } from '../words.ts'
import { comparingOf } from './comparing.ts'

/** Those of cells that the filter leaves anything in, at the level of the report. `quoted`: the quotes stand elsewhere in the report. */
export function summarySections(context: ReportContext, { quoted }: { quoted: boolean }): Section[] {
  if (!context.shown.own) return []
  const { level } = context.request
  const there = new Set(comparingOf(context).matrix.cells.map((cell) => `${cell.issueId}:${cell.partyId}`))
  const summaries = listSummaries(context.db).filter(({ cell }) => cell.level === level && there.has(`${cell.issueId}:${cell.partyId}`))
  if (summaries.length === 0) return []
  return [
    {
      id: `${context.prefix}summaries`,
      look: 'summaries',
      page: true,
      heading: [text(say('report.summaries.title'))],
      blocks: [paragraph([text(say('report.summaries.lead'))], 'lead')],
      sections: summaries.map((summary) => summarySection(context, summary, quoted)),
    },
  ]
}

function summarySection(context: ReportContext, summary: CellSummaryWithCell, quoted: boolean): Section {
  const { cell } = summary
  const path = cell.issueId === null ? null : (context.names.issuePaths.get(cell.issueId) ?? [])
  return {
    id: `${context.prefix}summary-${cell.issueId ?? 'none'}-${cell.partyId}`,
    look: 'own',
    heading: [
      foreign(context.names.partyNames.get(cell.partyId) ?? ''),
      text(' · '),
      ...(path === null ? [text(say('report.issue.none'))] : issuePath(path)),
    ],
    blocks: [
      ...summaryBlocks(context, summary),
      ...(quoted ? [] : context.cites.cite(summary.quotes.map(({ id }) => id)).map((one) => quoteBlock(context, one))),
    ],
  }
}

/** The text with its references; who wrote it and when; whether newer evidence is not yet in it. */
export function summaryBlocks(context: ReportContext, summary: Omit<CellSummaryWithCell, 'cell'>): Block[] {
  const numbers = new Map(summary.quotes.map(({ id, number }) => [number, id]))
  const record: Inline[] = [
    text(
      context.shown.coders
        ? say('report.cell.written', { coder: summary.coder, date: dateText(dayToIso(localDay(Date.parse(summary.at)))) })
        : say('report.summaries.written', { date: dateText(dayToIso(localDay(Date.parse(summary.at)))) }),
    ),
    ...(summary.newer.length > 0 ? [text(` ${say('report.cell.stale', { count: summary.newer.length })}`, 'strong')] : []),
    ...(summary.gone.length > 0
      ? [
          text(
            ` ${say('report.cell.gone', { count: summary.gone.length, numbers: summary.gone.map((number) => `[${number}]`).join(', ') })}`,
            'strong',
          ),
        ]
      : []),
  ]
  return [
    ...prose(summary.text, {
      statementOf: (number) => context.cites.citeOne(numbers.get(number) ?? null),
    }),
    paragraph(record, 'record'),
  ]
}
