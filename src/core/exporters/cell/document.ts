/** A cell as a document that needs nothing else: what the analyst says of it, the quotes that this rests on, and where they come from. */
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { say } from '../../messages.ts'
import { withLiveLinks } from '../document/live-links.ts'
import { paragraph, text } from '../document/inlines.ts'
import type { ReportDocument, Section } from '../document/model.ts'
import { coverageFacts } from '../report/cover.ts'
import { fact, issuePath } from '../report/inlines.ts'
import { quoteBlock } from '../report/quote.ts'
import { summaryBlocks } from '../report/sections/summaries.ts'
import { sourcesSection } from '../report/sources.ts'
import type { CellData } from './gather.ts'

export function cellDocument(data: CellData): ReportDocument {
  const { context, title, party, issue, level, statements, total } = data
  const sections = [...summarySection(data), quotesSection(data)]
  context.cites.number()
  return withLiveLinks({
    kind: 'cell',
    title: party === '' ? title : party,
    titleLanguage: null,
    subtitle: issue === null ? say('report.issue.none') : issue.join(PATH_SEPARATOR),
    libraryName: '',
    asOf: context.request.asOf,
    look: context.request.look,
    cover: {
      kicker: say('report.cell.kicker'),
      numbers: [{ value: statements.length, label: say('report.cover.annotations', { count: statements.length }) }],
      facts: [
        ...fact(say('report.matrix.issue'), issue === null ? say('report.issue.none') : issuePath(issue)),
        ...fact(say('report.cell.counted'), say(`report.cell.level.${level}`)),
        ...coverageFacts(context),
        ...(total > statements.length
          ? fact(say('report.cell.shown'), say('report.cell.shownOf', { shown: statements.length, total }))
          : []),
      ],
    },
    hasContents: false,
    sections,
    appendix: sourcesSection(context, { inReport: new Set() }),
  })
}

function summarySection({ context, summary }: CellData): Section[] {
  if (!summary) return []
  return [{ id: 'summary', look: 'own', heading: [text(say('report.cell.summary'))], blocks: summaryBlocks(context, summary) }]
}

function quotesSection({ context, statements, issueId }: CellData): Section {
  return {
    id: 'quotes',
    look: 'bands',
    heading: [text(say('report.cell.quotes'))],
    blocks:
      statements.length === 0
        ? [paragraph([text(say('report.empty'))], 'empty')]
        : statements.map((statement) => quoteBlock(context, statement, { heading: issueId })),
  }
}
