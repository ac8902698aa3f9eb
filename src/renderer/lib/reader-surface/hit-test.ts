/**
 * Which character is under a point. The browser names the nearest caret place; whether the point really lies on the glyph
 * before or after it is checked against their boxes, so margins, gaps and line ends hit nothing.
 */
import { nextGrapheme, previousGrapheme } from '../../../shared/text/graphemes.ts'
import { lineAt } from './geometry.ts'
import type { TextDom } from './text-dom.ts'

export interface Hit {
  /** Offset of the character (UTF-16). */
  offset: number
  /** Its box on the screen. */
  rect: DOMRect
}

function boxAt(dom: TextDom, start: number, end: number, x: number, y: number): DOMRect | null {
  for (const rect of dom.rangeOf(start, end).getClientRects()) {
    if (x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom) return rect
  }
  return null
}

/** Offset of the caret place nearest to a point in client coordinates, or null outside the text. */
export function caretAt(dom: TextDom, x: number, y: number): number | null {
  const position = document.caretPositionFromPoint(x, y)
  return position === null ? null : dom.offsetOf(position.offsetNode, position.offset)
}

/** The character under a point in client coordinates, or null. */
export function hitTest(dom: TextDom, x: number, y: number): Hit | null {
  const offset = caretAt(dom, x, y)
  if (offset === null) return null
  const { start, end, mixed } = dom.blocks[dom.paragraphAt(offset)]!
  if (offset < end) {
    const rect = boxAt(dom, offset, nextGrapheme(dom.text, offset), x, y)
    if (rect !== null) return { offset, rect }
  }
  if (offset > start) {
    const before = previousGrapheme(dom.text, offset)
    const rect = boxAt(dom, before, offset, x, y)
    if (rect !== null) return { offset: before, rect }
  }
  return mixed ? searchLine(dom, offset, x, y) : null
}

/** Where directions meet, one caret place stands beside characters that are far apart in the text: the whole line is searched. */
function searchLine(dom: TextDom, offset: number, x: number, y: number): Hit | null {
  const line = lineAt(dom, offset)
  for (let at = line.start; at < line.end;) {
    const next = nextGrapheme(dom.text, at)
    const rect = boxAt(dom, at, next, x, y)
    if (rect !== null) return { offset: at, rect }
    at = next
  }
  return null
}
