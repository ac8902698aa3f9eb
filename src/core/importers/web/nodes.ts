/** The nodes that pages are made of, and how they hang together: text, comments, and what has children (see dom.ts). */
import type { PageElement } from './dom.ts'

export const ELEMENT = 1
export const TEXT = 3
export const COMMENT = 8

/** True for elements; asked by kind, as elements are defined on top of this. */
export const isElement = (node: PageNode | null): node is PageElement => node?.nodeType === ELEMENT

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
    while (node && !isElement(node)) node = node.nextSibling
    return node
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling
    while (node && !isElement(node)) node = node.previousSibling
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
    this.#children ??= this.childNodes.filter((node) => isElement(node))
    return this.#children
  }

  get firstElementChild(): PageElement | null {
    const first = this.firstChild
    return isElement(first) ? first : (first?.nextElementSibling ?? null)
  }

  get textContent(): string {
    let text = ''
    for (let node = this.firstChild; node; node = nodeAfter(node, this)) if (node instanceof PageText) text += node.data
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
  for (let node = parent.firstChild; node; node = nodeAfter(node, parent)) if (isElement(node) && wanted(node)) found.push(node)
  return found
}

/** All nodes below one, in order. The tree must not change meanwhile. */
export function* nodesIn(parent: PageParent): Generator<PageNode> {
  for (let node = parent.firstChild; node; node = nodeAfter(node, parent)) yield node
}

/** The next node in order that is below `root`: a child, a sibling, or a sibling of a parent. */
export function nodeAfter(node: PageNode, root: PageParent): PageNode | null {
  if (node instanceof PageParent && node.firstChild) return node.firstChild
  let from: PageNode = node
  while (!from.nextSibling) {
    if (!from.parentNode || from.parentNode === root) return null
    from = from.parentNode
  }
  return from.nextSibling
}
