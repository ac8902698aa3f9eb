/**
 * The matrix of issues × parties. A page holds four parties: more are spread over several tables, principals first, and a
 * later table has only the issues on which one of its parties is heard.
 */
import type { MatrixCell } from '../../../shared/domain/compare.ts'
import { anchor, attrs, markup, type Markup } from '../html/markup.ts'
import { bdi, names } from '../html/text.ts'
import { say } from '../../messages.ts'
import { bandColumnId, bandId, quoteId, type Comparison } from './comparison.ts'
import { badge, letterChip, reference, stanceMark } from './parts.ts'
import { clipped, dateText } from './words.ts'

const MAX_COLUMNS = 4
/** UTF-16 units of a quote that fit a cell. */
const CELL_QUOTE = 150

type Column = Comparison['data']['columns'][number]

export function matrixSection(comparison: Comparison): Markup {
  const { columns, matrix } = comparison.data
  const panels = inPanels(columns)
  return markup`<section class="matrix" id="matrix" aria-labelledby="matrix-title">
<h2 id="matrix-title">${say('report.matrix.title')}</h2>
<p class="lead">${say('report.matrix.lead')}</p>
${panels.map((panel, index) => matrixTable(comparison, panel, { index, of: panels.length }))}
${columns.length === 0 && markup`<p class="empty">${say('report.matrix.empty')}</p>`}
${matrix.withoutSpeaker > 0 && markup`<p class="lead"><a href="${anchor('no-speaker')}">${say('report.matrix.withoutSpeaker', { count: matrix.withoutSpeaker })}</a></p>`}
</section>
`
}

/** As few tables as possible, as even as possible. */
export function inPanels<T>(columns: readonly T[], most = MAX_COLUMNS): T[][] {
  const count = Math.ceil(columns.length / most)
  return Array.from({ length: count }, (_, index) =>
    columns.slice(Math.ceil((columns.length * index) / count), Math.ceil((columns.length * (index + 1)) / count)),
  )
}

function matrixTable(comparison: Comparison, columns: readonly Column[], panel: { index: number; of: number }): Markup {
  const { matrix, issues, bands } = comparison.data
  const shown = new Set(columns.map((column) => column.id))
  const cells = new Map(matrix.cells.filter((cell) => shown.has(cell.partyId)).map((cell) => [`${cell.issueId}:${cell.partyId}`, cell]))
  const rows = matrix.rows.filter((row) => panel.index === 0 || columns.some((column) => cells.has(`${row.issueId}:${column.id}`)))
  const withBand = new Set(bands.map((band) => band.issueId))
  const caption = markup`${panel.of > 1 && markup`<b>${say('report.matrix.part', { part: panel.index + 1, parts: panel.of })}</b> `}${names(columns.map((column) => column.name))}`
  return markup`<div class="table-frame" role="region" tabindex="0" aria-label="${say('report.matrix.region', { parties: columns.map((column) => column.name).join(say('report.listSeparator')) })}"><table class="cells" ${attrs({ 'data-columns': columns.length })}>
<caption>${caption}</caption>
<thead><tr><th scope="col">${say('report.matrix.issue')}</th>${columns.map((column) => markup`<th scope="col">${bdi(column.name)}<span class="role">${role(column)}</span></th>`)}</tr></thead>
<tbody>
${rows.map((row) => {
  const path = row.issueId === null ? null : (issues.get(row.issueId) ?? [])
  const name = path === null ? markup`${say('report.issue.none')}` : bdi(path.at(-1) ?? '')
  const label = withBand.has(row.issueId) ? markup`<a href="${anchor(bandId(row.issueId))}">${name}</a>` : name
  return markup`<tr class="depth-${Math.min(row.depth, 3)}"><th scope="row">${label}</th>${columns.map((column) => cellOf(comparison, cells.get(`${row.issueId}:${column.id}`)))}</tr>
`
})}</tbody>
</table></div>
`
}

function role({ role, statements }: Column): string {
  const count = say('report.count.statements', { count: statements })
  return role === 'none' ? count : `${say(`report.role.${role}`)} · ${count}`
}

function cellOf(comparison: Comparison, cell: MatrixCell | undefined): Markup {
  if (!cell) return markup`<td class="silent"><span class="silence">${say('report.matrix.none')}</span></td>`
  // Where nothing is said on the very issue, stance and quote stand in the rows beneath: only the sum is given.
  const quote = cell.own > 0 ? cell.newest : null
  const newest = quote && comparison.statementOf(quote)
  const tags = new Map(comparison.data.tags.map((tag) => [tag.id, tag]))
  const counted = say(cell.outlets === 0 ? 'report.matrix.counted' : 'report.matrix.countedOutlets', {
    statements: cell.statements,
    outlets: cell.outlets,
  })
  const tally = cell.byTag.flatMap(({ tagId, statements }) => {
    const tag = tags.get(tagId)
    return tag
      ? [markup`<li title="${tag.name}">${letterChip(tag)}<span class="visually-hidden">${tag.name}</span> ${statements}</li>`]
      : []
  })
  const earlier = cell.stances.slice(1)
  return markup`<td>
${newest && cell.stance !== null && markup`<p class="cell-stance">${stanceMark(cell.stance)}${earlier.length > 0 && markup` <span class="earlier">${say('report.matrix.also', { stances: earlier.map((stance) => say(`report.stance.${stance}`)).join(say('report.listSeparator')) })}</span>`}</p>`}
${
  newest &&
  quote &&
  markup`<p class="newest"${attrs({ lang: quote.language, dir: 'auto' })}>${clipped(quote.quote, CELL_QUOTE)}</p>
<p class="citation">${badge(newest, quoteId(newest), say('report.matrix.toQuote', { mark: reference(newest) }))} ${quote.outlet !== null && markup`${bdi(quote.outlet, quote.language)}, `}<span class="date">${dateText(quote.date, 'short')}</span></p>`
}
<ul class="tally">${tally}</ul>
<p class="counted">${cell.own > 0 ? markup`<a href="${anchor(bandColumnId(cell.issueId, cell.partyId))}">${counted}</a>` : counted}</p>
</td>`
}
