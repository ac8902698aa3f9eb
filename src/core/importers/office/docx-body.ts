/**
 * Walks the main part of a DOCX, or its notes, and gives its paragraphs in order. Insertions are in, deletions out; hidden text is out;
 * of fields the results are in; text boxes come once, behind the paragraph they hang on. What was left out is counted.
 */
import type { ImportProblem } from '../types.ts'
import { walkXml, type XmlElement } from '../xml/walk.ts'
import type { Cell } from './blocks.ts'
import { isOn, numberValue, wordName } from './docx-names.ts'
import type { DocxNumbering } from './docx-numbering.ts'
import { OpenParagraph, type DocxParagraph } from './docx-paragraph.ts'
import { headingLevel, type DocxStyles } from './docx-styles.ts'
import { symbolCharacter } from './symbols.ts'

export type NoteKind = 'footnote' | 'endnote'

export interface DocxBody {
  readonly styles: DocxStyles
  readonly numbering: DocxNumbering
  /** Web address of a relationship; null for none. */
  url(id: string): string | null
  /** The mark that stands in the text for a note. */
  mark(kind: NoteKind, id: string): string
  /** Something is left out. */
  lose(code: 'deleted' | 'hidden' | 'pictures' | 'symbols' | 'altChunks'): void
}

/** A paragraph, and in which note it stands; null: in the text itself. */
export type DocxPart = { readonly note: string | null; readonly paragraph: DocxParagraph }

/** Elements whose whole content is no text of the document. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delInstrText',
  'mc:Fallback',
  'w:sectPr',
  'w:tblPr',
  'w:trPr',
  'w:pPrChange',
  'w:rPrChange',
])
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
}

interface Run {
  bold: boolean | null
  hidden: boolean | null
  style: string | null
}
interface Table {
  readonly number: number
  row: number
  column: number
}

/** The paragraphs of one part. */
export function docxBody(bytes: Uint8Array, body: DocxBody): DocxPart[] | ImportProblem {
  const parts: DocxPart[] = []
  const open: OpenParagraph[] = []
  const tables: Table[] = []
  const links: { start: number; url: string | null }[] = []
  /** For each field that has begun: whether its result has. */
  const fields: boolean[] = []
  let skipped = 0
  let tableCount = 0
  let note: string | null = null
  let run: Run | null = null
  let takesText = false
  let isHiding = false
  let isPlaceholder = false
  /** Its end was deleted: goes on with the next one. */
  let unfinished: OpenParagraph | null = null

  const isHidden = (): boolean => {
    const paragraph = open.at(-1)?.properties.style ?? body.styles.usual
    return run?.hidden ?? body.styles.of(run?.style ?? null)?.hidden ?? body.styles.of(paragraph)?.hidden ?? false
  }
  const write = (text: string): void => {
    const paragraph = open.at(-1)
    if (!paragraph || isPlaceholder || fields.includes(false)) return
    const hidden = isHidden()
    if (hidden && !isHiding && text.trim() !== '') body.lose('hidden')
    isHiding = hidden
    if (hidden) return
    const style = body.styles.of(paragraph.properties.style)
    paragraph.add(text, run?.bold ?? body.styles.of(run?.style ?? null)?.bold ?? style?.bold ?? false)
  }
  const cell = (): Cell | null => {
    const table = tables.at(-1)
    return table && table.column >= 0 ? { table: table.number, row: table.row, column: table.column } : null
  }
  const finish = (paragraph: OpenParagraph): void => {
    const { properties } = paragraph
    const style = body.styles.of(properties.style ?? body.styles.usual)
    const list = properties.list ?? style?.list ?? 0
    // A paragraph without text shows its number all the same, and counts.
    const label = list > 0 ? body.numbering.next(list, properties.listLevel ?? style?.listLevel ?? 0) : ''
    const closed = paragraph.close({ style: style?.name ?? '', label, level: properties.level ?? style?.level ?? null, cell: cell() })
    const all = [closed, ...paragraph.after]
    // A text box hangs on the paragraph around it.
    const around = open.at(-1)
    if (around) around.after.push(...all)
    else parts.push(...all.map((one) => ({ note, paragraph: one })))
  }
  let pictured = false
  const picture = (): void => {
    if (!pictured) body.lose('pictures')
    pictured = true
  }
  const noteMark = (kind: NoteKind, element: XmlElement): void => {
    const mark = body.mark(kind, element.attr('id') ?? '')
    // With a mark of its own, the text that follows is the mark.
    if (!/^(?:1|true|on)$/.test(element.attr('customMarkFollows') ?? '')) write(mark)
  }
  const openers: Readonly<Record<string, (element: XmlElement) => void>> = {
    'w:p': () => {
      open.push(unfinished ?? new OpenParagraph())
      unfinished = null
    },
    'w:r': () => (run = { bold: null, hidden: null, style: null }),
    'w:t': () => (takesText = true),
    'm:t': () => (takesText = true),
    'w:tbl': () => tables.push({ number: tableCount++, row: -1, column: -1 }),
    'w:tr': () => {
      const table = tables.at(-1)
      if (table) Object.assign(table, { row: table.row + 1, column: -1 })
    },
    'w:tc': () => {
      const table = tables.at(-1)
      if (table) table.column++
    },
    'w:hyperlink': (element) => links.push({ start: open.at(-1)?.text.length ?? 0, url: body.url(element.attr('id') ?? '') }),
    'w:fldChar': (element) => {
      const type = element.attr('fldCharType')
      if (type === 'begin') fields.push(false)
      if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = true
      if (type === 'end') fields.pop()
    },
    'w:sym': (element) => {
      const character = symbolCharacter(element.attr('font') ?? '', element.attr('char') ?? '')
      if (character === null) body.lose('symbols')
      write(character ?? '\ufffd')
    },
    'w:footnote': (element) => (note = `footnote:${element.attr('id') ?? ''}`),
    'w:endnote': (element) => (note = `endnote:${element.attr('id') ?? ''}`),
    'w:footnoteReference': (element) => noteMark('footnote', element),
    'w:endnoteReference': (element) => noteMark('endnote', element),
    'w:rt': () => write('('),
    'w:drawing': () => (pictured = false),
    'w:pict': () => (pictured = false),
    'w:showingPlcHdr': () => (isPlaceholder = true),
    ':blip': () => picture(),
    ':imagedata': () => picture(),
    'w:altChunk': () => body.lose('altChunks'),
  }
  /** Properties: of the run, of the paragraph, or of the paragraph's end. */
  const property = (name: string, parent: string, element: XmlElement): void => {
    const properties = open.at(-1)?.properties
    if (parent === 'w:rPr' && run) {
      if (name === 'w:b') run.bold = isOn(element)
      if (name === 'w:vanish') run.hidden = isOn(element)
      if (name === 'w:rStyle') run.style = element.attr('val')
    } else if (parent === 'w:pPr' && properties) {
      if (name === 'w:pStyle') properties.style = element.attr('val')
      if (name === 'w:outlineLvl') properties.level = headingLevel(numberValue(element))
    } else if (parent === 'w:numPr' && properties) {
      if (name === 'w:numId') properties.list = numberValue(element)
      if (name === 'w:ilvl') properties.listLevel = Math.min(8, Math.max(0, numberValue(element) ?? 0))
    } else if (parent === 'w:rPr' && properties && name === 'w:del') properties.endDeleted = true
  }
  const path: string[] = []
  const closers: Readonly<Record<string, () => void>> = {
    'w:t': () => (takesText = false),
    'm:t': () => (takesText = false),
    'w:r': () => (run = null),
    'w:rt': () => write(')'),
    'w:tbl': () => tables.pop(),
    'w:sdtContent': () => (isPlaceholder = false),
    'w:footnote': () => (note = null),
    'w:endnote': () => (note = null),
    'w:hyperlink': () => {
      const link = links.pop()
      if (link) open.at(-1)?.link(link.start, link.url)
    },
    'w:p': () => {
      const paragraph = open.pop()
      if (!paragraph) return
      if (paragraph.properties.endDeleted) {
        unfinished = paragraph
        paragraph.properties.endDeleted = false
      } else finish(paragraph)
      isHiding = false
    },
  }
  const problem = walkXml(bytes, {
    open: (element, depth) => {
      const name = wordName(element)
      const parent = path.at(-1) ?? ''
      path.push(name)
      if (skipped > 0) return
      if (SKIPPED.has(name) && parent !== 'w:rPr') skipped = depth
      if (name === 'w:del' && parent !== 'w:rPr') body.lose('deleted')
      if (skipped > 0) return
      property(name, parent, element)
      const character = CHARACTERS[name]
      // In properties, w:tab is a tab stop.
      if (character !== undefined && parent === 'w:r') write(character)
      openers[name]?.(element)
    },
    text: (text) => {
      if (takesText && skipped === 0) write(text)
    },
    close: (element, depth) => {
      const name = path.pop() ?? wordName(element)
      if (skipped === depth) skipped = 0
      else if (skipped === 0) closers[name]?.()
    },
  })
  if (problem) return problem
  if (unfinished) finish(unfinished)
  return parts
}
