/** What the tests of tables, references and news databases share: their fixtures, readings that must be articles, workbooks made on the spot. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import type { NotRead, ReadArticles, ReaderInput, Reading } from '../../../../src/core/importers/types.ts'

const folder = resolve(import.meta.dirname, '../../../fixtures/import-tables')

export const tableFixture = (name: string): Uint8Array => readFileSync(join(folder, name))

export function asArticles(reading: Reading): ReadArticles {
  if (reading.kind !== 'articles') throw new Error(`not articles: ${JSON.stringify(reading)}`)
  return reading
}

export function asProblem(reading: Reading): NotRead {
  if (reading.kind !== 'problem') throw new Error(`no problem: ${reading.kind}`)
  return reading
}

/** Through the whole door: recognised by content, then read. */
export const readAs = async (name: string, bytes: Uint8Array, more: Partial<ReaderInput> = {}): Promise<ReadArticles> =>
  asArticles(await readFile({ name, bytes, ...more }))

export interface TestSheet {
  readonly name: string
  /** What stands inside of `sheetData`, and what behind it. */
  readonly rows: string
  readonly behind?: string
  readonly state?: string
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[]
  readonly strings?: string
  readonly styles?: string
  readonly date1904?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const part = (inside: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${inside}`)

/** A workbook as spreadsheets write it. */
export function workbook({ sheets, strings = '', styles = '', date1904 = false }: TestWorkbook): Uint8Array {
  const list = sheets.map(
    ({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  )
  const links = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return zipSync({
    '[Content_Types].xml': part('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': part(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': part(`<sst xmlns="${MAIN}">${strings}</sst>`),
    'xl/styles.xml': part(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`),
    ...Object.fromEntries(
      sheets.map(({ rows, behind = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        part(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`),
      ]),
    ),
  })
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word document with these paragraphs. */
export function wordDocument(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('')
  return zipSync({
    '[Content_Types].xml': part('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': part(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/document.xml': part(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
  }) // prettier-ignore
}
