/** The words of a report without its markup: what stands in a cell. What is drawn as a sign is named. */
import { say } from '../../messages.ts'
import { plain } from '../document/inlines.ts'
import type { Block, Inline } from '../document/model.ts'

export function lines(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'break':
          return '\n'
        case 'link':
          return lines(inline.content)
        case 'stance':
          return say(`stance.${inline.stance}`)
        case 'intensity':
          return `${inline.intensity}/5`
        default:
          return plain([inline])
      }
    })
    .join('')
    .trim()
}

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return lines(block.content)
    case 'list':
      return block.items.map((item) => item.blocks.map(blockText).join('\n')).join('\n')
    case 'facts':
      return block.facts.map(({ label, content }) => `${label}: ${lines(content)}`).join('\n')
    case 'quote':
      return [`${block.statement.reference} ${block.quote.text}`, block.translation?.text ?? ''].filter((line) => line !== '').join('\n')
    case 'group':
      return block.blocks.map(blockText).join('\n')
    case 'columns':
      return block.columns.map(({ head, blocks }) => [lines(head), ...blocks.map(blockText)].join('\n')).join('\n')
    case 'figure':
      return block.description
    case 'table':
      return block.label
    case 'article-text':
      return block.title
  }
}
