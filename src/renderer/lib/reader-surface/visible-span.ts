/**
 * Which stretch of the text is on the screen, for whoever shows it elsewhere (a map beside the scroll bar). By the boxes of the live
 * paragraphs alone: asking for lines at every scroll would cost more than such a picture is worth.
 */
import type { Span } from '../../../shared/text/span.ts'
import { firstIndex } from './dom.ts'
import type { TextDom } from './text-dom.ts'
import type { Slice } from './viewport.ts'

/** Offsets between the upper and lower edge (client coordinates); within a paragraph by its share of the height. */
export function visibleSpan(dom: TextDom, slices: readonly Slice[], top: number, bottom: number): Span {
  const box = (index: number): DOMRect => dom.paragraphs[slices[index]!.paragraph]!.getBoundingClientRect()
  const first = firstIndex(slices.length, (index) => box(index).bottom > top)
  const past = firstIndex(slices.length, (index) => box(index).top >= bottom)
  const offsetAt = (index: number, y: number): number => {
    const slice = slices[index]
    if (slice === undefined) return dom.text.length
    const { start, end } = dom.blocks[slice.paragraph]!
    const { top: upper, height } = box(index)
    return Math.round(start + Math.min(1, Math.max(0, (y - upper) / Math.max(1, height))) * (end - start))
  }
  const start = offsetAt(first, top)
  return { start, end: past === 0 ? start : Math.max(start, offsetAt(past - 1, bottom)) }
}
