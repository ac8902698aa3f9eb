/**
 * The baseline of re-anchoring: each quote is searched by itself in the later text, exactly and then with edits, and the matches are
 * weighed by words, context and distance. The way annotation tools on the web do it, which know nothing of the earlier text.
 */
import search from 'approx-string-match'
import type { AnchoredSpan } from '../../src/core/anchoring/types.ts'

interface Match {
  start: number
  end: number
  errors: number
}

/** The best place of the quote, or null where none has fewer edits than half of its units. */
export function searchQuote(text: string, { start: hint, quote, prefix, suffix }: AnchoredSpan): Match | null {
  const matches = find(text, quote, Math.min(256, quote.length / 2))
  let best: (Match & { score: number }) | null = null
  for (const match of matches) {
    const words = 1 - match.errors / quote.length
    const before = prefix === '' ? 1 : likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
    const behind = suffix === '' ? 1 : likeness(text.slice(match.end, match.end + suffix.length), suffix)
    const near = 1 - Math.abs(match.start - hint) / text.length
    const score = (50 * words + 20 * before + 20 * behind + 2 * near) / 92
    if (!best || score > best.score) best = { ...match, score }
  }
  return best
}

function find(text: string, words: string, maxErrors: number): Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) exact.push({ start: at, end: at + words.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, words, maxErrors)
}

function likeness(text: string, words: string): number {
  const [best] = find(text, words, words.length)
  return best ? 1 - best.errors / words.length : 0
}
