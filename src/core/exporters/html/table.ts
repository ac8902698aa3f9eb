/** Tables of the document as HTML: a frame that scrolls by keyboard where the screen is narrow, heads that repeat on paper. */
import { say } from '../../messages.ts'
import type { Block, Cell, Column, Row, Table } from '../document/model.ts'
import { inlines, lineAttrs } from './inline.ts'
import { attrs, markup, styleVars, type Markup } from './markup.ts'

const CLASSES = { plain: 'plain-table', matrix: 'cells', coding: 'coding' } as const

/** `inside`: draws the blocks of a cell. */
export function tableBlock({ id, caption, label, columns, rows, look }: Table, inside: (blocks: readonly Block[]) => Markup): Markup {
  return markup`<div class="table-frame" role="region" tabindex="0" id="${id}" aria-label="${label}"><table class="${CLASSES[look]}"${attrs({ 'data-columns': columns.length })}>
${caption.length > 0 && markup`<caption>${inlines(caption)}</caption>`}
<colgroup>${widths(columns).map((width) => markup`<col style="${styleVars({ w: width })}">`)}</colgroup>
<thead><tr>${columns.map(({ head, align }) => markup`<th scope="col"${attrs({ class: align === 'end' ? 'number' : null })}>${inlines(head)}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, columns, inside))}</tbody>
</table></div>
`
}

/** Shares of the width in hundredths. */
function widths(columns: readonly Column[]): number[] {
  const sum = columns.reduce((total, { share = 1 }) => total + share, 0)
  return columns.map(({ share = 1 }) => Math.round((share / sum) * 10_000) / 100)
}

const rowOf = ({ id, cells, depth }: Row, columns: readonly Column[], inside: (blocks: readonly Block[]) => Markup): Markup =>
  markup`<tr${attrs({ id: id ?? null, class: depth === undefined ? null : `depth-${Math.min(depth, 3)}` })}>${cells.map((cell, index) => cellOf(cell, columns[index], index === 0, inside))}</tr>
`

function cellOf({ blocks, tone }: Cell, column: Column | undefined, isHead: boolean, inside: (blocks: readonly Block[]) => Markup): Markup {
  const classes = [tone ?? '', column?.align === 'end' ? 'number' : ''].filter((name) => name !== '').join(' ')
  const [only] = blocks
  const content =
    blocks.length === 0
      ? markup`<span class="none" role="img" aria-label="${say('report.notCoded')}">–</span>`
      : only?.kind === 'paragraph' && blocks.length === 1 && only.look === undefined
        ? markup`<span class="line"${lineAttrs(only.content)}>${inlines(only.content)}</span>`
        : inside(blocks)
  const own = attrs({ class: classes === '' ? null : classes, scope: isHead ? 'row' : null })
  // On lines of their own, so that the bare text keeps them apart as well.
  return isHead
    ? markup`<th${own}>${content}</th>
`
    : markup`<td${own}>${content}</td>
`
}
