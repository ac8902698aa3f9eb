/** One quote of a comparison with its coding and its citation: outlet, author, date, link, place in the article. */
import type { Article } from '../../../shared/domain/article.ts'
import { anchor, attrs, libraryLink, markup, joined, webLink, type Markup } from '../html/markup.ts'
import { bdi } from '../html/text.ts'
import { say } from '../../messages.ts'
import { analystNote, circumstances, headline, stacked, terms, translation } from './coding.ts'
import type { Comparison } from './comparison.ts'
import { quoteId } from './comparison.ts'
import type { Statement } from './data.ts'
import { badge, hangs, hueStyle, reference, whoToWhom } from './parts.ts'
import { sourceId } from './sources.ts'
import { dateText } from './words.ts'

/** `heading`: the issue under which the quote stands; only others are named with it. `repeated`: it stands in an earlier band as well, which keeps the anchor. */
export function quoteFigure(
  comparison: Comparison,
  statement: Statement,
  { heading, repeated }: { heading: number | null; repeated: boolean },
): Markup {
  const article = comparison.articleOf(statement)
  const { quote } = statement.coding
  const who = whoToWhom(statement)
  const how = circumstances(
    statement,
    article,
    statement.issues.filter((_, index) => statement.coding.issueIds[index] !== heading),
  )
  const mark = reference(statement)
  const target = article === null ? quoteId(statement) : sourceId(article)
  return markup`<figure class="quote"${attrs({ id: repeated ? null : quoteId(statement) })} style="${hueStyle(statement.tag.hue)}">
<p class="note-head">${badge(statement, target, say('report.quote.toSource', { mark }))} ${headline(statement)}</p>
<blockquote class="${hangs(quote) ? 'hang' : ''}"${attrs({ lang: article?.language ?? null, dir: 'auto' })}>${quote}</blockquote>
${translation(statement)}
<figcaption>${stacked([
    who && markup`<p class="who">${who}</p>`,
    how && markup`<p class="how">${how}</p>`,
    terms(statement),
    analystNote(statement, comparison.data.include),
    article && markup`<p class="citation">${citation(article, statement)}</p>`,
  ])}</figcaption>
</figure>
`
}

/** "Dawn, A. Author, 29 Oct 2025, article 3, 1203–1288"; the outlet leads to the article on the web where it has an address. */
function citation(article: Article, { coding }: Statement): Markup {
  const href = webLink(article.url)
  const outlet = bdi(article.outlet ?? article.title, article.language)
  const parts = [
    href === null ? outlet : markup`<a href="${href}" rel="noopener noreferrer">${outlet}</a>`,
    article.author !== null && bdi(article.author, article.language),
    markup`<span class="date">${dateText(article.published, 'short')}</span>`,
    markup`<a href="${anchor(sourceId(article))}">${say('report.quote.place', { id: String(article.id), start: String(coding.start), end: String(coding.end) })}</a>`,
    markup`<a class="library" href="${libraryLink(article.uid, coding.uid)}">${say('report.quote.inLibrary')}</a>`,
  ].filter((part) => part !== false)
  return joined(parts, ', ')
}
