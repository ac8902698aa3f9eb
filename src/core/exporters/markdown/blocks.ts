/** Blocks as Markdown, each with a blank line between it and the next. A block is one string of lines, so that lists and quotes can set it further in. */
import type { Block, Cell, Fact, ListItem, Quote, Table } from '../document/model.ts'
import { say } from '../../messages.ts'
import { articleText } from './article-text.ts'
import { emphasised, guarded, isolated, words } from './escape.ts'
import { footnote, inlines, type Writing } from './inlines.ts'

/** `level`: of the heading they stand under, 1 to 6. */
export const blocks = (writing: Writing, list: readonly Block[], level: number): string[] =>
  list.flatMap((block) => one(writing, block, level)).filter((text) => text !== '')

function one(writing: Writing, block: Block, level: number): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [lines(inlines(writing, block.content))]
    case 'subheading':
      return [heading(writing, block.content, level + 1)]
    case 'list':
      return [listed(writing, block.items, block.ordered, level)]
    case 'facts':
      return [facts(writing, block.facts)]
    case 'table':
      return table(writing, block)
    case 'quote':
      return quote(writing, block)
    case 'article-text':
      return articleText(block)
    case 'columns':
      return block.columns.flatMap(({ head, blocks: inside }) => [
        ...(head.length === 0 ? [] : [heading(writing, head, level + 1)]),
        ...blocks(writing, inside, level + 1),
      ])
    case 'figure':
      return [emphasised('*', inlines(writing, block.caption, { flat: true })), words(block.description), ...table(writing, block.table)]
    case 'group':
      return blocks(writing, block.blocks, level)
  }
}

/** A heading on one line; a footnote or a link in it would be lost in the contents. */
export const heading = (writing: Writing, content: Parameters<typeof inlines>[1], level: number): string =>
  `${'#'.repeat(Math.min(level, 6))} ${inlines(writing, content, { flat: true, unlinked: true }).trim()}`

/** Lines of one paragraph, broken where they were. Empty ones would end it. */
export const lines = (text: string): string =>
  text
    .split('\n')
    .map(guarded)
    .filter((line) => line.trim() !== '')
    .join('\\\n')

/** Foreign running words: a paragraph for each line, those from right to left as a whole in their direction. */
export const foreignLines = (text: string): string[] =>
  words(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => guarded(isolated(line)))

function listed(writing: Writing, items: readonly ListItem[], ordered: boolean, level: number): string {
  const written = items.map(({ blocks: content }, index) => {
    const marker = ordered ? `${index + 1}. ` : '- '
    return indented(blocks(writing, content, level).join('\n\n'), marker, ' '.repeat(marker.length))
  })
  const isTight = written.every((item) => !item.includes('\n\n'))
  return written.join(isTight ? '\n' : '\n\n')
}

/** The first line behind the marker, the others as far in. */
export const indented = (text: string, marker: string, space: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? marker + line : line === '' ? '' : space + line))
    .join('\n')

export const quoted = (paragraphs: readonly string[]): string =>
  paragraphs
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')

export const facts = (writing: Writing, list: readonly Fact[]): string =>
  list.map(({ label, content }) => indented(`${emphasised('**', words(label))} ${lines(inlines(writing, content))}`, '- ', '  ')).join('\n')

function table(writing: Writing, { caption, columns, rows }: Table): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const head = columns.map((column) => inlines(writing, column.head, { flat: true }).trim())
  const rule = columns.map(({ align }) => (align === 'end' ? '---:' : '---'))
  const body = rows.map((row) =>
    line(columns.map((_, index) => '\u2003'.repeat(index === 0 ? (row.depth ?? 0) : 0) + cell(writing, row.cells[index]))),
  )
  const above = caption.length === 0 ? [] : [emphasised('*', inlines(writing, caption, { flat: true }))]
  return columns.length === 0 ? above : [...above, [line(head), line(rule), ...body].join('\n')]
}

/** A cell is one line: what stands beneath each other stands behind each other here. */
function cell(writing: Writing, of: Cell | undefined): string {
  const flat = (list: readonly Block[]): string[] =>
    list.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
        case 'subheading':
          return [inlines(writing, block.content, { flat: true })]
        case 'list':
          return block.items.map((item) => flat(item.blocks).join(' '))
        case 'facts':
          return block.facts.map(({ label, content }) => `${words(label)} ${inlines(writing, content, { flat: true })}`)
        case 'group':
          return flat(block.blocks)
        case 'quote':
          return [words(block.quote.text).replaceAll('\n', ' ')]
        default:
          return []
      }
    })
  return flat(of?.blocks ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' — ')
}

function quote(writing: Writing, of: Quote): string[] {
  const { statement } = of
  const head = inlines(writing, [{ kind: 'reference', statement, place: of.place, look: 'chip' }, { kind: 'text', text: ' ' }, ...of.head])
  const translation = of.translation === null ? [] : foreignLines(of.translation.text).map((line) => emphasised('*', line))
  return [
    lines(writing.noted.has(statement.number) ? `${head} ${footnote(statement.number)}` : head),
    quoted([...foreignLines(of.quote.text), ...translation.map((line, index) => (index === 0 ? say('report.translation') + line : line))]),
    of.lines.map((line) => lines(inlines(writing, line))).join('\\\n'),
  ]
}
