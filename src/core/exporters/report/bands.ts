/** Side by side: a band for each issue, a column for each party heard on it, quotes in date order. Then the statements nobody is named for. */
import { markup, joined, type Markup } from '../html/markup.ts'
import { bdi, names } from '../html/text.ts'
import { say } from '../../messages.ts'
import { bandColumnId, bandId, type Comparison } from './comparison.ts'
import type { Statement } from './data.ts'
import { issuePath } from './parts.ts'
import { quoteFigure } from './quote.ts'

export function bandsSection(comparison: Comparison): Markup | null {
  const { bands } = comparison.data
  if (bands.length === 0) return null
  return markup`<section class="bands" id="bands" aria-labelledby="bands-title">
<h2 id="bands-title">${say('report.bands.title')}</h2>
<p class="lead">${say('report.bands.lead')}</p>
${bands.map((band) => bandSection(comparison, band))}
</section>
`
}

function bandSection(comparison: Comparison, { issueId, columns }: Comparison['data']['bands'][number]): Markup {
  const { data, firstBand, statementOf } = comparison
  const heard = new Map(columns.map((column) => [column.partyId, column.quotes]))
  const speaking = data.columns.filter((column) => (heard.get(column.id) ?? []).length > 0)
  const silent = data.columns.filter(
    (column) => (column.role === 'principal' || column.role === 'mediator') && (heard.get(column.id) ?? []).length === 0,
  )
  const id = bandId(issueId)
  return markup`<section class="band" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${issueId === null ? say('report.issue.none') : issuePath(data.issues.get(issueId) ?? [])}</h3>
<div class="sides">${speaking.map((column) => {
    const quotes = (heard.get(column.id) ?? []).flatMap((quote) => statementOf(quote) ?? [])
    return markup`<div class="side" id="${bandColumnId(issueId, column.id)}"><h4>${bdi(column.name)} <span class="side-count">${say('report.count.statements', { count: quotes.length })}</span></h4>
${quotes.map((statement) => quoteFigure(comparison, statement, { heading: issueId, repeated: firstBand.get(statement.coding.id) !== issueId }))}</div>
`
  })}</div>
${silent.length > 0 && markup`<p class="silent-parties">${say('report.bands.silent')} ${names(silent.map((column) => column.name))}</p>`}
</section>
`
}

/** Quotes without a speaker stand in no column; they are listed, so that nothing that passed the filter is missing. */
export function withoutSpeaker(comparison: Comparison): Markup | null {
  const statements: Statement[] = comparison.data.statements.filter(({ coding }) => coding.speakerId === null)
  if (statements.length === 0) return null
  return markup`<section class="bands" id="no-speaker" aria-labelledby="no-speaker-title">
<h2 id="no-speaker-title">${say('report.noSpeaker.title')}</h2>
<p class="lead">${say('report.noSpeaker.lead')}</p>
<div class="sides">${joined(
    statements.map(
      (statement) => markup`<div class="side">${quoteFigure(comparison, statement, { heading: null, repeated: false })}</div>`,
    ),
    '\n',
  )}</div>
</section>
`
}
