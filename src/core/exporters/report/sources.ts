/** Appendix of sources: every article the report draws on, cited in full, with what it takes to check a passage against it. */
import type { Article } from '../../../shared/domain/article.ts'
import { anchor, attrs, markup, type Markup } from '../html/markup.ts'
import { say } from '../../messages.ts'
import { articleId, byline, grade } from './article-section.ts'
import type { ReportData } from './data.ts'
import { sourceLink } from './parts.ts'
import { languageText } from './words.ts'

export const sourceId = (article: Article): string => `s${article.id}`

export function sources(data: ReportData): Markup {
  return markup`<section class="sources" id="sources" aria-labelledby="sources-title">
<h2 id="sources-title">${say('report.sources.title')}</h2>
<p class="lead">${say('report.sources.lead')}</p>
<ol>${data.articles.map((article) => entry(article, data.kind === 'annotated'))}</ol>
</section>
`
}

function entry(article: Article, linked: boolean): Markup {
  const title = markup`<cite${attrs({ lang: article.language, dir: 'auto' })}>${article.title}</cite>`
  const record = [
    say('report.sources.record', { id: String(article.id), revision: String(article.revision), units: article.text.length }),
    article.language !== null && languageText(article.language),
    grade(article),
  ].filter((part) => typeof part === 'string')
  const sha = article.original?.sha256
  return markup`<li id="${sourceId(article)}">
<p>${linked ? markup`<a href="${anchor(articleId(article))}">${title}</a>` : title}</p>
<p>${byline(article)}</p>
${article.url !== null && markup`<p>${sourceLink(article.url)}</p>`}
<p class="record">${record.join(' · ')}</p>
<p class="record">${sha === undefined ? say('report.sources.noOriginal') : markup`${say('report.sources.sha256')} <code>${sha}</code>`}</p>
</li>
`
}
