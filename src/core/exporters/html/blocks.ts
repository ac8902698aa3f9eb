/** Blocks of the document as HTML. */
import { firstStrongDirection } from '../../../shared/text/paragraphs.ts'
import { say } from '../../messages.ts'
import { plain } from '../document/inlines.ts'
import type { Block, Columns, Fact, Figure, Quote } from '../document/model.ts'
import { articleText } from './article-text.ts'
import { foreignAttrs, hangs, inlines, lineAttrs } from './inline.ts'
import { attrs, markup, svgElement, type Markup } from './markup.ts'
import { badge, hueStyle } from './signs.ts'
import { tableBlock } from './table.ts'

export const blocks = (list: readonly Block[]): Markup => markup`${list.map(block)}`

function block(one: Block): Markup {
  switch (one.kind) {
    case 'paragraph':
      return markup`<p${lineAttrs(one.content, { class: one.look ?? null })}>${inlines(one.content)}</p>
`
    case 'subheading':
      return markup`<p class="subheading"${lineAttrs(one.content)}>${inlines(one.content)}</p>
`
    case 'list': {
      const items = one.items.map(
        ({ id, blocks: inside }) => markup`<li${attrs({ id: id ?? null })}>${blocks(inside)}</li>
`,
      )
      return one.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`
    }
    case 'facts':
      return facts(one.facts) ?? markup``
    case 'table':
      return tableBlock(one, blocks)
    case 'quote':
      return quote(one)
    case 'article-text':
      return articleText(one)
    case 'columns':
      return columns(one)
    case 'figure':
      return figure(one)
    case 'group':
      return markup`<div class="group"${attrs({ id: one.id ?? null })}>${blocks(one.blocks)}</div>
`
  }
}

/** Labels and what stands behind them; nothing where there are none. */
export const facts = (list: readonly Fact[]): Markup | null =>
  list.length === 0
    ? null
    : markup`<dl class="facts">${list.map(({ label, content }) => markup`<div><dt>${label}</dt><dd${lineAttrs(content)}>${inlines(content)}</dd></div>`)}</dl>
`

function quote({ id, statement, place, head, quote: words, translation, lines, citation }: Quote): Markup {
  return markup`<figure class="quote"${attrs({ id })} style="${hueStyle(statement.tag.hue)}">
<p class="note-head">${badge(statement, place)} ${inlines(head)}</p>
<blockquote class="${hangs(words.text) ? 'hang' : ''}"${foreignAttrs(words)}>${words.text}</blockquote>
${translation && markup`<p class="translation"${foreignAttrs(translation)}><span class="visually-hidden">${say('report.translation')} </span>${translation.text}</p>`}
<figcaption>${lines.map(
    (line) => markup`<p>${inlines(line)}</p>
`,
  )}<p class="citation">${inlines(citation)}</p></figcaption>
</figure>
`
}

const columns = ({ columns: list }: Columns): Markup =>
  markup`<div class="sides">${list.map(
    ({
      id,
      head,
      blocks: inside,
    }) => markup`<div class="side"${attrs({ id: id ?? null })}>${head.length > 0 && markup`<p class="side-head">${inlines(head)}</p>`}
${blocks(inside)}</div>
`,
  )}</div>
`

const figure = ({ id, caption, description, svg, table }: Figure): Markup =>
  markup`<figure class="chart" id="${id}">
<figcaption${attrs({ dir: firstStrongDirection(plain(caption)) })}>${inlines(caption)}</figcaption>
<div class="picture" role="img" aria-label="${description}">${svgElement(svg)}</div>
<details><summary>${say('report.chart.numbers')}</summary>${tableBlock(table, blocks)}</details>
</figure>
`
