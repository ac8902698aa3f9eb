/** The coding of a statement in words, in the lines of a note: used beside the text, in bands and in lists of passages. */
import type { Article } from '../../../shared/domain/article.ts'
import { markup, joined, type Markup } from '../html/markup.ts'
import { bdi, names } from '../html/text.ts'
import { say } from '../../messages.ts'
import type { ReportInclude, Statement } from './data.ts'
import { foreign, intensityDots, issuePath, stanceMark } from './parts.ts'
import { dateText } from './words.ts'

/** Tag, intensity and importance: the head of a note, behind its badge. */
export function headline({ tag, coding }: Statement): Markup {
  return markup`<span class="tag-name">${bdi(tag.name)}</span>${coding.intensity !== null && markup` ${intensityDots(coding.intensity)}`}${coding.important && markup` <span class="important">★ ${say('report.important')}</span>`}`
}

/** Blocks one beneath the other, on lines of their own, so that the bare text keeps them apart as well. */
export const stacked = (blocks: readonly (Markup | null)[]): Markup =>
  joined(
    blocks.filter((block) => block !== null),
    '\n',
  )

/** Chain of sources, nearest first. */
export const reportedBy = (statement: Statement): Markup | null =>
  statement.coding.reportedBy.length === 0 ? null : names(statement.coding.reportedBy)

/** "− opposes: Ceasefire › Monitoring · anonymous source · reported by Dawn · stated 26 Oct 2025". A date that is the article's own is left to the byline. */
export function circumstances(statement: Statement, article: Article | null, issuesShown = statement.issues): Markup | null {
  const { stance, attribution, confidence, status } = statement.coding
  const stated = statement.coding.stated === article?.published?.slice(0, 10) ? null : statement.coding.stated
  const chain = reportedBy(statement)
  const issues = issuesShown.length === 0 ? null : markup`<span class="issues">${joined(issuesShown.map(issuePath), '; ')}</span>`
  const parts = [
    stance === null ? issues : markup`${stanceMark(stance)}${issues && markup` ${issues}`}`,
    attribution !== null && say(`report.attribution.${attribution}`),
    chain && markup`${say('report.reportedBy')} ${chain}`,
    stated !== null && markup`${say('report.stated')} <span class="date">${dateText(stated, 'short')}</span>`,
    confidence === 'low' && say('report.confidence.lowLong'),
    status === 'disputed' && say('report.status.disputed'),
  ].filter((part) => part !== false && part !== null)
  return parts.length === 0 ? null : joined(parts, markup` <span class="dot" aria-hidden="true">·</span> `)
}

/** Condition, consequence and deadline, where the statement has them: "If … Then … By …"; and the fields of its tag's own. */
export function terms({ coding, fields }: Statement): Markup | null {
  const parts = (['condition', 'consequence', 'deadline'] as const).flatMap((field) => {
    const text = coding[field]
    return text === null ? [] : [markup`<span class="term"><i>${say(`report.field.${field}`)}</i> ${bdi(text)}</span>`]
  })
  parts.push(...fields.map(({ name, text }) => markup`<span class="term"><i>${bdi(name)}</i> ${bdi(text)}</span>`))
  return parts.length === 0 ? null : markup`<p class="terms">${joined(parts, ' ')}</p>`
}

/** The translation of the quote, in its own direction. */
export const translation = ({ coding }: Statement): Markup | null =>
  coding.translation === null
    ? null
    : markup`<p class="translation"${foreign(coding.translationLanguage)}><span class="visually-hidden">${say('report.translation')}</span>${coding.translation}</p>`

/** The analyst's note, unless notes are left out. */
export const analystNote = ({ coding }: Statement, include: ReportInclude): Markup | null =>
  coding.note === null || !include.notes
    ? null
    : markup`<p class="memo"><span class="memo-label">${say('report.field.note')}</span> <span dir="auto">${coding.note}</span></p>`
