/** The sections of every kind of report: those of a kind are fixed, those of a briefing are its blocks in order. */
import type { BriefingBlock } from '../../../../shared/domain/report.ts'
import { ParleyError } from '../../../../shared/rpc/envelope.ts'
import { say } from '../../../messages.ts'
import { foreign, paragraph, text } from '../../document/inlines.ts'
import type { Section } from '../../document/model.ts'
import { passing, type ReportContext } from '../context.ts'
import { prose } from '../prose.ts'
import { articleSections } from './articles.ts'
import { changesSections } from './changes.ts'
import { chartSections } from './charts.ts'
import { codingTable } from './coding-table.ts'
import { dossierSections } from './dossier.ts'
import { ledgerSections } from './ledger.ts'
import { matrixSections } from './matrix.ts'
import { quoteSections } from './quotes.ts'
import { sideBySideSections } from './side-by-side.ts'
import { summarySections } from './summaries.ts'
import { timelineSections } from './timeline.ts'

/** Throws `invalid-input` where the kind needs something that was not given, `not-found` for what is gone. */
export function sectionsOf(context: ReportContext): Section[] {
  const { request } = context
  switch (request.kind) {
    case 'annotated':
      return articleSections(context)
    case 'comparison':
      return [
        ...summarySections(context, { quoted: true }),
        ...matrixSections(context, { linked: true }),
        ...sideBySideSections(context),
        ...allCodings(context),
      ]
    case 'ledger':
      return ledgerSections(context)
    case 'timeline':
      return timelineSections(context)
    case 'dossier':
      return dossierSections(context, request.party)
    case 'changes':
      return changesSections(context, request)
    case 'briefing':
      return request.blocks.flatMap((block, index) => blockSections(context, block, index))
    default:
      throw new ParleyError('invalid-input', { field: 'kind', problem: 'unknown' })
  }
}

/** Of a comparison: every field of every statement. */
function allCodings(context: ReportContext): Section[] {
  if (!context.shown.table) return []
  const label = say('report.table.captionAll')
  const tables = codingTable(context.cites.cite(passing(context)), {
    id: `${context.prefix}table`,
    label,
    caption: [text(label)],
    shown: context.shown,
  })
  return tables.length === 0
    ? []
    : [{ id: `${context.prefix}codings`, look: 'coding-block', page: true, heading: [text(say('report.table.title'))], blocks: tables }]
}

function blockSections(context: ReportContext, block: BriefingBlock, index: number): Section[] {
  const own: ReportContext = {
    ...context,
    prefix: `b${index + 1}-`,
    ...('filter' in block && block.filter !== undefined && { filter: block.filter }),
  }
  const [first, ...others] = madeOf(own, block)
  if (!first) return []
  const heading = block.heading === undefined || block.heading === '' ? first.heading : [foreign(block.heading)]
  return [{ ...first, heading }, ...others]
}

function madeOf(context: ReportContext, block: BriefingBlock): Section[] {
  const quoted = context.request.blocks.some(({ kind }) => kind === 'side-by-side')
  switch (block.kind) {
    case 'summary':
    case 'text':
      return proseSections(context, block)
    case 'matrix':
      return matrixSections(context, { linked: false })
    case 'side-by-side':
      return sideBySideSections(context)
    case 'summaries':
      return summarySections(context, { quoted })
    case 'ledger':
      return ledgerSections(context)
    case 'timeline':
      return timelineSections(context)
    case 'dossier':
      return dossierSections(context, block.party)
    case 'changes':
      return changesSections(context, block)
    case 'chart':
      return chartSections(context, block.chart)
    case 'quotes':
      return quoteSections(context)
    case 'articles':
      return articleSections(context)
    default:
      return []
  }
}

/** What the analyst wrote: the executive summary, or words between other blocks. */
function proseSections({ cites, shown, prefix }: ReportContext, block: Extract<BriefingBlock, { kind: 'summary' | 'text' }>): Section[] {
  if (!shown.own) return []
  const blocks = prose(block.text, { statementOf: (number) => cites.citeOne(block.quotes[number - 1] ?? null) })
  return [
    {
      id: `${prefix}text`,
      look: block.kind === 'summary' ? 'own executive' : 'own',
      heading: [text(say(block.kind === 'summary' ? 'report.executive' : 'report.text'))],
      blocks: blocks.length === 0 ? [paragraph([text(say('report.text.empty'))], 'empty')] : blocks,
    },
  ]
}
