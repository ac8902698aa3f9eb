/** The text of a page or of a part of it: from its tree, or, where the page is a monster, from its tags one after the other. */
import { Tokenizer, TokenizerMode, type TokenHandler } from 'parse5'
import { PageElement } from './dom.ts'
import { nodesIn, PageText, type PageNode, type PageParent } from './nodes.ts'
import { TextBuilder, UNSEEN, type BuiltText } from './text-builder.ts'

const HIDING = new Set(['none', 'hidden'])

/** Not shown, by what it is or by its own attributes. */
function isHidden(element: PageElement): boolean {
  if (UNSEEN.has(element.localName) || element.hasAttribute('hidden')) return true
  const { display, visibility } = element.style
  return HIDING.has(display) || HIDING.has(visibility)
}

const BLOCKS_IN_CELLS = new Set(['p', 'div', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'article', 'section', 'blockquote', 'form'])

/** A table whose cells are data. Tables that lay out a page hold paragraphs, or one column. */
function isGrid(table: PageElement): boolean {
  let isWide = false
  for (const node of nodesIn(table)) {
    if (!(node instanceof PageElement)) continue
    if (BLOCKS_IN_CELLS.has(node.localName)) return false
    isWide ||= node.localName === 'tr' && node.children.length > 1
  }
  return isWide
}

export interface TextOptions {
  readonly divs?: 'paragraphs' | 'lines'
}

/** Text of what is in `root`. Without recursion: how deep a page goes does not matter. */
export function textOf(root: PageParent, { divs = 'paragraphs' }: TextOptions = {}): BuiltText {
  const builder = new TextBuilder(divs)
  const grids: boolean[] = []
  let node: PageNode | null = root.firstChild
  while (node) {
    if (node instanceof PageText) builder.text(node.data)
    if (node instanceof PageElement && !isHidden(node)) {
      if (node.localName === 'table') grids.push(isGrid(node))
      builder.open(node.localName, grids.at(-1))
      if (node.firstChild) {
        node = node.firstChild
        continue
      }
      leave(node, builder, grids)
    }
    while (node && !node.nextSibling) {
      const parent: PageParent | null = node.parentNode
      if (!parent || parent === root) return builder.build()
      if (parent instanceof PageElement) leave(parent, builder, grids)
      node = parent
    }
    node = node.nextSibling
  }
  return builder.build()
}

function leave(element: PageElement, builder: TextBuilder, grids: boolean[]): void {
  builder.close(element.localName, grids.at(-1))
  if (element.localName === 'table') grids.pop()
}

const RAW: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
}

/** Elements without an end tag: they hide nothing behind them. */
const VOID = new Set(['area', 'base', 'embed', 'frame', 'img', 'input', 'link', 'meta', 'param', 'source', 'track'])

/** Text of markup without building a tree, for pages that no browser would show whole: hidden elements are not known to be so. */
export function textOfTags(html: string): BuiltText {
  const builder = new TextBuilder()
  /** The unseen element that is open, and how many of its name. */
  let unseen = ''
  let count = 0
  const write = ({ chars }: { chars: string }): void => {
    if (unseen === '') builder.text(chars)
  }
  const ignore = (): void => {}
  const handler: TokenHandler = {
    onStartTag: ({ tagName, selfClosing }) => {
      const raw = RAW[tagName]
      if (raw !== undefined) tokenizer.state = raw
      if (unseen === tagName) count++
      if (unseen !== '' || selfClosing) return
      if (!UNSEEN.has(tagName)) return builder.open(tagName)
      if (VOID.has(tagName)) return
      unseen = tagName
      count = 1
    },
    onEndTag: ({ tagName }) => {
      if (unseen === '') builder.close(tagName)
      else if (tagName === unseen && --count === 0) unseen = ''
    },
    onCharacter: write,
    onWhitespaceCharacter: write,
    onNullCharacter: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
  }
  const tokenizer = new Tokenizer({}, handler)
  tokenizer.write(html, true)
  return builder.build()
}
