/** Blocks one beneath the other. Handed over piece by piece, so that a long report can be paused and cancelled between two of them. */
import type { Block, Fact, ListItem } from '../document/model.ts'
import { articleText } from './article-text.ts'
import { figure } from './figure.ts'
import { inlines } from './inlines.ts'
import { NUMBERED, BULLETS } from './numbering.ts'
import { directionOf, paragraph } from './paragraph.ts'
import { quote } from './quote.ts'
import { plainRun } from './runs.ts'
import { columns, table } from './table.ts'
import { mark, type Place } from './writing.ts'

const LOOKS = {
  lead: 'Lead',
  empty: 'Empty',
  small: 'Small',
  byline: 'Byline',
  citation: 'Citation',
  record: 'Record',
  quoted: 'Quote',
} as const
const STEP = 340

/** In a cell everything is as small as the cell's own words. */
function styleOf({ style }: Place, look: keyof typeof LOOKS | undefined): string {
  if (look === undefined) return style
  if (!style.startsWith('Table')) return LOOKS[look]
  return look === 'quoted' ? 'Cellquote' : `${style.replace(/quiet$/, '')}quiet`
}

/** The XML of the blocks, in pieces. Joined, they may stand in the body, in a cell or in a comment. */
export function* blocks(place: Place, list: readonly Block[]): Generator<string> {
  for (const [index, block] of list.entries()) {
    switch (block.kind) {
      case 'paragraph': {
        const direction = directionOf(block.content)
        const style = styleOf(place, block.look)
        // What says of a quote when and by whom stays with it.
        const following = list[index + 1]?.kind
        // So does an item of a list: a source does not leave its title behind at the foot of a page.
        const keepNext = following === 'quote' || (place.item !== undefined && following === 'paragraph')
        yield paragraph(place, { style, direction, keepNext }, inlines(place, block.content, direction))
        break
      }
      case 'subheading': {
        const direction = directionOf(block.content)
        yield paragraph(place, { style: 'Subheading', direction }, inlines(place, block.content, direction))
        break
      }
      case 'list':
        yield* listed(place, block.items, block.ordered)
        break
      case 'facts':
        yield facts(place, block.facts)
        break
      case 'table':
        yield* table(place, block, blocks)
        break
      case 'quote':
        yield quote(place, block)
        break
      case 'article-text':
        yield* articleText(place, block)
        break
      case 'columns':
        yield* columns(place, block, blocks)
        break
      case 'figure':
        yield* figure(place, block, blocks)
        break
      case 'group':
        mark(place.writing, block.id)
        yield* blocks(place, block.blocks)
        break
    }
  }
}

function* listed(place: Place, items: readonly ListItem[], ordered: boolean): Generator<string> {
  const numId = place.writing.numberings.begin(ordered ? NUMBERED : BULLETS, ordered ? 1 : null)
  const level = Math.min(place.level, 8)
  for (const { id, blocks: content } of items) {
    mark(place.writing, id)
    const item = { numId, level, used: false }
    yield* blocks({ ...place, indent: place.indent + STEP, level: place.level + 1, width: place.width - STEP, item }, content)
  }
}

/** Label and value on a line, the value's lines beneath each other. */
export function facts(place: Place, list: readonly Fact[], style = 'Fact'): string {
  return list
    .map(({ label, content }) =>
      paragraph(
        place,
        { style },
        inlines(place, [{ kind: 'text', text: label, look: 'muted' }]) + plainRun({}, '<w:tab/>') + inlines(place, content),
      ),
    )
    .join('')
}
