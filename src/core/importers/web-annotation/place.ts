/**
 * The passage that selectors mean in a text. The standard counts code points; browsers count UTF-16 units. Where the words are given they
 * decide: a place is taken only where the very words stand. Without words the counting holds that most others of the same text were counted
 * in. What cannot be told for certain has no place; nothing is moved. Offsets here are UTF-16 units into the text as it stood in the file.
 */
import { isCharBoundary, type CodePointOffsets } from '../../../shared/text/offsets.ts'
import type { Span } from '../../../shared/text/span.ts'
import { hasType, isRecord, many, only, textOf, type Item } from './values.ts'

interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

export interface Selection {
  readonly quote: Quote | null
  readonly position: Span | null
}

export interface CountedText {
  readonly raw: string
  readonly points: CodePointOffsets
}

export type Counting = 'code-points' | 'utf16'

/** `otherwise`: found by its words, or counted in units: not where the standard says its position is. */
export interface Placed extends Span {
  readonly otherwise: boolean
}

/** What selectors say that can be used here: those that refine or begin others do not count in the whole text. */
export function selectionOf(selectors: unknown): Selection {
  const usable = many(selectors).filter((one): one is Item => isRecord(one) && !('refinedBy' in one))
  const quote = usable.find((one) => hasType(one, 'TextQuoteSelector'))
  const position = usable.find((one) => hasType(one, 'TextPositionSelector'))
  const exact = quote ? textOf(quote['exact']) : null
  const [start, end] = [only(position?.['start']), only(position?.['end'])]
  return {
    quote: quote && exact ? { exact, prefix: textOf(quote['prefix']) ?? '', suffix: textOf(quote['suffix']) ?? '' } : null,
    position: Number.isSafeInteger(start) && Number.isSafeInteger(end) ? { start: Number(start), end: Number(end) } : null,
  }
}

/** In which counting most of the positions have their words; code points where they are equal. */
export function countingOf(text: CountedText, selections: readonly Selection[]): Counting {
  const votes = (counting: Counting): number => selections.filter((selection) => hasWords(text, selection, counting)).length
  return votes('utf16') > votes('code-points') ? 'utf16' : 'code-points'
}

function hasWords(text: CountedText, { quote, position }: Selection, counting: Counting): boolean {
  const span = position && counted(text, position, counting)
  return quote !== null && span !== null && text.raw.slice(span.start, span.end) === quote.exact
}

/** null where there is no such passage, or more than one that it could be. */
export function placeOf(text: CountedText, { quote, position }: Selection, counting: Counting): Placed | null {
  if (quote === null) {
    const span = position && counted(text, position, counting)
    return span && { ...span, otherwise: counting !== 'code-points' && text.points.length !== text.raw.length }
  }
  const order = counting === 'utf16' ? (['utf16', 'code-points'] as const) : (['code-points', 'utf16'] as const)
  // Where the same words stand at both places, what is around them decides, then how the others are counted.
  const places = order.flatMap((way) => {
    const span = hasWords(text, { quote, position }, way) ? position && counted(text, position, way) : null
    return span ? [{ ...span, otherwise: way !== 'code-points' }] : []
  })
  const place = places.find((span) => isAround(text.raw, span, quote)) ?? places[0]
  if (place) return { ...place, otherwise: place.otherwise && text.points.length !== text.raw.length }
  const found = byWords(text.raw, quote)
  return found && { ...found, otherwise: found.otherwise || position !== null }
}

function counted({ raw, points }: CountedText, { start, end }: Span, counting: Counting): Span | null {
  const most = counting === 'utf16' ? raw.length : points.length
  if (start < 0 || start >= end || end > most) return null
  const span = counting === 'utf16' ? { start, end } : { start: points.toUtf16(start), end: points.toUtf16(end) }
  return isCharBoundary(raw, span.start) && isCharBoundary(raw, span.end) ? span : null
}

/** Places of one quotation that are looked at: with more, none of them is told apart. */
const MANY = 1_000

/** The one place with the words and what stands around them; or the one place with the words. */
function byWords(raw: string, quote: Quote): Placed | null {
  const { exact } = quote
  const places: Span[] = []
  for (let at = raw.indexOf(exact); at >= 0 && places.length < MANY; at = raw.indexOf(exact, at + 1)) {
    const end = at + exact.length
    if (isCharBoundary(raw, at) && isCharBoundary(raw, end)) places.push({ start: at, end })
  }
  if (places.length === MANY) return null
  const around = places.filter((span) => isAround(raw, span, quote))
  const [place, ...others] = around.length > 0 ? around : places
  return place && others.length === 0 ? { ...place, otherwise: around.length === 0 } : null
}

const isAround = (raw: string, { start, end }: Span, { prefix, suffix }: Quote): boolean =>
  raw.slice(Math.max(0, start - prefix.length), start) === prefix && raw.startsWith(suffix, end)
