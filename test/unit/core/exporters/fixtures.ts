/** Looking into a report as a browser would parse it. */
import { JSDOM } from 'jsdom'
import { renderHtml } from '../../../../src/core/exporters/html/document.ts'
import { annotatedDocument } from './report-data.ts'

export { annotatedDocument, article, statement, tag } from './report-data.ts'

/** An annotated report of these as HTML. */
export const annotated = (...of: Parameters<typeof annotatedDocument>): string => renderHtml(annotatedDocument(...of))

const { DOMParser } = new JSDOM().window
/** The document that a browser would make of it; nothing in it runs. */
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** The one element that matches. Throws where there is none. */
export function one(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector)
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found
}

/** Text of an article's section as it was stored: without notes, which are ours. */
export function shownText(document: Document, selector = '.flow'): string {
  const flow = one(document, selector).cloneNode(true) as Element
  for (const notes of flow.querySelectorAll('.notes')) notes.remove()
  return flow.textContent ?? ''
}
