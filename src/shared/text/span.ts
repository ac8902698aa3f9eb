/**
 * The shape every text module speaks: a half-open stretch [start, end) of a text.
 * Offsets are UTF-16 code units everywhere in the product; other units exist only at its borders (see offsets.ts).
 */

export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch that belongs to something: an annotation, a search hit. The identifier is opaque here. */
export interface IdSpan<Id> extends Span {
  readonly id: Id
}

/** Throws RangeError unless 0 ≤ start ≤ end ≤ length, all of them whole numbers. */
export function assertSpan(start: number, end: number, length: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > length) {
    throw new RangeError(`not a stretch of a text of ${length} units: ${start}..${end}`)
  }
}

/** Throws RangeError unless 0 ≤ offset ≤ length and whole. */
export function assertOffset(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`not an offset in a text of ${length} units: ${offset}`)
  }
}
