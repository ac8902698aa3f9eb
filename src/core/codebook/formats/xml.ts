/**
 * XML read safely: a document with a DTD is refused before its first element, so there are no entities but the five of XML and nothing
 * is ever fetched; depth and number of elements are limited.
 */
import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Local name. */
  name: string
  namespace: string
  /** By local name, of attributes without a namespace. */
  attributes: ReadonlyMap<string, string>
  children: XmlElement[]
  text: string
}

export class XmlRefused extends Error {
  readonly reason: 'doctype' | 'too-deep' | 'too-many' | 'xml'
  readonly line: number
  constructor(reason: XmlRefused['reason'], line: number) {
    super(reason)
    this.reason = reason
    this.line = line
  }
}

const DEEPEST = 200
const MOST_ELEMENTS = 100_000

/** The root element. Throws XmlRefused. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (reason: XmlRefused['reason']): never => {
    throw new XmlRefused(reason, parser.line)
  }
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let count = 0
  parser.on('error', () => refuse('xml'))
  parser.on('doctype', () => refuse('doctype'))
  parser.on('opentag', (tag) => {
    count += 1
    if (count > MOST_ELEMENTS) refuse('too-many')
    if (open.length >= DEEPEST) refuse('too-deep')
    const attributes = Object.values(tag.attributes).filter((attribute) => attribute.prefix === '')
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(attributes.map((attribute) => [attribute.local, attribute.value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => void open.pop())
  function addText(chunk: string): void {
    const element = open.at(-1)
    if (element) element.text += chunk
  }
  parser.write(text).close()
  return root ?? refuse('xml')
}
