/** Walking through sections: every block, every inline, every anchor. */
import { plain } from '../../../../../src/core/exporters/document/inlines.ts'
import type { Block, Inline, LinkTarget, Quote, Section, Table } from '../../../../../src/core/exporters/document/model.ts'

export const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections ?? [])])

function within(block: Block): Block[] {
  switch (block.kind) {
    case 'list':
      return [block, ...block.items.flatMap((item) => item.blocks.flatMap(within))]
    case 'columns':
      return [block, ...block.columns.flatMap((column) => column.blocks.flatMap(within))]
    case 'group':
      return [block, ...block.blocks.flatMap(within)]
    case 'table':
      return [block, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(within)))]
    case 'figure':
      return [block, ...within(block.table)]
    default:
      return [block]
  }
}
export const allBlocks = (sections: readonly Section[]): Block[] => allSections(sections).flatMap(({ blocks }) => blocks.flatMap(within))
export const quotesIn = (sections: readonly Section[]): Quote[] => allBlocks(sections).filter((block) => block.kind === 'quote')
export const tablesIn = (sections: readonly Section[]): Table[] => allBlocks(sections).filter((block) => block.kind === 'table')

export function tableById(sections: readonly Section[], id: string): Table {
  const found = tablesIn(sections).find((table) => table.id === id)
  if (!found) throw new Error(`no table ${id}`)
  return found
}
export function sectionById(sections: readonly Section[], id: string): Section {
  const found = allSections(sections).find((section) => section.id === id)
  if (!found) throw new Error(`no section ${id}`)
  return found
}

function inlinesOf(block: Block): Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return [...block.content]
    case 'facts':
      return block.facts.flatMap(({ content }) => [...content])
    case 'table':
      return [...block.caption, ...block.columns.flatMap(({ head }) => [...head])]
    case 'quote':
      return [...block.head, ...block.lines.flat(), ...block.citation]
    case 'columns':
      return block.columns.flatMap(({ head }) => [...head])
    case 'figure':
      return [...block.caption]
    default:
      return []
  }
}
const withInside = (inline: Inline): Inline[] => (inline.kind === 'link' ? [inline, ...inline.content.flatMap(withInside)] : [inline])
export const allInlines = (sections: readonly Section[]): Inline[] => [
  ...allSections(sections).flatMap(({ heading }) => heading.flatMap(withInside)),
  ...allBlocks(sections).flatMap((block) => inlinesOf(block).flatMap(withInside)),
]
/** All words that are drawn. */
export const wordsOf = (sections: readonly Section[]): string =>
  allInlines(sections)
    .map((inline) => plain([inline]))
    .join('\n')

export const linksTo = (sections: readonly Section[]): LinkTarget[] =>
  allInlines(sections).flatMap((inline) => (inline.kind === 'link' ? [inline.to] : []))

/** Every anchor, as often as it is there. */
export function anchors(sections: readonly Section[]): string[] {
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'columns') return block.columns.flatMap(({ id }) => id ?? [])
    if (block.kind === 'list') return block.items.flatMap(({ id }) => id ?? [])
    const own = 'id' in block && block.id !== null && block.id !== undefined ? [block.id] : []
    return block.kind === 'table' ? [...own, ...block.rows.flatMap(({ id }) => id ?? [])] : own
  }
  return [...allSections(sections).map(({ id }) => id), ...allBlocks(sections).flatMap(ofBlock)]
}
