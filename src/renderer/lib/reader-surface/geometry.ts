/**
 * Where offsets are on the screen. Everything is asked of the layout engine through ranges and never computed from the order
 * of x positions, so it holds in right-to-left and mixed lines.
 */
import type { Span } from '../../../shared/text/span.ts'
import { firstIndex } from './dom.ts'
import type { TextDom } from './text-dom.ts'

/** Rectangles of [start, end), one a line piece, in client coordinates. Parts that are not laid out have none. */
export function rectsFor(dom: TextDom, start: number, end: number): DOMRect[] {
  return Array.from(dom.rangeOf(start, end).getClientRects()).filter((rect) => rect.width > 0 && rect.height > 0)
}

/** Box of the character at `offset` (of the one before it at the end of a paragraph), or null if it is not laid out. */
export function characterRect(dom: TextDom, offset: number): DOMRect | null {
  const paragraph = dom.paragraphAt(offset)
  if (paragraph < 0) return null
  const { start, end } = dom.blocks[paragraph]!
  const from = Math.max(start, Math.min(offset, end - 1))
  const low = dom.text.charCodeAt(from + 1)
  const to = Math.min(end, from + (low >= 0xdc00 && low <= 0xdfff ? 2 : 1))
  return dom.rangeOf(from, to).getClientRects()[0] ?? null
}

/**
 * Line on which a caret at `offset` stands: a rectangle without width. At a soft line end one offset has two places;
 * `upstream` asks for the end of the line before.
 */
export function caretRect(dom: TextDom, offset: number, upstream: boolean): DOMRect | null {
  const paragraph = dom.paragraphAt(offset)
  if (paragraph < 0) return null
  const block = dom.blocks[paragraph]!
  if (upstream && offset > block.start) {
    const before = characterRect(dom, offset - 1)
    if (before !== null) return new DOMRect(block.direction === 'rtl' ? before.left : before.right, before.top, 0, before.height)
  }
  const at = dom.clamp(offset)
  const rects = dom.rangeOf(at, at).getClientRects()
  const rect = rects[rects.length - 1]
  if (rect !== undefined && rect.height > 0) return rect
  const box = characterRect(dom, at)
  if (box === null) return null
  const trailing = at >= block.end
  return new DOMRect((block.direction === 'rtl') === trailing ? box.left : box.right, box.top, 0, box.height)
}

/** First offset of a paragraph whose line ends below `y` (client coordinates). Lines run downwards with the offsets. */
export function offsetBelow(dom: TextDom, paragraph: number, y: number): number {
  const { start, end } = dom.blocks[paragraph]!
  return start + firstIndex(end - start, (index) => (characterRect(dom, start + index)?.bottom ?? -Infinity) > y)
}

/** The line of the screen on which the character at `offset` stands; empty if it is not laid out. */
export function lineAt(dom: TextDom, offset: number): Span {
  const paragraph = dom.paragraphAt(offset)
  const box = characterRect(dom, offset)
  if (box === null) return { start: offset, end: offset }
  const middle = (box.top + box.bottom) / 2
  return { start: offsetBelow(dom, paragraph, middle), end: offsetBelow(dom, paragraph, middle + box.height) }
}
