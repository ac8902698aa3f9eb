/** The first page: what this is, from which library, what it covers and what was filtered; then the contents. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { anchor, attrs, markup, joined, type Markup } from '../html/markup.ts'
import { bdi, names } from '../html/text.ts'
import { say } from '../../messages.ts'
import { articleId, byline } from './article-section.ts'
import { bandId } from './comparison.ts'
import type { ComparisonData, FilterNames, ReportData } from './data.ts'
import { fact, issuePath } from './parts.ts'
import { dateText, languageText, periodText } from './words.ts'

export function cover(data: ReportData): Markup {
  const { kind, title, libraryName, articles, statements } = data
  const [only] = articles
  const sameTitle = articles.length === 1 && only?.title === title
  const numbers = [
    [articles.length, say('report.cover.articles', { count: articles.length })],
    [statements.length, say('report.cover.annotations', { count: statements.length })],
    ...(kind === 'comparison'
      ? [
          [data.columns.length, say('report.cover.parties', { count: data.columns.length })] as const,
          [data.bands.filter((band) => band.issueId !== null).length, say('report.cover.issues', { count: data.bands.length })] as const,
        ]
      : [
          [
            new Set(articles.map(({ outlet }) => outlet)).size,
            say('report.cover.outlets', { count: new Set(articles.map(({ outlet }) => outlet)).size }),
          ] as const,
        ]),
  ] as const
  return markup`<header class="cover">
<p class="kicker">${say(`report.kind.${kind}`, { count: articles.length })}</p>
<h1${attrs({ lang: sameTitle ? (only?.language ?? null) : null, dir: firstStrongDirection(title) })}>${title}</h1>
${libraryName.trim() !== '' && libraryName !== title && markup`<p class="library"><span class="library-label">${say('report.cover.library')}</span> ${bdi(libraryName)}</p>`}
<ul class="numbers">${numbers.map(([count, label]) => markup`<li><b>${count}</b> ${label}</li>`)}</ul>
<dl class="facts">${coverageFacts(data)}</dl>
</header>
`
}

/** Periods, languages and filter: on the first page and again in the method note. */
export function coverageFacts({ articles, statements, filter }: ReportData): Markup {
  const languages = [...new Set(articles.flatMap(({ language }) => (language === null ? [] : [languageText(language)])))].toSorted()
  return markup`${fact(say('report.fact.stated'), periodText(statements.map(({ date }) => date)))}${fact(say('report.fact.published'), periodText(articles.map(({ published }) => published)))}${fact(
    say('report.fact.languages'),
    languages.length === 0 ? null : languages.join(say('report.listSeparator')),
  )}${fact(say('report.fact.filter'), filterText(filter))}`
}

function filterText(filter: FilterNames): Markup {
  const lines = [
    (filter.from !== undefined || filter.to !== undefined) && markup`${say('report.filter.dates')} ${dates(filter)}`,
    filter.articles > 0 && say('report.filter.articles', { count: filter.articles }),
    filter.tags.length > 0 && markup`${say('report.filter.tags')} ${names(filter.tags)}`,
    filter.parties.length > 0 && markup`${say('report.filter.parties')} ${names(filter.parties)}`,
    filter.issues.length > 0 && markup`${say('report.filter.issues')} ${joined(filter.issues.map(issuePath), say('report.listSeparator'))}`,
    filter.outlets.length > 0 && markup`${say('report.filter.outlets')} ${names(filter.outlets)}`,
    filter.importantOnly && say('report.filter.importantOnly'),
    filter.storyOnce && say('report.filter.storyOnce'),
  ].filter((line) => line !== false)
  return lines.length === 0
    ? markup`${say('report.filter.none')}`
    : markup`<ul class="plain">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`
}

function dates({ from, to }: FilterNames): string {
  if (from !== undefined && to !== undefined) return say('report.date.period', { from: dateText(from), to: dateText(to) })
  return from === undefined
    ? say('report.filter.until', { date: dateText(to ?? null) })
    : say('report.filter.since', { date: dateText(from) })
}

/** What follows, with links: articles, or the issues of a comparison. Nothing for a single article. */
export function contents(data: ReportData): Markup | null {
  if (data.articles.length === 0 || (data.kind === 'annotated' && data.articles.length === 1)) return null
  const list = data.kind === 'annotated' ? articleList(data) : issueList(data)
  return markup`<nav class="contents ${data.kind}" aria-labelledby="contents-title">
<h2 id="contents-title">${say('report.contents')}</h2>
<ol>${list}</ol>
<p class="also"><a href="${anchor('sources')}">${say('report.sources.title')}</a> <span class="dot" aria-hidden="true">·</span> <a href="${anchor('method')}">${say('report.method.title')}</a></p>
</nav>
`
}

function issueList({ bands, issues }: ComparisonData): Markup[] {
  return [
    markup`<li><a href="${anchor('matrix')}">${say('report.matrix.title')}</a></li>`,
    ...bands.map(({ issueId, columns }) => {
      const count = new Set(columns.flatMap(({ quotes }) => quotes.map(({ id }) => id))).size
      return markup`<li><a href="${anchor(bandId(issueId))}">${issueId === null ? say('report.issue.none') : issuePath(issues.get(issueId) ?? [])}</a> <span class="byline">${say('report.count.statements', { count })}</span></li>`
    }),
  ]
}

function articleList({ articles, statements }: ReportData): Markup[] {
  const counts = Map.groupBy(statements, ({ coding }) => coding.articleId)
  return articles.map(
    (article) => markup`<li><a href="${anchor(articleId(article))}"${attrs({ lang: article.language, dir: 'auto' })}>${article.title}</a>
<span class="byline">${byline(article)} <span class="dot" aria-hidden="true">·</span> ${say('report.count.annotations', { count: counts.get(article.id)?.length ?? 0 })}</span></li>`,
  )
}
