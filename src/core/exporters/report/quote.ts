/** One quote with its coding and its citation: outlet, author, date, link, place in the article, way back into the library. */
import { say } from '../../messages.ts'
import { foreign, link, spaced, text } from '../document/inlines.ts'
import type { Inline, Quote } from '../document/model.ts'
import { codingLines, headline, translation } from './coding.ts'
import type { ReportContext } from './context.ts'
import type { Statement } from './data.ts'
import { quoteId, sourcePlace } from './inlines.ts'
import { dateText } from './words.ts'

export interface QuoteOptions {
  /** The issue under which the quote stands; only others are named with it. */
  readonly heading?: number | null
}

export function quoteBlock(
  { shown, cites }: Pick<ReportContext, 'shown' | 'cites'>,
  statement: Statement,
  { heading = null }: QuoteOptions = {},
): Quote {
  const { coding, article } = statement
  const issues = statement.issues.filter((_, index) => coding.issueIds[index] !== heading)
  return {
    kind: 'quote',
    id: cites.settle(statement, quoteId(statement)) ? quoteId(statement) : null,
    statement: statement.cited,
    place: sourcePlace(article),
    head: headline(statement),
    quote: { text: coding.quote, language: article.language },
    translation: translation(statement),
    lines: codingLines(statement, shown, issues),
    citation: citation(statement),
  }
}

/** "Dawn, A. Author, 29 Oct 2025, article 3, 1203–1288, in the library"; the outlet leads to the article on the web where it has an address. */
export function citation({ article, coding }: Statement): Inline[] {
  const outlet = foreign(article.outlet ?? article.title, article.language)
  return spaced(
    [
      article.url === null ? outlet : link({ web: article.url }, outlet),
      article.author !== null && foreign(article.author, article.language),
      text(dateText(article.published, 'short')),
      link(
        { place: sourcePlace(article) },
        text(say('report.quote.place', { id: String(article.id), start: String(coding.start), end: String(coding.end) })),
      ),
      passageLinkOf(article.uid, coding.uid, say('report.quote.inLibrary')),
    ],
    ', ',
  )
}

/** Words that lead back to the passage in the library. */
export const passageLinkOf = (articleUid: string, annotationUid: string, words: string): Inline =>
  link({ passage: { articleUid, annotationUid } }, text(words))
