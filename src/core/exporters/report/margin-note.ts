/** A numbered note beside the text: what is coded at the passage, with a way back to it. */
import type { Article } from '../../../shared/domain/article.ts'
import { markup, type Markup } from '../html/markup.ts'
import { say } from '../../messages.ts'
import { analystNote, circumstances, headline, stacked, terms, translation } from './coding.ts'
import type { ReportInclude, Statement } from './data.ts'
import { badge, hueStyle, reference, whoToWhom } from './parts.ts'

export const noteId = (statement: Statement): string => `n${statement.number}`
export const passageId = (statement: Statement): string => `p${statement.number}`

export function marginNote(statement: Statement, article: Article, include: ReportInclude): Markup {
  const who = whoToWhom(statement)
  // The coding table has the whole path; beside the text the issue's own name is enough, and short.
  const how = circumstances(statement, article, include.table ? statement.issues.map((path) => path.slice(-1)) : statement.issues)
  const mark = reference(statement)
  return markup`<div class="note" role="note" id="${noteId(statement)}" aria-label="${say('report.note.label', { mark })}" style="${hueStyle(statement.tag.hue)}">
<p class="note-head">${badge(statement, passageId(statement), say('report.note.toPassage', { mark }))} ${headline(statement)}${who && markup` <span class="who">${who}</span>`}</p>
${stacked([how && markup`<p class="how">${how}</p>`, terms(statement), translation(statement), analystNote(statement, include)])}
</div>`
}
