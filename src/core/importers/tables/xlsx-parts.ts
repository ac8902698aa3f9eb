/** The parts of a workbook beside its sheets: which sheets there are and where, the texts they share, the formats of their numbers. */
import type { ImportProblem } from '../types.ts'
import { walkXml } from '../xml/walk.ts'
import { isProblem, type Archive } from '../zip/open-archive.ts'
import { dateParts, type DateParts } from './xlsx-dates.ts'

export interface SheetPlace {
  readonly name: string
  /** Name of its part in the archive. */
  readonly part: string
  readonly isHidden: boolean
}

export interface Workbook {
  readonly sheets: readonly SheetPlace[]
  readonly is1904: boolean
  readonly strings: readonly string[]
  /** By the index of a cell's style. */
  readonly dates: readonly DateParts[]
}

const REFERENCES = { references: 8_000_000 }

/** Reads what all sheets need. Never throws. */
export async function openWorkbook(archive: Archive): Promise<Workbook | ImportProblem> {
  const main = archive.names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name)) ?? 'xl/workbook.xml'
  const found: { name: string; id: string; isHidden: boolean }[] = []
  let is1904 = false
  const bytes = await archive.read(main)
  if (isProblem(bytes)) return bytes
  const problem = walkXml(bytes, {
    open: (element) => {
      if (element.local === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(element.attr('date1904') ?? '')
      if (element.local !== 'sheet') return
      const state = element.attr('state')
      found.push({ name: element.attr('name') ?? '', id: element.attr('id') ?? '', isHidden: state !== null && state !== 'visible' })
    },
  })
  if (problem) return problem
  const targets = await relationships(archive, main)
  if (isProblem(targets)) return targets
  const sheets = found.flatMap(({ name, id, isHidden }) => {
    const part = targets.get(id)
    return part !== undefined && archive.has(part) ? [{ name, part, isHidden }] : []
  })
  const strings = await sharedStrings(archive)
  if (isProblem(strings)) return strings
  const dates = await dateStyles(archive)
  if (isProblem(dates)) return dates
  return { sheets, is1904, strings, dates }
}

/** Parts by the id under which the workbook names them. */
async function relationships(archive: Archive, main: string): Promise<ReadonlyMap<string, string> | ImportProblem> {
  const targets = new Map<string, string>()
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const problem = await walkPart(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, {
    open: (element) => {
      if (element.local !== 'Relationship' || element.attr('TargetMode') === 'External') return
      const target = element.attr('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : folder + target
      targets.set(element.attr('Id') ?? '', path.replace(/[^/]+\/\.\.\//g, '').replaceAll('/./', '/'))
    },
  })
  return problem ?? targets
}

/** Texts of the workbook by index; those of several formats are one text, readings above East Asian words are left out. */
async function sharedStrings(archive: Archive): Promise<readonly string[] | ImportProblem> {
  const strings: string[] = []
  let text: string | null = null
  let isText = false
  let isReading = false
  const name = archive.names.find((part) => /^xl\/sharedStrings\d*\.xml$/i.test(part))
  const problem = await walkPart(archive, name, {
    open: ({ local }) => {
      if (local === 'si') text = ''
      if (local === 'rPh') isReading = true
      if (local === 't') isText = true
    },
    text: (piece) => {
      if (isText && !isReading && text !== null) text += piece
    },
    close: ({ local }) => {
      if (local === 't') isText = false
      if (local === 'rPh') isReading = false
      if (local === 'si') strings.push(unescaped(text ?? ''))
    },
  })
  return problem ?? strings
}

/** Signs that XML cannot hold: "_x000D_". */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

async function dateStyles(archive: Archive): Promise<readonly DateParts[] | ImportProblem> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isCells = false
  const name = archive.names.find((part) => /^xl\/styles\d*\.xml$/i.test(part))
  const problem = await walkPart(archive, name, {
    open: (element) => {
      if (element.local === 'numFmt') codes.set(Number(element.attr('numFmtId')), element.attr('formatCode') ?? '')
      if (element.local === 'cellXfs') isCells = true
      if (element.local === 'xf' && isCells) ids.push(Number(element.attr('numFmtId') ?? 0))
    },
    close: ({ local }) => {
      if (local === 'cellXfs') isCells = false
    },
  })
  return problem ?? ids.map((id) => dateParts(id, codes.get(id)))
}

/** Walks a part that need not be there. */
async function walkPart(
  archive: Archive,
  name: string | undefined,
  handlers: Parameters<typeof walkXml>[1],
): Promise<ImportProblem | null> {
  if (name === undefined || !archive.has(name)) return null
  const bytes = await archive.read(name)
  return isProblem(bytes) ? bytes : walkXml(bytes, handlers, REFERENCES)
}
