/** A cell as one page that needs nothing else: what the analyst says of it, the quotes that this rests on, and where they come from. Pure. */
import { cite } from '../../../shared/citation/cite.ts'
import type { Article } from '../../../shared/domain/article.ts'
import { dayToIso } from '../../../shared/domain/partial-date.ts'
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { anchor, attrs, markup, joined, type Markup } from '../html/markup.ts'
import { bdi } from '../html/text.ts'
import { localDay } from '../../days.ts'
import { say } from '../../messages.ts'
import { quoteId } from '../report/comparison.ts'
import { coverageFacts } from '../report/cover.ts'
import { documentFrame } from '../report/frame.ts'
import { fact, issuePath, sourceLink } from '../report/parts.ts'
import { quoteFigure } from '../report/quote.ts'
import { sourceId } from '../report/sources.ts'
import { dateText } from '../report/words.ts'
import type { CellData } from './gather.ts'

export function cellPage(data: CellData): string {
  const body = markup`<body class="cell-page">
${cover(data)}<main>
${summarySection(data)}${quotesSection(data)}</main>
<div class="appendix">
${sourcesSection(data)}</div>
</body>`
  return documentFrame(data.title, body, CELL_STYLES)
}

function cover({ party, issue, level, statements, total, comparison }: CellData): Markup {
  return markup`<header class="cover">
<p class="kicker">${say('report.cell.kicker')}</p>
<h1 dir="${firstStrongDirection(party)}">${party}</h1>
<p class="library">${issue === null ? say('report.issue.none') : issuePath(issue)}</p>
<ul class="numbers"><li><b>${statements.length}</b> ${say('report.cover.annotations', { count: statements.length })}</li></ul>
<dl class="facts">${fact(say('report.cell.counted'), say(`report.cell.level.${level}`))}${coverageFacts(comparison.data)}${
    total > statements.length && fact(say('report.cell.shown'), say('report.cell.shownOf', { shown: statements.length, total }))
  }</dl>
</header>
`
}

function summarySection({ summary, statements }: CellData): Markup | null {
  if (!summary) return null
  const targets = new Map(
    summary.quotes.flatMap(({ id, number }) => {
      const statement = statements.find(({ coding }) => coding.id === id)
      return statement ? [[number, quoteId(statement)] as const] : []
    }),
  )
  const paragraphs = summary.text.split(/\n[^\S\n]*\n+/).map((text) => text.trim())
  return markup`<section class="summary" aria-labelledby="summary-title">
<h2 id="summary-title">${say('report.cell.summary')}</h2>
${paragraphs.map((text) => markup`<p${attrs({ dir: firstStrongDirection(text) })}>${linked(text, targets)}</p>\n`)}
<p class="record">${say('report.cell.written', { coder: summary.coder, date: dateText(dayToIso(localDay(Date.parse(summary.at)))) })}${
    summary.newer.length > 0 && markup` <b>${say('report.cell.stale', { count: summary.newer.length })}</b>`
  }${
    summary.gone.length > 0 &&
    markup` <b>${say('report.cell.gone', { count: summary.gone.length, numbers: summary.gone.map((number) => `[${number}]`).join(', ') })}</b>`
  }</p>
</section>
`
}

/** "[2]" leads to the quote with that number; a number without a quote stays as it is. */
function linked(text: string, targets: ReadonlyMap<number, string>): Markup {
  const parts = text.split(/\[(\d+)\]/)
  return markup`${parts.map((part, index) => {
    if (index % 2 === 0) return lines(part)
    const target = targets.get(Number(part))
    return target === undefined ? `[${part}]` : markup`<a class="ref" href="${anchor(target)}">[${part}]</a>`
  })}`
}

const lines = (text: string): Markup => joined(text.split('\n'), markup`<br>`)

function quotesSection({ statements, numbers, comparison, issueId }: CellData): Markup {
  return markup`<section class="bands" aria-labelledby="quotes-title">
<h2 id="quotes-title">${say('report.cell.quotes')}</h2>
${statements.length === 0 && markup`<p class="empty">${say('report.empty')}</p>`}
${statements.map((statement) => {
  const number = numbers.get(statement.coding.id)
  return markup`<div class="numbered">${number !== undefined && markup`<span class="ref" aria-label="${say('report.cell.number', { number })}">[${number}]</span>`}${quoteFigure(comparison, statement, { heading: issueId, repeated: false })}</div>
`
})}</section>
`
}

function sourcesSection({ comparison }: CellData): Markup | null {
  const { articles } = comparison.data
  if (articles.length === 0) return null
  return markup`<section class="sources" aria-labelledby="sources-title">
<h2 id="sources-title">${say('report.sources.title')}</h2>
<ol>${articles.map(
    (
      article,
    ) => markup`<li id="${sourceId(article)}"><p>${citation(article)}</p>${article.url !== null && markup`<p>${sourceLink(article.url)}</p>`}</li>
`,
  )}</ol>
</section>
`
}

/** As a list of works cited has it; the link stands beneath, where it can be followed. */
const citation = (article: Article): Markup =>
  joined(
    cite({ ...article, url: null }, 'chicago').map(({ text, italic }) =>
      italic ? markup`<i>${bdi(text)}</i>` : bdi(text, article.language),
    ),
    '',
  )

const CELL_STYLES = `
.summary { margin-top: 3rem; max-width: 40rem; }
.summary p { margin-top: 0.9rem; font-size: 1.05rem; line-height: 1.55; }
.summary .record { margin-top: 1.2rem; font-size: 0.76rem; color: var(--muted); }
.ref { font-family: var(--sans); font-size: 0.82em; font-variant-numeric: tabular-nums; text-decoration: none; white-space: nowrap; }
.cell-page .bands { margin-top: 3.5rem; max-width: 44rem; }
.numbered { display: grid; grid-template-columns: 2.4rem minmax(0, 1fr); margin-top: 1.4rem; break-inside: avoid; }
.numbered > .ref { color: var(--accent); font-weight: 600; line-height: 1.6rem; }
.numbered > .quote { grid-column: 2; }
@media print { .summary, .cell-page .bands { margin-top: 8mm; break-before: auto; } }
`
