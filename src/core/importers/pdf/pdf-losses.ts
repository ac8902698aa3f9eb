/** What is in a PDF and not in its text: notes on the pages, attached files, programs, forms, text that cannot be seen. Nothing of it runs. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ImportLoss } from '../types.ts'
import { visibilityOf } from './visibility.ts'

/** Pages that are looked at for what cannot be seen, spread over the document. */
const SAMPLED_PAGES = 40
const ANNOTATED_PAGES = 2_000
/** Share of the text. */
const HIDDEN = 0.2

const NO_NOTES = new Set(['Link', 'Widget', 'Popup'])

/** The losses of a document. `blank`: numbers of pages without text, from 1. Never rejects. */
export async function pdfLosses(document: PDFDocumentProxy, blank: ReadonlySet<number>): Promise<ImportLoss[]> {
  const found = new Map<string, number>()
  const add = (code: string, count: number): void => {
    if (count > 0) found.set(code, (found.get(code) ?? 0) + count)
  }
  const attachments = await quietly(document.getAttachments())
  add('attachments', attachments instanceof Map ? attachments.size : Object.keys(attachments ?? {}).length)
  const opens = await quietly(document.getOpenAction())
  const acts = opens instanceof Map ? opens.has('action') : opens !== null && typeof opens === 'object' && 'action' in opens
  add('scripts', (await quietly(document.hasJSActions())) === true || acts ? 1 : 0)
  const { info } = (await quietly(document.getMetadata())) ?? { info: {} }
  let forms = (info as { IsXFAPresent?: unknown }).IsXFAPresent === true ? 1 : 0
  for (let number = 1; number <= Math.min(document.numPages, ANNOTATED_PAGES); number++) {
    const page = await quietly(document.getPage(number))
    const annotations: unknown[] = (page && (await quietly(page.getAnnotations()))) ?? []
    for (const annotation of annotations) {
      const type = String((annotation as { subtype?: unknown }).subtype)
      add('annotations', NO_NOTES.has(type) ? 0 : 1)
      if (type === 'Widget') forms = 1
      const url = (annotation as { unsafeUrl?: unknown }).unsafeUrl
      add('links', type === 'Link' && typeof url === 'string' && !/^(?:https?:|mailto:|www\.|$)/i.test(url) ? 1 : 0)
    }
  }
  add('forms', forms)
  const losses: ImportLoss[] = [...found].map(([code, count]) => ({ code, count }))
  return [...losses, ...(await unseen(document, blank))]
}

async function unseen(document: PDFDocumentProxy, blank: ReadonlySet<number>): Promise<ImportLoss[]> {
  const { AnnotationMode, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const step = Math.max(1, Math.ceil(document.numPages / SAMPLED_PAGES))
  let letters = 0
  let hidden = 0
  let outside = 0
  let scans = 0
  let pictures = 0
  for (let number = 1; number <= document.numPages; number += step) {
    const page = await quietly(document.getPage(number))
    const operators = page && (await quietly(page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })))
    if (!page || !operators) continue
    const seen = visibilityOf(operators, OPS, page.view)
    letters += seen.letters
    if (seen.isScan && blank.has(number)) pictures++
    // Over a scan, undrawn text is what a machine has read in it.
    if (seen.isScan && seen.undrawn > 0) scans++
    else hidden += seen.undrawn
    hidden += seen.hidden
    outside += seen.outside
  }
  const share = letters === 0 ? 0 : hidden / letters
  return [
    ...(share > HIDDEN ? [{ code: 'hiddenText', count: hidden, details: { share: Math.round(share * 100) / 100 } }] : []),
    ...(outside > 0 ? [{ code: 'offPage', count: outside }] : []),
    ...(scans > 0 ? [{ code: 'ocrText', count: scans * step }] : []),
    ...(pictures > 0 && letters > 0 ? [{ code: 'pagesWithoutText', count: blank.size }] : []),
  ]
}

/** What a damaged part cannot give is not there. */
const quietly = async <Value>(promise: Promise<Value>): Promise<Value | null> => promise.catch(() => null)
