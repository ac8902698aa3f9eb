/** The coding table: every field of every statement, one row each, with the way back to the passage. Fields that belong together share a column, so that the table fits a page. */
import { anchor, attrs, markup, joined, type Markup } from '../html/markup.ts'
import { bdi, names } from '../html/text.ts'
import { say } from '../../messages.ts'
import { reportedBy } from './coding.ts'
import type { ReportInclude, Statement } from './data.ts'
import { badge, intensityDots, issuePath, reference, stanceMark } from './parts.ts'
import { dateText } from './words.ts'

export interface CodingTableOptions {
  /** The table's name, and the same for its caption, with foreign words isolated. */
  label: string
  caption: Markup
  include: ReportInclude
  /** Where a statement's passage or quote stands in this report. */
  target: (statement: Statement) => string
  languageOf: (statement: Statement) => string | null
  /** Paragraph of the text, where known. */
  paragraphOf: (statement: Statement) => number | null
}

export function codingTable(statements: readonly Statement[], options: CodingTableOptions): Markup | null {
  if (statements.length === 0) return null
  const { label, caption, include } = options
  const head = [
    ['number', 'tag'],
    ['quote', 'place'],
    ['speaker', 'targets'],
    ['issues'],
    ['stance', 'intensity'],
    ['attribution', 'reportedBy', 'stated'],
    include.coders ? ['confidence', 'status', 'coder'] : ['confidence', 'status'],
    // Only where some tag has fields of its own that are filled in.
    ...(hasFields(statements) ? [['fields']] : []),
  ].map(
    (fields) =>
      markup`<th scope="col">${joined(
        fields.map((field) => say(`report.column.${field}`)),
        markup`<br>`,
      )}</th>`,
  )
  return markup`<div class="table-frame" role="region" tabindex="0" aria-label="${label}"><table class="coding">
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${statements.map((statement) => row(statement, options, hasFields(statements)))}</tbody>
</table></div>`
}

const hasFields = (statements: readonly Statement[]): boolean => statements.some((statement) => statement.fields.length > 0)

function row(statement: Statement, { include, target, languageOf, paragraphOf }: CodingTableOptions, withFields: boolean): Markup {
  const { coding, tag, speaker, onBehalfOf, targets, issues, fields } = statement
  const paragraph = paragraphOf(statement)
  const place = markup`<a href="${anchor(target(statement))}">${paragraph === null ? null : `${say('report.paragraph', { number: paragraph })}, `}${coding.start}–${coding.end}</a>`
  return markup`<tr id="r${statement.number}">
<th scope="row">${badge(statement, target(statement), say('report.note.toPassage', { mark: reference(statement) }))}${lines([bdi(tag.name), coding.important && markup`<span class="important">★ ${say('report.important')}</span>`])}</th>
<td><span class="cell-quote"${attrs({ lang: languageOf(statement), dir: 'auto' })}>${coding.quote}</span>${lines([place])}</td>
<td>${lines([speaker !== null && markup`<b>${bdi(speaker)}</b>`, onBehalfOf !== null && markup`${say('report.speaker.onBehalfOf')} ${bdi(onBehalfOf)}`, targets.length > 0 && markup`→ ${names(targets)}`])}</td>
<td>${lines(issues.map(issuePath))}</td>
<td>${lines([coding.stance !== null && stanceMark(coding.stance), coding.intensity !== null && intensityDots(coding.intensity)])}</td>
<td>${lines([coding.attribution !== null && say(`report.attribution.${coding.attribution}`), reportedBy(statement), coding.stated !== null && dateText(coding.stated, 'short')])}</td>
<td>${lines([coding.confidence !== null && say(`report.confidence.${coding.confidence}`), say(`report.status.${coding.status}`), include.coders && bdi(coding.coder)])}</td>${
    withFields &&
    markup`
<td>${lines(fields.map(({ name, text }) => markup`<i>${bdi(name)}</i> ${bdi(text)}`))}</td>`
  }
</tr>
`
}

/** One line for each value that there is; a dash, read as "not coded", where there is none. */
function lines(values: readonly (Markup | string | false | null)[]): Markup {
  const there = values.filter((value) => value !== false && value !== null)
  if (there.length === 0) return markup`<span class="none" role="img" aria-label="${say('report.notCoded')}">–</span>`
  return markup`${there.map((value) => markup`<div>${value}</div>`)}`
}
