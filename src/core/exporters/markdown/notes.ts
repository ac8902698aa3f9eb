/** The notes at the end: where each quote stands, and what is coded at each passage. One for each statement, in the order of their numbers. */
import type { Block, Note, Quote, ReportDocument, Section } from '../document/model.ts'
import { say } from '../../messages.ts'
import { overlapping } from './article-text.ts'
import { foreignLines, indented, lines } from './blocks.ts'
import { isolated, oneLine } from './escape.ts'
import { inlines, type Writing } from './inlines.ts'

export interface Noted {
  readonly number: number
  readonly note: Note | null
  /** The words of the passage, where another lies over it. */
  readonly passage: string | null
  readonly quote: Quote | null
}

/** Everything that gets a note, by number. */
export function gatherNotes(document: ReportDocument): ReadonlyMap<number, Noted> {
  const found = new Map<number, Noted>()
  const add = (number: number, part: Partial<Noted>): void => {
    const known = found.get(number) ?? { number, note: null, passage: null, quote: null }
    found.set(number, { ...known, ...part })
  }
  const blocks = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.kind === 'quote') {
        if (found.get(block.statement.number)?.quote == null) add(block.statement.number, { quote: block })
      } else if (block.kind === 'article-text') {
        const passages = overlapping(block)
        for (const [id, note] of block.notes) add(note.statement.number, { note, passage: passages.get(id) ?? null })
      } else if (block.kind === 'group') blocks(block.blocks)
      else if (block.kind === 'list') for (const item of block.items) blocks(item.blocks)
      else if (block.kind === 'columns') for (const column of block.columns) blocks(column.blocks)
    }
  }
  const sections = (list: readonly Section[]): void => {
    for (const section of list) {
      blocks(section.blocks)
      sections(section.sections ?? [])
    }
  }
  sections([...document.sections, ...document.appendix])
  return new Map([...found].toSorted(([a], [b]) => a - b))
}

/** Definitions of the notes. */
export const notes = (writing: Writing, list: Iterable<Noted>): string[] =>
  Array.from(list, ({ number, note, passage, quote }) => {
    const parts = [
      ...(note === null ? [] : noteParts(writing, note, passage)),
      ...(quote === null ? [] : [lines(inlines(writing, quote.citation))]),
    ]
    const text = parts.filter((part) => part !== '').join('\n\n')
    return indented(text === '' ? oneLine((note ?? quote)?.statement.reference ?? '') : text, `[^${number}]: `, '    ')
  })

function noteParts(writing: Writing, note: Note, passage: string | null): string[] {
  const head = inlines(writing, [{ kind: 'text', text: `${note.statement.reference} `, look: 'strong' }, ...note.head])
  const coder = note.coder === null ? '' : ` · ${isolated(oneLine(note.coder))}`
  const translated = note.translation === null ? [] : foreignLines(note.translation.text)
  return [
    lines(head + coder),
    passage === null ? '' : lines(`“${isolated(oneLine(passage.trim()))}”`),
    note.lines.map((line) => lines(inlines(writing, line))).join('\\\n'),
    translated.length === 0 ? '' : say('report.translation') + translated.join(' '),
  ]
}
