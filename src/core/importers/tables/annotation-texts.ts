/**
 * Texts made of the passages that a table has of an article: quotes with the words around them, in their order, with a mark wherever something
 * is missing. Places in them are counted anew. Canonical.
 */
import { canonicalText } from '../../../shared/text/canonical.ts'

const GAP = '[…]'

export interface Passage {
  readonly quote: string
  readonly before: string
  readonly after: string
  /** UTF-16 offset in the text that the table was made of; Infinity where it is not known. */
  readonly start: number
  /** Number of the text: places in one say nothing of another. */
  readonly revision: number
}

interface Piece {
  readonly revision: number
  readonly start: number
  text: string
}

/** The text, and where the quote of each passage begins in it, in their order. */
export function textOfPassages(passages: readonly Passage[]): { text: string; starts: number[] } {
  const pieces: Piece[] = []
  const places: { piece: Piece; offset: number }[] = []
  const clean = passages.map((passage) => ({ ...passage, quote: canonicalText(passage.quote).text, before: canonicalText(passage.before).text, after: canonicalText(passage.after).text })) // prettier-ignore
  const order = clean.map((_, index) => index).toSorted((a, b) => compare(clean[a], clean[b]) || a - b)
  for (const index of order) {
    const passage = clean[index]
    if (!passage) continue
    const { quote, before, after, revision } = passage
    const text = before + quote + after
    const start = passage.start - before.length
    const last = pieces.at(-1)
    const joined = last && last.revision === revision ? join(last, { start, text }) : null
    const piece = joined === null || !last ? { revision, start, text } : last
    if (piece !== last) pieces.push(piece)
    places[index] = { piece, offset: (joined ?? 0) + before.length }
  }
  let text = GAP
  const begins = new Map<Piece, number>()
  for (const piece of pieces) {
    begins.set(piece, text.length + 2 + (begins.size === 0 ? 0 : GAP.length + 2))
    text += `${begins.size === 1 ? '' : `\n\n${GAP}`}\n\n${piece.text}`
  }
  return { text: `${text}\n\n${GAP}`, starts: places.map(({ piece, offset }) => (begins.get(piece) ?? 0) + offset) }
}

const compare = (a: Passage | undefined, b: Passage | undefined): number =>
  (a?.revision ?? 0) - (b?.revision ?? 0) || (a?.start ?? 0) - (b?.start ?? 0) || 0

/** Puts a piece to the one before where they meet and agree: where it begins in that. null: it is a piece of its own. */
function join(last: Piece, { start, text }: { start: number; text: string }): number | null {
  const at = start - last.start
  if (!Number.isInteger(at) || at < 0 || at > last.text.length) return null
  const shared = Math.min(last.text.length - at, text.length)
  if (last.text.slice(at, at + shared) !== text.slice(0, shared)) return null
  last.text += text.slice(shared)
  return at
}
