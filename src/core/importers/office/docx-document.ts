/**
 * A DOCX as paragraphs in order, with its notes, its properties and what is left out of it. Other readers build on it: a news database
 * sends many articles in one DOCX and tells them apart by style, bold and links.
 */
import type { ImportLoss, ImportProblem } from '../types.ts'
import { isProblem } from '../zip/open-archive.ts'
import { documentProperties, type DocumentProperties } from './core-properties.ts'
import { docxBody, type DocxBody, type NoteKind } from './docx-body.ts'
import { docxLosses } from './docx-losses.ts'
import { docxNumbering } from './docx-numbering.ts'
import { openDocx } from './docx-package.ts'
import type { DocxLink, DocxParagraph } from './docx-paragraph.ts'
import { docxStyles } from './docx-styles.ts'
import { listNumber } from './list-labels.ts'

export type { DocxLink, DocxParagraph }

export interface DocxNote {
  /** As in the text: "[1]", "[i]". */
  readonly mark: string
  readonly paragraphs: readonly DocxParagraph[]
}

export interface DocxDocument {
  readonly paragraphs: readonly DocxParagraph[]
  /** Footnotes, then endnotes, in the order in which the text names them. */
  readonly notes: readonly DocxNote[]
  readonly properties: DocumentProperties
  readonly lost: readonly ImportLoss[]
}

/** The paragraphs of a DOCX, or why there are none. Never rejects for what is in the bytes. */
export async function docxParagraphs(bytes: Uint8Array): Promise<DocxDocument | ImportProblem> {
  const docx = await openDocx(bytes)
  if (isProblem(docx)) return docx
  const { archive, main, relationships } = docx
  const styles = await optional(docx.part('styles'), docxStyles)
  if (isProblem(styles)) return styles
  const numbering = await optional(docx.part('numbering'), docxNumbering)
  if (isProblem(numbering)) return numbering
  const text = await archive.read(main)
  if (isProblem(text)) return text

  const counted = new Map<string, number>()
  const lose = (code: string): void => void counted.set(code, (counted.get(code) ?? 0) + 1)
  const urls = new Map(
    relationships.filter((one) => one.type === 'hyperlink' && one.external).map((one) => [one.id, webAddress(one.target)]),
  )
  const marks: Record<NoteKind, Map<string, string>> = { footnote: new Map(), endnote: new Map() }
  const body: DocxBody = {
    styles,
    numbering,
    lose,
    url: (id) => urls.get(id) ?? null,
    mark: (kind, id) => {
      const known = marks[kind].get(id)
      const mark = known ?? `[${listNumber(marks[kind].size + 1, kind === 'footnote' ? 'decimal' : 'lower-roman')}]`
      marks[kind].set(id, mark)
      return mark
    },
  }
  const parts = docxBody(text, body)
  if (isProblem(parts)) return parts

  const notes: DocxNote[] = []
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = marks[kind].size > 0 ? await docx.part(`${kind}s`) : null
    if (part === null) continue
    if (isProblem(part)) return part
    const inNotes = docxBody(part, body)
    if (isProblem(inNotes)) return inNotes
    for (const [id, mark] of marks[kind]) {
      const paragraphs = inNotes.filter(({ note }) => note === `${kind}:${id}`).map(({ paragraph }) => paragraph)
      if (paragraphs.length > 0) notes.push({ mark, paragraphs })
    }
  }
  const core = (await openCore(docx.archive)) ?? null
  const properties = core && isProblem(core) ? core : documentProperties(core)
  if (isProblem(properties)) return properties
  const lost = await docxLosses(docx, counted)
  return isProblem(lost) ? lost : { paragraphs: parts.map(({ paragraph }) => paragraph), notes, properties, lost }
}

const openCore = async (archive: { has(name: string): boolean; read(name: string): Promise<Uint8Array | ImportProblem> }) =>
  archive.has('docProps/core.xml') ? archive.read('docProps/core.xml') : null

async function optional<Result extends object>(
  part: Promise<Uint8Array | ImportProblem | null>,
  read: (bytes: Uint8Array | null) => Result | ImportProblem,
): Promise<Result | ImportProblem> {
  const bytes = await part
  return bytes !== null && isProblem(bytes) ? bytes : read(bytes)
}

/** Only addresses of the web are kept, as text; scripts, files and shares are none. */
const webAddress = (target: string): string | null => (/^https?:\/\/[^\s"<>]+$/i.test(target) ? target : null)
