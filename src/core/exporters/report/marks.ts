/**
 * Passages laid over the text of an article: paragraphs cut into pieces, each knowing which passages lie over it, which
 * begin before it and which end with it. Joined again, gaps and pieces are exactly the text. Pure. Offsets are UTF-16.
 */
import { paragraphs } from '../../../shared/text/paragraphs.ts'
import { assignLanes, flattenSpans } from '../../../shared/text/segments.ts'
import type { IdSpan, Span } from '../../../shared/text/span.ts'

/** Stands among the ids of passages for what is not text. */
const NOT_TEXT = -1

/** Lines that fit beneath a line of text. */
export const MAX_LANES = 4

export interface TextPiece {
  readonly text: string
  /** Passages over this piece, longest first. */
  readonly over: readonly number[]
  /** Passages whose first visible piece this is, longest first. */
  readonly opens: readonly number[]
  /** Passages whose last visible piece this is, shortest first: inner marks close before outer ones. */
  readonly closes: readonly number[]
  /** Not text, and under no passage: left out. */
  readonly isLeftOut: boolean
}

export interface MarkedParagraph {
  /** From 1, blank lines not counted; null for a blank line. */
  readonly number: number | null
  readonly text: string
  readonly pieces: readonly TextPiece[]
  /** Passages that begin here. */
  readonly opens: readonly number[]
  /** A blank line stands before it, or it is the first. */
  readonly spaced: boolean
}

export interface MarkedText {
  readonly paragraphs: readonly MarkedParagraph[]
  readonly lanes: ReadonlyMap<number, number>
  /** Lanes in use, at least 1. */
  readonly laneCount: number
  /** Passages that cover nothing one could see. */
  readonly hidden: readonly number[]
}

/** A blank line takes no room on the page; no-break and wide spaces are text. */
const isBlank = (line: string): boolean => /^[ \t]*$/.test(line)

/** Passages must lie within the text; each has its own id, 0 or above. `notText` is left out but for what lies under a passage. */
export function layMarks(text: string, passages: readonly IdSpan<number>[], notText: readonly Span[] = []): MarkedText {
  const flat = flattenSpans([...passages, ...notText.map(({ start, end }) => ({ id: NOT_TEXT, start, end }))], 0, text.length)
  const blocks = cutToParagraphs(text, flat)
  const visible = blocks.flatMap((block) => (block.blank ? [] : block.pieces.filter((piece) => piece.text !== '')))
  const first = new Map<number, object>()
  const last = new Map<number, object>()
  for (const piece of visible) {
    for (const id of piece.over) {
      if (!first.has(id)) first.set(id, piece)
      last.set(id, piece)
    }
  }
  let number = 0
  let afterBlank = true
  const marked = blocks.map(({ text: line, blank, pieces }): MarkedParagraph => {
    const complete = pieces.map((piece) => ({
      ...piece,
      opens: piece.over.filter((id) => first.get(id) === piece),
      closes: piece.over.filter((id) => last.get(id) === piece).toReversed(),
    }))
    const spaced = afterBlank
    afterBlank = blank
    return { number: blank ? null : ++number, text: line, pieces: complete, opens: complete.flatMap((piece) => piece.opens), spaced }
  })
  const lanes = assignLanes(passages, MAX_LANES)
  return {
    paragraphs: marked,
    lanes,
    laneCount: [...lanes.values()].reduce((most, lane) => Math.max(most, lane + 1), 1),
    hidden: passages.filter(({ id }) => !first.has(id)).map(({ id }) => id),
  }
}

type Cut = Pick<TextPiece, 'text' | 'over' | 'isLeftOut'>

function cutToParagraphs(
  text: string,
  flat: readonly { start: number; end: number; ids: number[] }[],
): { text: string; blank: boolean; pieces: Cut[] }[] {
  let next = 0
  return paragraphs(text).map(({ start, end }) => {
    const pieces: Cut[] = []
    let at = start
    while ((flat[next]?.end ?? Infinity) <= start) next++
    for (let index = next; index < flat.length; index++) {
      const piece = flat[index]
      if (!piece || piece.start >= end) break
      const from = Math.max(start, piece.start)
      const to = Math.min(end, piece.end)
      if (from > at) pieces.push({ text: text.slice(at, from), over: [], isLeftOut: false })
      const over = piece.ids.filter((id) => id !== NOT_TEXT)
      if (to > from) pieces.push({ text: text.slice(from, to), over, isLeftOut: over.length === 0 && piece.ids.length > 0 })
      at = Math.max(at, to)
    }
    if (at < end) pieces.push({ text: text.slice(at, end), over: [], isLeftOut: false })
    const line = text.slice(start, end)
    return { text: line, blank: isBlank(line), pieces }
  })
}
