/** Pages parsed as browsers parse them, into the inert tree of dom.ts, within the limits of depth and size. */
import { html as names, parse, parseFragment, serialize, type Token, type TreeAdapter } from 'parse5'
import { PageAttribute, PageDocument, PageElement, PageFragment } from './dom.ts'
import { COMMENT, ELEMENT, PageComment, PageText, TEXT, type PageNode, type PageParent } from './nodes.ts'
import { PAGE_LIMITS, PageLimit } from './limits.ts'

/** The kinds of nodes as the parser names them. */
interface Kinds {
  node: PageNode
  parentNode: PageParent
  childNode: PageNode
  document: PageDocument
  documentFragment: PageFragment
  element: PageElement
  commentNode: PageComment
  textNode: PageText
  template: PageElement
  documentType: never
}

/** Longer values are pictures and data, which no text comes from; carrying them along would cost more than the rest of the page. */
const LONGEST_VALUE = 20_000

const attributesOf = (attributes: readonly Token.Attribute[]): PageAttribute[] =>
  attributes.map(({ prefix, name, value }) => new PageAttribute(prefix ? `${prefix}:${name}` : name, value.slice(0, LONGEST_VALUE)))

/** Fills a document; throws PageLimit once there is too much. */
function adapterFor(document: PageDocument): TreeAdapter<Kinds> {
  let nodes = 0
  let depth = 0
  const counted = <Kind extends PageNode>(node: Kind): Kind => {
    if (++nodes > PAGE_LIMITS.nodes) throw new PageLimit('nodes')
    return node
  }
  const insertText = (parent: PageParent, text: string, next: PageNode | null): void => {
    const previous = next ? next.previousSibling : parent.lastChild
    if (previous instanceof PageText) previous.data += text
    else parent.insertBefore(counted(new PageText(text)), next)
  }
  return {
    createDocument: () => document,
    createDocumentFragment: () => new PageFragment(),
    createElement: (name, namespace, attributes) => counted(new PageElement(document, name, namespace, attributesOf(attributes))),
    createCommentNode: (data) => counted(new PageComment(data)),
    createTextNode: (data) => counted(new PageText(data)),
    appendChild: (parent, node) => void parent.appendChild(node),
    insertBefore: (parent, node, next) => void parent.insertBefore(node, next),
    detachNode: (node) => node.remove(),
    insertText: (parent, text) => insertText(parent, text, null),
    insertTextBefore: insertText,
    adoptAttributes: (element, attributes) => {
      for (const attribute of attributesOf(attributes)) if (!element.hasAttribute(attribute.name)) element.setAttributeNode(attribute)
    },
    onItemPush: () => {
      if (++depth > PAGE_LIMITS.depth) throw new PageLimit('depth')
    },
    onItemPop: () => void depth--,
    setTemplateContent: (template, content) => void (template.content = content),
    getTemplateContent: (template) => template.content ?? new PageFragment(),
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => node.childNodes,
    getParentNode: (node) => node.parentNode,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.localName,
    // A namespace of the parser's own list, given to createElement above.
    getNamespaceURI: (element) => element.namespaceURI as names.NS,
    getTextNodeContent: (node) => node.data,
    getCommentNodeContent: (node) => node.data,
    isTextNode: (node): node is PageText => node.nodeType === TEXT,
    isCommentNode: (node): node is PageComment => node.nodeType === COMMENT,
    isElementNode: (node): node is PageElement => node.nodeType === ELEMENT,
    isDocumentTypeNode: (_node): _node is never => false,
    setDocumentType: () => {},
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    setDocumentMode: () => {},
    getDocumentMode: () => names.DOCUMENT_MODE.NO_QUIRKS,
    setNodeSourceCodeLocation: () => {},
    updateNodeSourceCodeLocation: () => {},
    getNodeSourceCodeLocation: () => null,
  }
}

/** The tree of a page. Throws PageLimit for a monster. */
export function parsePage(html: string): PageDocument {
  const document: PageDocument = new PageDocument({
    write: (element) => serialize(element, { treeAdapter: adapterFor(document), scriptingEnabled: false }),
    parse: (context, inner) => parseFragment(context, inner, { treeAdapter: adapterFor(document), scriptingEnabled: false }),
  })
  // Scripting off as far as the parser is concerned: what stands in <noscript> is markup then, and shown by nobody.
  return parse(html, { treeAdapter: adapterFor(document), scriptingEnabled: false })
}
