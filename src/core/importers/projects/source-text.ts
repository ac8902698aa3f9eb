/**
 * The canonical text of a source together with where each place of the source is in it. Line ends of two characters become one, control
 * characters go: an offset counted in the source is not an offset in the text, and must not be taken for one.
 */
import { countBelow } from '../../../shared/text/ascending.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'

export interface SourceText {
  readonly text: string
  /** Length of the source in UTF-16 units. */
  readonly length: number
  /** UTF-16 offset in the source → UTF-16 offset in `text`. What was dropped has the place of what follows it. */
  toText(offset: number): number
}

const isControl = (unit: number): boolean =>
  unit <= 0x08 || unit === 0x0b || unit === 0x0c || (unit >= 0x0e && unit <= 0x1f) || (unit >= 0x7f && unit <= 0x9f && unit !== 0x85)

/** `decoded` is the source as its tool counts it, in UTF-16 units. */
export function sourceText(decoded: string): SourceText {
  const { text } = canonicalText(decoded)
  const dropped = Int32Array.from(droppedUnits(decoded))
  if (decoded.length - dropped.length !== text.length) throw new Error('the text and its places do not agree')
  return { text, length: decoded.length, toText: (offset) => offset - countBelow(dropped, offset) }
}

/** Offsets of the units that are not in the canonical text, ascending. */
function droppedUnits(decoded: string): number[] {
  const dropped: number[] = []
  // Marks at the beginning, and controls between them.
  let at = 0
  for (; at < decoded.length; at++) {
    const unit = decoded.charCodeAt(at)
    if (unit !== 0xfeff && !isControl(unit)) break
    dropped.push(at)
  }
  for (; at < decoded.length; at++) {
    const unit = decoded.charCodeAt(at)
    if (isControl(unit) || (unit === 0x0a && decoded.charCodeAt(at - 1) === 0x0d)) dropped.push(at)
  }
  return dropped
}
