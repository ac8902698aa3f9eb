/** One article: heading, byline and source grading, then text with notes (or the passages alone), then its coding table. */
import type { Article } from '../../../shared/domain/article.ts'
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { attrs, markup, joined, type Markup } from '../html/markup.ts'
import { bdi, phrase } from '../html/text.ts'
import { say } from '../../messages.ts'
import { codingTable } from './coding-table.ts'
import type { AnnotatedData, Statement } from './data.ts'
import { excerpts, misplaced } from './excerpts.ts'
import { passageId } from './margin-note.ts'
import { fact, sourceLink } from './parts.ts'
import { layArticle, textFlow } from './text-flow.ts'
import { dateText, languageText } from './words.ts'

export const articleId = (article: Article): string => `a${article.id}`

/** `position` counts from 1 in the order of the report. */
export function articleSection(data: AnnotatedData, article: Article, statements: readonly Statement[], position: number): Markup {
  const { include, articles } = data
  const laid = layArticle(article, statements, data.notText.get(article.id))
  const { unplaced, paragraphOf } = laid
  const table =
    include.table &&
    codingTable(statements, {
      label: say('report.table.caption', { title: article.title }),
      caption: phrase('report.table.caption', { title: article.title }),
      include,
      target: passageId,
      languageOf: () => article.language,
      paragraphOf: (statement) => paragraphOf.get(statement.number) ?? null,
    })
  const id = articleId(article)
  return markup`<section class="article" id="${id}" aria-labelledby="${id}-title">
<header class="article-head">
${articles.length > 1 && markup`<p class="kicker">${say('report.article.position', { position, total: articles.length })}</p>`}
<h2 id="${id}-title"${attrs({ lang: article.language, dir: firstStrongDirection(article.title) ?? article.direction })}>${article.title}</h2>
<p class="byline">${byline(article)}</p>
${articleFacts(data, article, statements.length)}
</header>
${
  include.text
    ? textFlow(laid, include)
    : excerpts(
        article,
        statements.filter((statement) => !unplaced.includes(statement)),
        include,
      )
}
${statements.length === 0 && markup`<p class="empty">${say('report.article.noAnnotations')}</p>`}
${misplaced(article, unplaced, include)}
${table && markup`<div class="coding-block"><h3>${say('report.table.title')}</h3>${table}</div>`}
</section>
`
}

/** "Outlet · Author · 29 October 2025, 21:15 (UTC+05:00)". */
export function byline({ outlet, author, published, language }: Article): Markup {
  const parts = [
    outlet !== null && markup`<span class="outlet">${bdi(outlet, language)}</span>`,
    author !== null && bdi(author, language),
    markup`<span class="date">${dateText(published)}</span>`,
  ]
  return joined(
    parts.filter((part) => part !== false),
    markup` <span class="dot" aria-hidden="true">·</span> `,
  )
}

/** Source grade in words: "B2: usually reliable; probably true". Null where neither half is given. */
export function grade({ reliability, credibility }: Article): string | null {
  if (reliability === null && credibility === null) return null
  const words = [
    reliability !== null && say(`report.reliability.${reliability}`),
    credibility !== null && say(`report.credibility.${credibility}`),
  ].filter((word) => word !== false)
  return say('report.grade', { code: `${reliability ?? '–'}${credibility ?? '–'}`, words: words.join('; ') })
}

function articleFacts({ include }: AnnotatedData, article: Article, count: number): Markup {
  const note = include.notes && article.note !== null && article.note.trim() !== '' ? markup`<span dir="auto">${article.note}</span>` : null
  return markup`<dl class="facts">${fact(say('report.fact.link'), sourceLink(article.url))}${fact(say('report.fact.grade'), grade(article))}${fact(
    say('report.fact.language'),
    article.language === null ? null : languageText(article.language),
  )}${fact(say('report.fact.translatedFrom'), article.translatedFrom === null ? null : languageText(article.translatedFrom))}${fact(
    say('report.fact.annotations'),
    say('report.count.annotations', { count }),
  )}${fact(say('report.fact.note'), note)}</dl>`
}
