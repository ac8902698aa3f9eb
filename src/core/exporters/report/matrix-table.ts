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
  const newest = cell.own > 0 ? comparison.statementOf({ id: cell.newestId }) : null
  const article = newest && comparison.articleOf(newest)
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
  return markup`<td>
${cell.stance !== null && markup`<p class="cell-stance">${stanceMark(cell.stance)}${alsoSaid(cell)}</p>`}
${
  newest &&
  markup`<p class="newest"${attrs({ lang: article?.language ?? null, dir: 'auto' })}>${clipped(newest.coding.quote, CELL_QUOTE)}</p>
<p class="citation">${badge(newest, quoteId(newest), say('report.matrix.toQuote', { mark: reference(newest) }))} ${article?.outlet != null && markup`${bdi(article.outlet, article.language)}, `}<span class="date">${dateText(newest.date, 'short')}</span></p>`
}
<ul class="tally">${tally}</ul>
<p class="counted">${cell.own > 0 ? markup`<a href="${anchor(bandColumnId(cell.issueId, cell.partyId))}">${counted}</a>` : counted}</p>
</td>`
}

/** Behind a stance: how it moved, whose reading it is, and what else was said. */
function alsoSaid({ stance, stances, trend, override }: MatrixCell): Markup | null {
  const others = stances.filter((other) => other !== stance)
  const words = [
    trend !== null &&
      trend.kind !== 'new' &&
      trend.kind !== 'repeated' &&
      say(`report.trend.${trend.kind}`, { date: dateText(trend.date, 'short') }),
    override !== null && say('report.matrix.overridden'),
    others.length > 0 &&
      say('report.matrix.also', { stances: others.map((other) => say(`report.stance.${other}`)).join(say('report.listSeparator')) }),
  ].filter((part) => part !== false)
  return words.length === 0 ? null : markup` <span class="earlier">${words.join(say('report.wordSeparator'))}</span>`
}
