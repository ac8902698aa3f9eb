/**
 * A page as a tree that can be asked and changed, and nothing else: no window, no scripts, no resources, no styles, no access by
 * name, so that nothing in a page can do anything. It has what article extraction needs of the DOM, with the same names.
 */

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

export const ELEMENT = 1
export const TEXT = 3
export const COMMENT = 8

/** What all nodes have. Siblings are a chain, so that taking one out costs nothing. */
export abstract class PageNode {
  abstract readonly nodeType: number
  abstract readonly nodeName: string
  // Extraction asks a node for the names of its kinds.
  readonly ELEMENT_NODE = ELEMENT
  readonly TEXT_NODE = TEXT
  parentNode: PageParent | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null

  abstract get textContent(): string

  get childNodes(): PageNode[] {
    return []
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling
    while (node && !(node instanceof PageElement)) node = node.nextSibling
    return node
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling
    while (node && !(node instanceof PageElement)) node = node.previousSibling
    return node
  }
}

export class PageText extends PageNode {
  readonly nodeType = TEXT
  readonly nodeName = '#text'
  data: string

  constructor(data: string) {
    super()
    this.data = data
  }

  get textContent(): string {
    return this.data
  }
}

export class PageComment extends PageNode {
  readonly nodeType = COMMENT
  readonly nodeName = '#comment'
  readonly data: string

  constructor(data: string) {
    super()
    this.data = data
  }

  get textContent(): string {
    return this.data
  }
}

/** A node with children: an element, the document, a fragment. */
export abstract class PageParent extends PageNode {
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null
  #children: PageElement[] | null = null

  override get childNodes(): PageNode[] {
    const nodes: PageNode[] = []
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  get children(): PageElement[] {
    this.#children ??= this.childNodes.filter((node) => node instanceof PageElement)
    return this.#children
  }

  get firstElementChild(): PageElement | null {
    const first = this.firstChild
    return first instanceof PageElement ? first : (first?.nextElementSibling ?? null)
  }

  get textContent(): string {
    let text = ''
    for (const node of nodesIn(this)) if (node instanceof PageText) text += node.data
    return text
  }

  appendChild<Kind extends PageNode>(node: Kind): Kind {
    return this.insertBefore(node, null)
  }

  /** Before `next`, a child of this one; at the end where that is null. */
  insertBefore<Kind extends PageNode>(node: Kind, next: PageNode | null): Kind {
    node.remove()
    const previous = next ? next.previousSibling : this.lastChild
    node.parentNode = this
    node.previousSibling = previous
    node.nextSibling = next
    if (previous) previous.nextSibling = node
    else this.firstChild = node
    if (next) next.previousSibling = node
    else this.lastChild = node
    this.#children = null
    return node
  }

  removeChild<Kind extends PageNode>(node: Kind): Kind {
    if (node.parentNode !== this) return node
    if (node.previousSibling) node.previousSibling.nextSibling = node.nextSibling
    else this.firstChild = node.nextSibling
    if (node.nextSibling) node.nextSibling.previousSibling = node.previousSibling
    else this.lastChild = node.previousSibling
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    this.#children = null
    return node
  }

  replaceChild<Kind extends PageNode>(node: PageNode, old: Kind): Kind {
    if (node === old) return old
    this.insertBefore(node, old)
    return this.removeChild(old)
  }

  /** Elements below this one with a tag's name, in order; "*" for all. */
  getElementsByTagName(name: string): PageElement[] {
    const wanted = name.toLowerCase()
    return elementsIn(this, (element) => wanted === '*' || element.localName === wanted)
  }

  /** For a list of names of tags only, which is all that is asked for. */
  querySelectorAll(names: string): PageElement[] {
    const wanted = new Set(names.toLowerCase().split(/\s*,\s*/))
    return elementsIn(this, (element) => wanted.has(element.localName) || wanted.has('*'))
  }
}

function elementsIn(parent: PageParent, wanted: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = []
  for (const node of nodesIn(parent)) if (node instanceof PageElement && wanted(node)) found.push(node)
  return found
}

/** All nodes below one, in order. The tree must not change meanwhile. */
export function* nodesIn(parent: PageParent): Generator<PageNode> {
  let node: PageNode | null = parent.firstChild
  while (node) {
    yield node
    node = (node instanceof PageParent ? node.firstChild : null) ?? nodeBehind(node, parent)
  }
}

/** The next node in order that is not below `node`, and still below `parent`. */
function nodeBehind(node: PageNode, parent: PageParent): PageNode | null {
  let from: PageNode = node
  while (!from.nextSibling) {
    if (!from.parentNode || from.parentNode === parent) return null
    from = from.parentNode
  }
  return from.nextSibling
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
