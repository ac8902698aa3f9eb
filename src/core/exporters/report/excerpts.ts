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

/** Statements whose passage the text no longer holds, with the reason in words; nothing where there are none. */
export function misplaced(article: Article, statements: readonly Statement[], include: ReportInclude): Markup | null {
  if (statements.length === 0) return null
  return markup`<div class="misplaced"><h3>${say('report.misplaced.title')}</h3><p>${say('report.misplaced.text', { count: statements.length })}</p>${excerpts(article, statements, include)}</div>`
}
