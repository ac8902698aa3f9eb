/**
 * Finds the passages of an earlier text in a later one. The rule: a passage that stands there unchanged, with its context, at the one
 * place where it can be, may move by itself; everything else is handed to a person, with candidates and scores. Pure.
 */
import { quoteContext, verifyAnchor, type QuoteContext } from '../../shared/text/anchor.ts'
import { graphemeFloor } from '../../shared/text/graphemes.ts'
import { isCharBoundary } from '../../shared/text/offsets.ts'
import type { Span } from '../../shared/text/span.ts'
import { alignTexts, type Alignment } from './alignment.ts'
import { gramIndex, type GramIndex } from './gram-index.ts'
import { mapSpan } from './map-span.ts'
import { isSameBefore, isSameBehind } from './beside.ts'
import { cutsWord, isFiller } from './pieces.ts'
import { scoreOf } from './score.ts'
import { similarPlaces } from './similar.ts'
import { MAX_CANDIDATES, type Anchored, type AnchoredSpan, type Candidate, type FoundHow } from './types.ts'

/** More places than this with the same words and context: none of them is told apart. */
const MANY = 200
/** Places with the same words that are looked at, and those that are weighed as candidates. */
const LOOK_ALIKES = 200
const WEIGHED = 6
/** A candidate as good as this needs no search for others that are merely similar. */
const GOOD = 0.9

/** Anchors many spans, all of the same earlier text. */
export function anchorSpans(oldText: string, newText: string, spans: readonly AnchoredSpan[]): Anchored[] {
  return spans.map(anchoring(oldText, newText))
}

/** Only what may move by itself, and where to; null for all else. Much quicker than looking for candidates. */
export function certainPlaces(oldText: string, newText: string): (span: AnchoredSpan) => Span | null {
  const texts = sideBySide(oldText, newText)
  return (span) => (verifyAnchor(oldText, span) === 'wrong' ? null : certainPlace(texts, span, quoteContext(oldText, span.start, span.end)))
}

/** The same as `anchorSpans` one by one, for whoever must not hold others up. What is common to all spans is made when first needed; `known`: how the texts align. */
export function anchoring(oldText: string, newText: string, known?: Alignment): (span: AnchoredSpan) => Anchored {
  const texts = sideBySide(oldText, newText, known)
  return (span) => {
    if (verifyAnchor(oldText, span) === 'wrong') return brokenSpan(texts, span)
    const was = quoteContext(oldText, span.start, span.end)
    const place = certainPlace(texts, span, was)
    if (place) return { id: span.id, outcome: 'exact', broken: false, candidates: [{ ...place, score: 1, how: 'aligned' }] }
    const aligned = alignedCandidate(texts, span, was)
    const candidates = best(texts, was, [aligned, ...sameWords(texts, was)], (texts) => texts.alignment.changed)
    return { id: span.id, outcome: aligned ? 'mapped' : candidates.length > 0 ? 'found' : 'lost', broken: false, candidates }
  }
}

interface Texts {
  readonly oldText: string
  readonly newText: string
  readonly oldIndex: GramIndex
  readonly newIndex: GramIndex
  readonly alignment: Alignment
  /** Words with context that stand at several places, and whether those are the same ones in both texts. */
  readonly repeated: Map<string, boolean>
}

function sideBySide(oldText: string, newText: string, known?: Alignment): Texts {
  const later = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined
    return () => (made ??= { value: make() }).value
  }
  const oldIndex = later(() => gramIndex(oldText))
  const newIndex = later(() => gramIndex(newText))
  const alignment = later(() => known ?? alignTexts(oldText, newText))
  return {
    oldText,
    newText,
    repeated: new Map(),
    get oldIndex() {
      return oldIndex()
    },
    get newIndex() {
      return newIndex()
    },
    get alignment() {
      return alignment()
    },
  }
}

/**
 * The place to which the passage may move without asking: its quote stands there with the context it had in its paragraph, and there
 * are as many such places as before, one or the same ones. Context ends with the paragraph, so that a paragraph put in elsewhere
 * changes nothing. A side that has no word of context there, such as that of a quotation with a paragraph of its own, is only known by
 * the paragraph beside it: that one must be the same.
 */
function certainPlace(texts: Texts, { start, end }: Span, full: QuoteContext): Span | null {
  const { oldText, newText } = texts
  const length = end - start
  if (oldText === newText) return isOnGraphemes(newText, start, end) ? { start, end } : null
  const was = { prefix: full.prefix.slice(full.prefix.lastIndexOf('\n') + 1), suffix: full.suffix.split('\n', 1)[0] ?? '' }
  const words = was.prefix + full.quote + was.suffix
  const now = texts.newIndex.places(words, MANY)
  if (now.length === 0 || now.length === MANY) return null
  const before = texts.oldIndex.places(words, MANY)
  if (before.length !== now.length) return null
  const rank = before.indexOf(start - was.prefix.length)
  const from = now[rank]
  if (from === undefined) return null
  if (now.length > 1 && !areSame(texts, { words, before, now, skip: was.prefix.length, length })) return null
  const place = { start: from + was.prefix.length, end: from + was.prefix.length + length }
  const isEdge = (text: string, at: number): boolean => at < 0 || at >= text.length || text[at] === '\n'
  const to = from + words.length
  const fitsBefore = !isEdge(oldText, start - was.prefix.length - 1) || isEdge(newText, from - 1)
  const fitsBehind = !isEdge(oldText, end + was.suffix.length) || isEdge(newText, to)
  // Before it, a quotation mark or a dash is no context either; behind it, the full stop of a sentence is some, where words stand before.
  const isBesideSame =
    (!isFiller(was.prefix) || isSameBefore(oldText, start - was.prefix.length, newText, from)) &&
    ((was.suffix !== '' && !(isFiller(was.prefix) && isFiller(was.suffix))) || isSameBehind(oldText, end + was.suffix.length, newText, to))
  return fitsBefore && fitsBehind && isBesideSame && isOnGraphemes(newText, place.start, place.end) ? place : null
}

/** Whether places with the same words and context are, one by one, the same in both texts. */
function areSame(texts: Texts, many: { words: string; before: number[]; now: number[]; skip: number; length: number }): boolean {
  const key = `${many.skip} ${many.length} ${many.words}`
  const known = texts.repeated.get(key)
  if (known !== undefined) return known
  const same = many.before.every((from, rank) => {
    const start = from + many.skip
    const mapped = mapSpan(texts.alignment, { start, end: start + many.length }, texts.newText)
    return mapped?.whole === true && mapped.start === (many.now[rank] ?? 0) + many.skip
  })
  texts.repeated.set(key, same)
  return same
}

function alignedCandidate(texts: Texts, span: Span, was: QuoteContext): Candidate | null {
  const mapped = mapSpan(texts.alignment, span, texts.newText)
  if (!mapped) return null
  const isSame = texts.newText.slice(mapped.start, mapped.end) === was.quote
  const words = isSame ? 1 : Math.min(0.999, (2 * mapped.kept) / (span.end - span.start + mapped.end - mapped.start))
  return candidate(texts, mapped, was, words, 'aligned')
}

/** Places where the very words stand; whole words, where they were. */
function sameWords(texts: Texts, was: QuoteContext): Candidate[] {
  const { newText, newIndex } = texts
  const startsWithin = cutsWord(was.prefix + was.quote, was.prefix.length)
  const endsWithin = cutsWord(was.quote + was.suffix, was.quote.length)
  const isPlace = (start: number, end: number): boolean =>
    (startsWithin || !cutsWord(newText, start)) && (endsWithin || !cutsWord(newText, end)) && isOnGraphemes(newText, start, end)
  return newIndex
    .places(was.quote, LOOK_ALIKES)
    .flatMap((start) => {
      const end = start + was.quote.length
      return isPlace(start, end) ? [{ start, end, context: contextKept(newText, { start, end }, was) }] : []
    })
    .toSorted((a, b) => b.context - a.context)
    .slice(0, WEIGHED)
    .map((place) => candidate(texts, place, was, 1, 'same-words'))
}

/** Units of context that stand unbroken on either side of a place: a quick measure, to choose what is worth a score. */
function contextKept(text: string, { start, end }: Span, { prefix, suffix }: QuoteContext): number {
  let before = 0
  while (before < prefix.length && prefix.at(-1 - before) === text[start - 1 - before]) before++
  let behind = 0
  while (behind < suffix.length && suffix[behind] === text[end + behind]) behind++
  return before + behind
}

/** A span whose quote is not at its offsets: the offsets say nothing, only the words can be looked for. */
function brokenSpan(texts: Texts, span: AnchoredSpan): Anchored {
  const everywhere = [{ start: 0, end: texts.newText.length }]
  const candidates = span.quote === '' ? [] : best(texts, span, sameWords(texts, span), () => everywhere)
  return { id: span.id, outcome: candidates.length > 0 ? 'found' : 'lost', broken: true, candidates }
}

/** The best of the candidates; where none is good, also of passages like the quote. */
function best(
  texts: Texts,
  was: QuoteContext,
  known: readonly (Candidate | null)[],
  where: (texts: Texts) => readonly Span[],
): Candidate[] {
  const all = known.filter((one) => one !== null)
  if (!all.some((one) => one.score >= GOOD)) {
    const similar = similarPlaces(texts.newIndex, was.quote, where(texts))
    all.push(...similar.map((place) => candidate(texts, place, was, place.words, 'similar')))
  }
  // Where the texts were compared, that says more than any words: a replaced name must not lose to the same name elsewhere.
  const isFirst = (one: Candidate): boolean => one.how === 'aligned' && !all.some((other) => other.score >= GOOD && one.score < GOOD)
  const ranked = all.toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.score - a.score || RANK[a.how] - RANK[b.how] || a.start - b.start,
  )
  const kept: Candidate[] = []
  for (const one of ranked) {
    if (kept.length === MAX_CANDIDATES) break
    if (!kept.some((other) => overlap(one, other) > 0.5)) kept.push(one)
  }
  return kept
}

const RANK: Readonly<Record<FoundHow, number>> = { aligned: 0, 'same-words': 1, similar: 2 }

const candidate = ({ newText }: Texts, { start, end }: Span, was: QuoteContext, words: number, how: FoundHow): Candidate => ({
  start,
  end,
  score: scoreOf(newText, { start, end }, was, words),
  how,
})

/** Units in common by units of the shorter. */
function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / Math.min(a.end - a.start, b.end - b.start)
}

const isOnGraphemes = (text: string, start: number, end: number): boolean =>
  isCharBoundary(text, start) && isCharBoundary(text, end) && graphemeFloor(text, start) === start && graphemeFloor(text, end) === end
