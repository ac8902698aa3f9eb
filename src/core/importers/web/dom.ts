/**
 * A page as a tree that can be asked and changed, and nothing else: no window, no scripts, no resources, no styles, no access by
 * name, so that nothing in a page can do anything. It has what article extraction needs of the DOM, with the same names.
 */

import { ELEMENT, PageParent, PageText } from './nodes.ts'

export class PageAttribute {
  readonly name: string
  value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value)
  }
}

const NO_STYLE = { display: '', visibility: '' }

const declared = (style: string, property: string): string =>
  new RegExp(String.raw`(?:^|;)\s*${property}\s*:\s*([a-z-]+)(?![\s\S]*;\s*${property}\s*:)`, 'i').exec(style)?.[1]?.toLowerCase() ?? ''

const HTML = 'http://www.w3.org/1999/xhtml'

export class PageElement extends PageParent {
  readonly nodeType = ELEMENT
  readonly localName: string
  readonly tagName: string
  readonly namespaceURI: string
  readonly attributes: PageAttribute[]
  /** What a template holds: no part of the page. */
  content: PageFragment | null = null
  readonly ownerDocument: PageDocument

  constructor(ownerDocument: PageDocument, localName: string, namespaceURI = HTML, attributes: PageAttribute[] = []) {
    super()
    this.ownerDocument = ownerDocument
    this.localName = localName
    this.tagName = namespaceURI === HTML ? localName.toUpperCase() : localName
    this.namespaceURI = namespaceURI
    this.attributes = attributes
  }

  get nodeName(): string {
    return this.tagName
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null
  }

  hasAttribute(name: string): boolean {
    return this.attributes.some((attribute) => attribute.name === name)
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new PageAttribute(name, value))
  }

  setAttributeNode(attribute: PageAttribute): void {
    const at = this.attributes.findIndex(({ name }) => name === attribute.name)
    this.attributes.splice(at < 0 ? this.attributes.length : at, at < 0 ? 0 : 1, attribute)
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name)
    if (at >= 0) this.attributes.splice(at, 1)
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  get src(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('src') ?? '') : undefined
  }

  get srcset(): string | undefined {
    return this.localName === 'img' || this.localName === 'source' ? (this.getAttribute('srcset') ?? '') : undefined
  }

  /** The two properties that hide an element, from its own `style`. */
  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.getAttribute('style')
    return style === null ? NO_STYLE : { display: declared(style, 'display'), visibility: declared(style, 'visibility') }
  }

  get innerHTML(): string {
    return this.ownerDocument.markup.write(this)
  }

  set innerHTML(html: string) {
    while (this.firstChild) this.firstChild.remove()
    const parsed = this.ownerDocument.markup.parse(this, html)
    while (parsed.firstChild) this.appendChild(parsed.firstChild)
  }
}

export class PageFragment extends PageParent {
  readonly nodeType = 11
  readonly nodeName = '#document-fragment'
}

/** Writing and reading markup; given in, so that the tree knows no parser. */
export interface Markup {
  write(element: PageElement): string
  parse(context: PageElement, html: string): PageFragment
}

export class PageDocument extends PageParent {
  readonly nodeType = 9
  readonly nodeName = '#document'
  /** Addresses are made whole with it during extraction; they do not reach the text. */
  readonly baseURI = 'https://page.invalid/'
  readonly documentURI = 'https://page.invalid/'
  readonly markup: Markup

  constructor(markup: Markup) {
    super()
    this.markup = markup
  }

  get documentElement(): PageElement | null {
    return this.firstElementChild
  }

  get body(): PageElement | null {
    return this.documentElement?.children.find((element) => element.localName === 'body') ?? null
  }

  get head(): PageElement | null {
    return this.documentElement?.children.find((element) => element.localName === 'head') ?? null
  }

  get title(): string {
    const title = this.getElementsByTagName('title').find((element) => element.namespaceURI === HTML)
    return title?.textContent.replace(/[\t\n\f\r ]+/g, ' ').trim() ?? ''
  }

  createElement(name: string): PageElement {
    return new PageElement(this, name.toLowerCase())
  }

  createTextNode(data: string): PageText {
    return new PageText(data)
  }
}
