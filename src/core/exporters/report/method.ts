/** Method note: how the report came about, so that someone else can check or repeat it. */
import { markup, type Markup } from '../html/markup.ts'
import { bdi, names } from '../html/text.ts'
import { say } from '../../messages.ts'
import { coverageFacts } from './cover.ts'
import type { ReportData, Statement } from './data.ts'
import { usedTags } from './legend.ts'
import { fact } from './parts.ts'
import { periodText } from './words.ts'

export function method(data: ReportData): Markup {
  const { statements, include, libraryName } = data
  const tags = usedTags(data).map(({ tag, count }) => markup`<li>${bdi(tag.name)} (${count})</li>`)
  return markup`<section class="method" id="method" aria-labelledby="method-title">
<h2 id="method-title">${say('report.method.title')}</h2>
<div class="method-text">
<p>${say('report.method.coding')}</p>
<p>${say('report.method.offsets')}</p>
<p>${say(data.kind === 'comparison' ? 'report.method.comparison' : include.text ? 'report.method.annotated' : 'report.method.excerpts')}</p>
</div>
<dl class="facts">${fact(say('report.cover.library'), libraryName.trim() === '' ? null : bdi(libraryName))}${coverageFacts(data)}${fact(say('report.fact.coded'), codingPeriod(statements))}${fact(
    say('report.fact.coders'),
    coders(statements, include.coders),
  )}${fact(say('report.fact.status'), statuses(statements))}${fact(say('report.fact.tags'), tags.length === 0 ? null : markup`<ul class="inline">${tags}</ul>`)}${fact(say('report.fact.leftOut'), leftOut(data))}</dl>
</section>
`
}

/** First to last day on which a statement was coded or changed (UTC). */
const codingPeriod = (statements: readonly Statement[]): string | null =>
  periodText(statements.flatMap(({ coding }) => [coding.createdAt.slice(0, 10), coding.changedAt.slice(0, 10)]))

function coders(statements: readonly Statement[], named: boolean): Markup | string | null {
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
function leftOut({ kind, include, notText }: ReportData): string | null {
  const parts = [
    !include.notes && 'notes',
    !include.coders && 'coders',
    kind === 'annotated' && !include.text && 'text',
    !include.table && 'table',
    kind === 'annotated' && include.text && [...notText.values()].some((spans) => spans.length > 0) && 'notText',
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : parts.map((part) => say(`report.leftOut.${part}`)).join(say('report.listSeparator'))
}
