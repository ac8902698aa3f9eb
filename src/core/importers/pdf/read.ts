/** PDF documents: text in reading order with the places where pages begin; see the modules beside this one for each step. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { documentArticle } from '../office/document-article.ts'
import type { FileReader, ImportProblem, Reading } from '../types.ts'
import { assemble, type PdfPage } from './assemble.ts'
import { regionsOf } from './columns.ts'
import { wordsOf } from './hyphens.ts'
import { glyphsOfItems, plainLetters, turnJoined } from './letters.ts'
import { isRtl, lineOf } from './lines.ts'
import { marginsOf, type Margins } from './margins.ts'
import { mixedWords } from './mixed-scripts.ts'
import { openPdf } from './open-pdf.ts'
import { checkStreams } from './packed-streams.ts'
import { uprightItems, type PdfItem, type RawItem } from './page-items.ts'
import { paragraphsOf } from './paragraphs.ts'
import { pdfLosses } from './pdf-losses.ts'
import { pdfProperties, type RawMetadata } from './pdf-metadata.ts'
import { rowsOf } from './rows.ts'

export const PDF_LIMITS = { pages: 5_000, letters: 16_000_000 } as const

interface ReadPage {
  /** The text that most of the page is set in, and text at other angles. */
  readonly main: readonly PdfItem[]
  readonly turned: readonly (readonly PdfItem[])[]
}

export const read: FileReader = async ({ name, bytes, password }) => {
  const problem = (of: ImportProblem): Reading => ({ kind: 'problem', format: 'pdf', problem: of })
  const bomb = await checkStreams(bytes)
  if (bomb) return problem(bomb)
  const document = await openPdf(bytes, password)
  if ('code' in document) return problem(document)
  try {
    const { numPages } = document
    if (numPages > PDF_LIMITS.pages)
      return problem({ code: 'unsafe', details: { reason: 'pages', count: numPages, limit: PDF_LIMITS.pages } })
    const { pages, unread } = await pagesOf(document)
    if (pages === null) return problem({ code: 'unsafe', details: { reason: 'text-size', limit: PDF_LIMITS.letters } })
    const blank = new Set(pages.flatMap(({ main }, index) => (main.length === 0 ? [index + 1] : [])))
    if (blank.size === pages.length)
      return problem(
        unread === pages.length
          ? { code: 'damaged', details: { format: 'PDF', reason: 'pages' } }
          : { code: 'no-text', details: { reason: 'ocr' } },
      )
    const labels = (await document.getPageLabels().catch(() => null)) ?? []
    const metadata = await document.getMetadata().catch((): RawMetadata => ({ info: {}, metadata: null }))
    const { text, pages: starts, notText } = textOf(pages, labels)
    const lost = await pdfLosses(document, blank)
    const mixed = mixedWords(text)
    const read = await documentArticle({
      format: 'pdf',
      mediaType: 'application/pdf',
      fileName: name,
      text,
      heading: headingOf(pages),
      properties: pdfProperties(metadata),
      lost: [
        ...lost,
        ...(unread > 0 ? [{ code: 'pages', count: unread }] : []),
        ...(mixed > 0 ? [{ code: 'mixedScripts', count: mixed }] : []),
      ],
      pages: starts,
      notText,
    })
    return mixed > 0 && read.kind === 'articles' ? { ...read, certainty: 'guess' } : read
  } finally {
    await document.loadingTask.destroy().catch(() => {})
  }
}

/** The pieces of one page in order, with right-to-left letters as they are read. */
async function itemsOf(page: PDFPageProxy): Promise<RawItem[]> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const raw = items.filter((item): item is typeof item & RawItem => 'str' in item)
  const isRight = raw.some(({ str }) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(str))
  const texts = raw.map(({ str }) => str)
  const glyphs = isRight ? glyphsOfItems(texts, await drawnGlyphs(page)) : []
  return raw.map((item, index) => ({ ...item, str: plainLetters(turnJoined(item.str, glyphs[index] ?? null)) }))
}

async function drawnGlyphs(page: PDFPageProxy): Promise<string[]> {
  const { AnnotationMode, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const shows = new Set([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText])
  return fnArray.flatMap((code, index) => (shows.has(code) ? glyphTexts((argsArray[index] as unknown[] | null)?.[0]) : []))
}

/** Of the glyphs that the library takes as text. */
function glyphTexts(glyphs: unknown): string[] {
  if (!Array.isArray(glyphs)) return []
  return glyphs
    .map((glyph) => (glyph as { unicode?: unknown } | null)?.unicode)
    .filter((text): text is string => typeof text === 'string' && !/^\s/.test(text) && !/^\p{Cf}$/u.test(text))
}

/** The pieces of all pages; `pages` is null beyond the limit of letters. */
async function pagesOf(document: PDFDocumentProxy): Promise<{ pages: ReadPage[] | null; unread: number }> {
  const pages: ReadPage[] = []
  let unread = 0
  let letters = 0
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number)
      const raw = await itemsOf(page)
      const [main = [], ...turned] = uprightItems(raw)
      pages.push({ main, turned })
      letters += raw.reduce((sum, { str }) => sum + str.length, 0)
      page.cleanup()
    } catch {
      unread++
      pages.push({ main: [], turned: [] })
    }
    if (letters > PDF_LIMITS.letters) return { pages: null, unread }
  }
  return { pages, unread }
}

function textOf(pages: readonly ReadPage[], labels: readonly (string | null)[]): ReturnType<typeof assemble> {
  const margins = marginsOf(pages.map(({ main }) => main))
  const words = wordsOf(pages.flatMap(({ main }) => rowsOf(main).map((row) => lineOf(row).text)))
  const rtl = isRtl(pages.flatMap(({ main }) => main.slice(0, 500).map(({ text }) => text)).join(' '))
  const laidOut = pages.map(({ turned }, index): PdfPage => {
    const { head, foot, body }: Margins = margins[index] ?? { head: [], foot: [], body: [] }
    const regions = [body, ...turned].flatMap((items) => regionsOf(items, rtl))
    return {
      label: labels[index] ?? String(index + 1),
      head: head.map((row) => lineOf(row).text),
      paragraphs: regions.flatMap(({ rows }) => paragraphsOf(rows, words)),
      foot: foot.map((row) => lineOf(row).text),
    }
  })
  return assemble(laidOut, words)
}

/** The largest letters of the first page, where they stand out from the rest and near its top. */
function headingOf(pages: readonly ReadPage[]): string | null {
  const rows = rowsOf(pages[0]?.main ?? [])
  const sizes = rows.map(({ size }) => size).sort((one, other) => one - other)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const largest = Math.max(0, ...sizes)
  if (rows.length < 4 || largest < usual * 1.25) return null
  const first = rows.findIndex(({ size }) => size > largest * 0.95)
  if (first > 12) return null
  const lines: string[] = []
  for (let at = first; at < rows.length && (rows[at]?.size ?? 0) > largest * 0.95; at++) {
    const row = rows[at]
    if (row) lines.push(lineOf(row).text)
  }
  const heading = lines.join(' ').replace(/\s+/g, ' ').trim()
  return heading.length >= 8 && heading.length <= 250 && /\p{L}{2}/u.test(heading) ? heading : null
}
