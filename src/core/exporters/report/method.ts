/** Method note: how the report came about, so that someone else can check or repeat it. */
import { say } from '../../messages.ts'
import { notTextOf } from '../../store/not-text.ts'
import { foreign, paragraph, spaced, text } from '../document/inlines.ts'
import type { Inline, Section } from '../document/model.ts'
import { issuesUsed } from './codebook.ts'
import type { ReportContext } from './context.ts'
import { coverageFacts } from './cover.ts'
import type { Statement } from './data.ts'
import { fact, names } from './inlines.ts'
import { usedTags } from './legend.ts'
import { dateText, periodText } from './words.ts'

export function methodSection(context: ReportContext, libraryName: string): Section[] {
  const { request, shown, cites } = context
  const { basis: statements } = cites
  const tags = usedTags(context).map(({ tag, count }) => [foreign(tag.name), text(` (${count})`)])
  const own =
    request.kind === 'annotated'
      ? shown.text
        ? 'annotated'
        : 'excerpts'
      : request.kind === 'ledger' || request.kind === 'changes'
        ? request.kind
        : 'comparison'
  return [
    {
      id: 'method',
      look: 'method',
      heading: [text(say('report.method.title'))],
      blocks: [
        ...['coding', 'offsets', own].map((key) => paragraph([text(say(`report.method.${key}`))])),
        {
          kind: 'facts',
          facts: [
            ...fact(say('report.cover.library'), libraryName.trim() === '' ? null : [foreign(libraryName)]),
            ...fact(say('report.fact.asOf'), dateText(request.asOf)),
            ...coverageFacts(context),
            ...fact(say('report.fact.coded'), codingPeriod(statements)),
            ...fact(say('report.fact.coders'), coders(statements, shown.coders)),
            ...fact(say('report.fact.status'), statuses(statements)),
            ...fact(say('report.fact.tags'), spaced(tags, ' · ')),
            ...fact(say('report.fact.leftOut'), leftOut(context)),
          ],
        },
        ...(shown.own ? issuesUsed(context) : []),
      ],
    },
  ]
}

/** First to last day on which a statement was coded or changed (UTC). */
const codingPeriod = (statements: readonly Statement[]): string | null =>
  periodText(statements.flatMap(({ coding }) => [coding.createdAt.slice(0, 10), coding.changedAt.slice(0, 10)]))

function coders(statements: readonly Statement[], named: boolean): Inline[] | string | null {
  const all = [...new Set(statements.map(({ coding }) => coding.coder))].toSorted()
  if (all.length === 0) return null
  return named ? names(all) : say('report.method.codersUnnamed', { count: all.length })
}

function statuses(statements: readonly Statement[]): string | null {
  const parts = (['reviewed', 'draft', 'disputed'] as const).flatMap((status) => {
    const count = statements.filter(({ coding }) => coding.status === status).length
    return count === 0 ? [] : [say(`report.method.status.${status}`, { count })]
  })
  return parts.length === 0 ? null : parts.join(say('report.listSeparator'))
}

/** What the reader of this report does not see, by choice of its maker. */
function leftOut({ db, request, shown, cites }: ReportContext): string | null {
  const parts = [
    !shown.notes && 'notes',
    !shown.own && 'own',
    !shown.coders && 'coders',
    request.kind === 'annotated' && !shown.text && 'text',
    !shown.table && 'table',
    request.kind === 'annotated' && shown.text && cites.articles.some(({ id }) => notTextOf(db, id).length > 0) && 'notText',
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : parts.map((part) => say(`report.leftOut.${part}`)).join(say('report.listSeparator'))
}
