/** The whole report as one file. Pure. */
import { attrs, markup, joined, type Markup } from '../html/markup.ts'
import { phrase } from '../html/text.ts'
import { say } from '../../messages.ts'
import { articleSection } from './article-section.ts'
import { bandsSection, withoutSpeaker } from './bands.ts'
import { codingTable } from './coding-table.ts'
import { comparisonOf, quoteId } from './comparison.ts'
import { contents, cover } from './cover.ts'
import type { AnnotatedData, ComparisonData, ReportData } from './data.ts'
import { documentFrame } from './frame.ts'
import { legend } from './legend.ts'
import { matrixSection } from './matrix-table.ts'
import { method } from './method.ts'
import { sources } from './sources.ts'

export function renderReport(data: ReportData): string {
  const body = markup`<body class="${data.kind}"${attrs({ 'data-articles': data.articles.length })}>
${cover(data)}${contents(data)}${legend(data)}<main>
${data.articles.length === 0 && markup`<p class="empty">${say('report.empty')}</p>`}
${data.kind === 'annotated' ? annotated(data) : comparison(data)}</main>
<div class="appendix">
${data.articles.length > 0 && sources(data)}${method(data)}</div>
</body>`
  return documentFrame(data.title, body)
}

function annotated(data: AnnotatedData): Markup {
  const byArticle = Map.groupBy(data.statements, ({ coding }) => coding.articleId)
  return joined(
    data.articles.map((article, index) => articleSection(data, article, byArticle.get(article.id) ?? [], index + 1)),
    '',
  )
}

function comparison(data: ComparisonData): Markup {
  if (data.articles.length === 0) return markup``
  const compared = comparisonOf(data)
  const table =
    data.include.table &&
    codingTable(data.statements, {
      label: say('report.table.captionAll'),
      caption: phrase('report.table.captionAll'),
      include: data.include,
      target: quoteId,
      languageOf: (statement) => compared.articleOf(statement)?.language ?? null,
      paragraphOf: () => null,
    })
  return markup`${matrixSection(compared)}${bandsSection(compared)}${withoutSpeaker(compared)}${
    table &&
    markup`<section class="coding-block" aria-labelledby="table-title"><h2 id="table-title">${say('report.table.title')}</h2>${table}</section>
`
  }`
}
