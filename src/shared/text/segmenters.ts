/**
 * Intl.Segmenter by language, made once each, and the bounded window they are given: V8 copies the text it segments,
 * so a word in a megabyte is looked up in its paragraph, and in a very long paragraph within some 1,000 units.
 * The default is fixed, never the machine's locale: the same text must break alike everywhere.
 */
import { isCharBoundary } from './offsets.ts'
import { paragraphAt } from './paragraphs.ts'
import type { Span } from './span.ts'

type Granularity = 'word' | 'sentence'

const REACH = 1_000
const made = new Map<string, Intl.Segmenter>()

/** The segmenter of a language (BCP 47); an unknown or malformed tag gives the neutral one. */
export function segmenterOf(granularity: Granularity, language: string | null | undefined): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`
  let segmenter = made.get(key)
  if (!segmenter) {
    segmenter = makeSegmenter(granularity, language ?? 'en')
    made.set(key, segmenter)
  }
  return segmenter
}

function makeSegmenter(granularity: Granularity, language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter([language, 'en'], { granularity })
  } catch {
    return new Intl.Segmenter('en', { granularity })
  }
}

export interface Window extends Span {
  /** The window's edge is the paragraph's, so nothing is cut there. */
  readonly wholeStart: boolean
  readonly wholeEnd: boolean
}

/** The paragraph around `offset`, cut to about `reach` units on either side where it is longer (never inside a pair). */
export function windowAround(text: string, offset: number, reach: number = REACH): Window {
  const paragraph = paragraphAt(text, offset)
  let start = Math.max(paragraph.start, offset - reach)
  let end = Math.min(paragraph.end, offset + reach)
  if (!isCharBoundary(text, start)) start--
  if (!isCharBoundary(text, end)) end++
  return { start, end, wholeStart: start === paragraph.start, wholeEnd: end === paragraph.end }
}
