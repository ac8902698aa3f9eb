/**
 * What an analyst wrote, as blocks: empty lines part paragraphs, "- " or "1. " begins an item of a list, **strong** and *emphasis* are marked,
 * and [2] cites a quote. Everything else is words.
 */
import { foreign } from '../document/inlines.ts'
import type { Block, Inline, TextLook } from '../document/model.ts'
import type { Statement } from './data.ts'
import { reference } from './inlines.ts'

export interface ProseOptions {
  /** The statement that a number in brackets stands for; null where none does, and the brackets are words. */
  readonly statementOf: (number: number) => Statement | null
}

export function prose(words: string, options: ProseOptions): Block[] {
  return words
    .split(/\n[^\S\n]*\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => partOf(part.split('\n'), options))
}

const ITEM = /^\s*(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/

/** Lines of one part: lists where lines begin as items do, else one paragraph with its line breaks. */
function partOf(lines: readonly string[], options: ProseOptions): Block[] {
  const made: Block[] = []
  let open: string[] = []
  const items: { isOrdered: boolean; texts: string[] } = { isOrdered: false, texts: [] }
  const closeLines = (): void => {
    if (open.length > 0) made.push({ kind: 'paragraph', content: linesOf(open, options) })
    open = []
  }
  const closeItems = (): void => {
    if (items.texts.length > 0)
      made.push({
        kind: 'list',
        ordered: items.isOrdered,
        items: items.texts.map((item) => ({ blocks: [{ kind: 'paragraph', content: proseLine(item, options) }] })),
      })
    items.texts = []
  }
  for (const line of lines) {
    const [, , number, item] = ITEM.exec(line) ?? []
    if (item === undefined) {
      closeItems()
      open.push(line)
      continue
    }
    closeLines()
    const isOrdered = number !== undefined
    if (items.isOrdered !== isOrdered) closeItems()
    items.isOrdered = isOrdered
    items.texts.push(item)
  }
  closeLines()
  closeItems()
  return made
}

const linesOf = (lines: readonly string[], options: ProseOptions): Inline[] =>
  lines.flatMap((line, index): Inline[] => [...(index === 0 ? [] : [{ kind: 'break' as const }]), ...proseLine(line, options)])

/** One line with its marks and references. A mark that does not close is words. */
function proseLine(line: string, options: ProseOptions): Inline[] {
  return line.split(/(\*\*[^*\s](?:[^*]*[^*\s])?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/).flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return cited(part, options)
    return part.startsWith('**') ? cited(part.slice(2, -2), options, 'strong') : cited(part.slice(1, -1), options, 'emphasis')
  })
}

function cited(words: string, { statementOf }: ProseOptions, look?: TextLook): Inline[] {
  const made: Inline[] = []
  let from = 0
  const say = (to: number): void => {
    if (to > from) made.push(foreign(words.slice(from, to), null, look))
  }
  for (const found of words.matchAll(/\[(\d{1,4})\]/g)) {
    const statement = statementOf(Number(found[1]))
    if (!statement) continue // brackets of the writer's own
    say(found.index)
    made.push(reference(statement, 'raised'))
    from = found.index + found[0].length
  }
  say(words.length)
  return made
}
