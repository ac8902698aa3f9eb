/** Making inlines of a document, and reading their words. */
import type { Inline, Block, LinkTarget, TextLook } from './model.ts'

/** Text of our own. */
export const text = (words: string, look?: TextLook): Inline => ({ kind: 'text', text: words, ...(look && { look }) })
/** A word or name of the library. */
export const foreign = (words: string, language: string | null = null, look?: TextLook): Inline => ({
  kind: 'foreign',
  text: words,
  language,
  ...(look && { look }),
})
export const link = (to: LinkTarget, ...content: readonly Inline[]): Inline => ({ kind: 'link', to, content })
export const paragraph = (content: readonly Inline[], look?: Extract<Block, { kind: 'paragraph' }>['look']): Block => ({
  kind: 'paragraph',
  content,
  ...(look && { look }),
})

/** Lists of inlines with a separator between them; empty ones are passed over. */
export function spaced(parts: readonly (readonly Inline[] | Inline | null | false)[], separator: string | Inline): Inline[] {
  const between = typeof separator === 'string' ? text(separator) : separator
  const there = parts.flatMap((part): (readonly Inline[])[] => {
    if (part === null || part === false) return []
    const list: readonly Inline[] = 'kind' in part ? [part] : part
    return list.length === 0 ? [] : [list]
  })
  return there.flatMap((list, index) => (index === 0 ? [...list] : [between, ...list]))
}

/** The words alone, without signs: for names of sheets, accessible names and plain text. */
export function plain(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'foreign':
        case 'mark':
          return inline.text
        case 'link':
          return plain(inline.content)
        case 'reference':
          return inline.statement.reference
        case 'letter':
          return inline.tag.letter
        case 'break':
          return ' '
        default:
          return ''
      }
    })
    .join('')
}
