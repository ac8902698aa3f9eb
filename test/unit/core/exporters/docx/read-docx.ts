/** Looking into a Word file: its parts, parsed strictly, and the text of its paragraphs. */
import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const { DOMParser } = new JSDOM().window

export interface Word {
  readonly files: Readonly<Record<string, Uint8Array>>
  /** An XML part. Throws where it is missing or not well-formed. */
  part(path: string): Document
  source(path: string): string
}

export function readWord(bytes: Uint8Array): Word {
  const files = unzipSync(bytes)
  const source = (path: string): string => {
    const found = files[path]
    if (found === undefined) throw new Error(`no ${path}`)
    return strFromU8(found)
  }
  const part = (path: string): Document => {
    const document = new DOMParser().parseFromString(source(path), 'application/xml')
    const [broken] = document.getElementsByTagName('parsererror')
    if (broken) throw new Error(`${path}: ${broken.textContent}`)
    return document
  }
  return { files, part, source }
}

export const all = (root: Document | Element, name: string): Element[] => [...root.getElementsByTagNameNS(W, name)]
export const value = (element: Element | undefined, name = 'val'): string | null => element?.getAttributeNS(W, name) ?? null
export const styleOf = (paragraph: Element): string | null => value(all(paragraph, 'pStyle')[0])

/** Words of a paragraph. Without the references, which are ours, an article's paragraph is its text. */
export function textOf(paragraph: Element, { references = true } = {}): string {
  return all(paragraph, 'r')
    .filter((run) => references || value(all(run, 'rStyle')[0]) !== 'Reference')
    .flatMap((run) => [...run.children])
    .map((child) =>
      child.localName === 't' ? (child.textContent ?? '') : child.localName === 'br' ? '\n' : child.localName === 'tab' ? '\t' : '',
    )
    .join('')
}

export const paragraphs = (document: Document | Element, style: string): Element[] =>
  all(document, 'p').filter((one) => styleOf(one) === style)
