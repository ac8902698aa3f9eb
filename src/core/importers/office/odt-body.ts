/**
 * Walks `content.xml` of an ODT and gives its paragraphs in order. Deletions, comments and hidden text are out; of fields the results are
 * in; text boxes come once, behind the paragraph they hang on; notes are kept apart.
 */
import type { ImportProblem } from '../types.ts'
import { walkXml, type XmlElement } from '../xml/walk.ts'
import type { Block, Cell } from './blocks.ts'
import { listNumber } from './list-labels.ts'
import { OdtLists } from './odt-lists.ts'
import { odtCount, odtName } from './odt-names.ts'
import { OUTLINE, type OdtStyles } from './odt-styles.ts'

export interface OdtBody {
  readonly blocks: readonly Block[]
  readonly notes: readonly { readonly mark: string; readonly blocks: readonly Block[] }[]
  readonly lost: ReadonlyMap<string, number>
}

interface OpenBlock {
  text: string
  readonly label: string
  readonly level: number | null
  hidden: boolean
  readonly after: Block[]
}
interface Table {
  readonly number: number
  row: number
  column: number
}

/** Elements whose whole content is no text of the document, and what their loss is called. */
const SKIPPED: Readonly<Record<string, string | null>> = {
  'office:annotation': 'comments',
  'text:tracked-changes': null,
  'office:forms': 'forms',
  'text:note-citation': null,
  'text:hidden-text': 'hidden',
  'text:ruby-text': null,
  'draw:object': 'embedded',
  'draw:object-ole': 'embedded',
  'draw:plugin': 'embedded',
  'draw:applet': 'embedded',
  'office:scripts': null,
  'office:event-listeners': 'macros',
  ':title': null,
  ':desc': null,
}
const SPACES = 1_000

/** The blocks of the text, or why there are none. */
export function odtBody(bytes: Uint8Array, styles: OdtStyles): OdtBody | ImportProblem {
  const blocks: Block[] = []
  const notes: { mark: string; blocks: Block[] }[] = []
  const lost = new Map<string, number>()
  const open: OpenBlock[] = []
  const tables: Table[] = []
  const spans: boolean[] = []
  const lists = new OdtLists(styles)
  const noteCounts = { footnote: 0, endnote: 0 }
  let note: Block[] | null = null
  let skipped = 0
  let hiddenFrom = 0
  let tableCount = 0
  let isBody = false
  const lose = (code: string): void => void lost.set(code, (lost.get(code) ?? 0) + 1)
  const write = (text: string): void => {
    const block = open.at(-1)
    if (block && !block.hidden && hiddenFrom === 0 && !spans.includes(true)) block.text += text
  }
  const cell = (): Cell | null => {
    const table = tables.at(-1)
    return table && table.column >= 0 ? { table: table.number, row: table.row, column: table.column } : null
  }
  const begin = (element: XmlElement, level: number | null): void => {
    const hidden = styles.isHidden(element.attr('style-name'))
    if (hidden) lose('hidden')
    const inList = lists.label()
    const label = inList === '' && level !== null ? lists.heading(OUTLINE, level + 1) : inList
    open.push({ text: '', label, level, hidden, after: [] })
  }
  const finish = (): void => {
    const block = open.pop()
    if (!block) return
    const all = [{ text: block.text, label: block.label, level: block.level, cell: cell() }, ...block.after]
    // In a note, and in a text box, the paragraph around is still open.
    const around = open.at(-1)
    if (note) note.push(...all)
    else if (around) around.after.push(...all)
    else blocks.push(...all)
  }
  const openers: Readonly<Record<string, (element: XmlElement) => void>> = {
    'office:text': () => (isBody = true),
    'text:p': (element) => begin(element, null),
    'text:h': (element) => begin(element, odtCount(element, 'outline-level', 1, 9) - 1),
    'text:s': (element) => write(' '.repeat(odtCount(element, 'c', 1, SPACES))),
    'text:tab': () => write('\t'),
    'text:line-break': () => write('\n'),
    'text:ruby-base': () => {},
    'text:span': (element) => {
      const hidden = styles.isHidden(element.attr('style-name'))
      if (hidden && !spans.includes(true)) lose('hidden')
      spans.push(hidden)
    },
    'text:list': (element) =>
      lists.open(element.attr('style-name'), element.attr('continue-numbering') === 'true' || element.attr('continue-list') !== null),
    'text:list-item': (element) => lists.item(element.attr('start-value') === null ? null : odtCount(element, 'start-value', 1, 1_000_000)),
    'text:note': (element) => {
      const kind = element.attr('note-class') === 'endnote' ? 'endnote' : 'footnote'
      const mark = `[${listNumber(++noteCounts[kind], kind === 'endnote' ? 'lower-roman' : 'decimal')}]`
      write(mark)
      note = []
      notes.push({ mark, blocks: note })
    },
    'text:hidden-paragraph': (element) => {
      const block = open.at(-1)
      if (!block || element.attr('is-hidden') !== 'true') return
      if (!block.hidden) lose('hidden')
      Object.assign(block, { text: '', hidden: true })
    },
    'table:table': () => tables.push({ number: tableCount++, row: -1, column: -1 }),
    'table:table-row': () => {
      const table = tables.at(-1)
      if (table) Object.assign(table, { row: table.row + 1, column: -1 })
    },
    'table:table-cell': () => nextCell(),
    'table:covered-table-cell': () => nextCell(),
    'draw:image': () => lose('pictures'),
    'text:a': (element) => {
      if (!/^(?:https?:|mailto:|#|$)/i.test(element.attr('href') ?? '')) lose('links')
    },
  }
  const nextCell = (): void => {
    const table = tables.at(-1)
    if (table) table.column++
  }
  const closers: Readonly<Record<string, () => void>> = {
    'office:text': () => (isBody = false),
    'text:p': finish,
    'text:h': finish,
    'text:span': () => spans.pop(),
    'text:list': () => lists.close(),
    'text:note': () => (note = null),
    'table:table': () => tables.pop(),
  }
  const problem = walkXml(bytes, {
    open: (element, depth) => {
      const name = odtName(element)
      if (skipped > 0) {
        if (name === 'text:deletion') lose('deleted')
        return
      }
      const code = SKIPPED[name]
      if (code !== undefined) {
        skipped = depth
        if (code !== null) lose(code)
        return
      }
      if (!isBody && name !== 'office:text') return
      if (hiddenFrom === 0 && element.attr('display') === 'none' && name.startsWith('text:')) {
        lose('hidden')
        hiddenFrom = depth
      }
      openers[name]?.(element)
    },
    text: (text) => {
      // Blanks of the source are one, as in a web page; those that count are elements.
      if (skipped === 0) write(text.replace(/[ \t\r\n]+/g, ' '))
    },
    close: (element, depth) => {
      if (skipped === depth) skipped = 0
      else if (skipped === 0) {
        closers[odtName(element)]?.()
        if (hiddenFrom === depth) hiddenFrom = 0
      }
    },
  })
  return problem ?? { blocks, notes, lost }
}
