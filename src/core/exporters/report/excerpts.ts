/** Passages without the text around them: for reports without full texts, and for what is no longer in its place. */
import { attrs, markup, type Markup } from '../html/markup.ts'
import { say } from '../../messages.ts'
import type { Article } from '../../../shared/domain/article.ts'
import type { ReportInclude, Statement } from './data.ts'
import { marginNote, passageId } from './margin-note.ts'
import { hangs, hueStyle } from './parts.ts'
import { referenceMark } from './text-flow.ts'

/** Each quote with its note beside it, in the order of the text. */
export function excerpts(article: Article, statements: readonly Statement[], include: ReportInclude): Markup {
  const blocks = statements.map((statement) => {
    const { quote } = statement.coding
    return markup`<blockquote class="t excerpt${hangs(quote) ? ' hang' : ''}" style="${hueStyle(statement.tag.hue)}"${attrs({ lang: article.language, dir: 'auto' })}><span class="at" id="${passageId(statement)}"></span>${quote}${referenceMark(statement)}</blockquote><div class="notes">${marginNote(statement, article, include)}</div>`
  })
  return markup`<div class="flow ${article.direction}">${blocks}</div>`
}

/**
 * Statements whose passage the text does not hold, with the reason in words: those whose quote is not where it was marked, then those of
 * an earlier text, which count as before. Nothing where there are none.
 */
export function misplaced(article: Article, statements: readonly Statement[], include: ReportInclude): Markup | null {
  const { moved = [], earlier = [] } = Object.groupBy(statements, ({ coding }) =>
    coding.revisionId === article.revisionId ? 'moved' : 'earlier',
  )
  const section = (some: readonly Statement[], title: string, text: string): Markup | false =>
    some.length > 0 && markup`<div class="misplaced"><h3>${title}</h3><p>${text}</p>${excerpts(article, some, include)}</div>`
  return markup`${section(moved, say('report.misplaced.title'), say('report.misplaced.text', { count: moved.length }))}${section(
    earlier,
    say('report.earlier.title'),
    say('report.earlier.text', { count: earlier.length }),
  )}`
}
