/** Re-anchoring after a correction of 5 %: how many places are right, what is wrong, what it costs against searching every quote by itself. */
import { anchorSpans } from '../../src/core/anchoring/anchoring.ts'
import type { AnchoredSpan } from '../../src/core/anchoring/types.ts'
import { quoteContext } from '../../src/shared/text/anchor.ts'
import { correctedText, seeded } from './anchoring-texts.ts'
import type { Figure } from './index.ts'
import { searchQuote } from './quote-search.ts'

const ROUNDS = 3
const RATE = 0.05

interface Place {
  start: number
  end: number
}

/** `size` quotes in 100 units of text each. */
export async function anchoringSuite(size: number): Promise<Figure[]> {
  const rounds = Array.from({ length: size > 1_000 ? 1 : ROUNDS }, (_, round) => oneRound(size, round + 1))
  const all = rounds.flatMap((round) => round.quotes)
  const there = all.filter(({ truth }) => truth !== null)
  const removed = all.filter(({ truth }) => truth === null)
  const share = (part: number, whole: number): number => (100 * part) / Math.max(1, whole)
  const of = (found: (quote: Judged) => Place | null | undefined, isSo: (overlap: number) => boolean): number => {
    const judged = there.filter((quote) => found(quote) !== undefined)
    return share(judged.filter((quote) => isSo(overlap(found(quote), quote.truth))).length, judged.length)
  }
  const looked = (quotes: readonly Judged[]): Judged[] => quotes.filter((quote) => quote.searched !== undefined)
  const figure = (name: string, value: number, target: number | null, baseline: number | null): Figure => ({
    suite: 'anchoring',
    name,
    size: `${size}`,
    value,
    unit: '%',
    baseline: 'all quotes',
    baselineValue: 100,
    target,
    ...(baseline === null ? {} : { name: `${name} (searched: ${baseline.toFixed(2)} %)` }),
  })
  const best = (quote: Judged): Place | null => quote.candidate ?? null
  const searched = (quote: Judged): Place | null | undefined => quote.searched
  return [
    figure(
      'best place not exactly right',
      of(best, (o) => o < 1),
      0.04,
      of(searched, (o) => o < 1),
    ),
    figure(
      'best place right by less than 0.8',
      of(best, (o) => o < 0.8),
      0.01,
      of(searched, (o) => o < 0.8),
    ),
    figure(
      'best place somewhere else',
      share(there.filter((quote) => quote.candidate && overlap(quote.candidate, quote.truth) === 0).length, there.length),
      0.002,
      share(looked(there).filter((quote) => quote.searched && overlap(quote.searched, quote.truth) === 0).length, looked(there).length),
    ),
    figure('moved by itself', share(there.filter((quote) => quote.movesItself).length, there.length), null, null),
    figure(
      'moved by itself to a wrong place',
      share(there.filter((quote) => quote.movesItself && overlap(quote.candidate, quote.truth) < 1).length, there.length),
      0,
      null,
    ),
    figure(
      `removed passages (${removed.length}) moved by themselves`,
      share(removed.filter((quote) => quote.movesItself).length, removed.length),
      0,
      share(removed.filter((quote) => quote.searched).length, looked(removed).length),
    ),
    figure('removed passages offered for a look', share(removed.filter((quote) => quote.candidate).length, removed.length), null, null),
    {
      suite: 'anchoring',
      name: 'CPU of all quotes',
      size: `${size}`,
      value: sum(rounds.map((round) => round.cpu)) / rounds.length,
      unit: 'ms',
      baseline: 'every quote searched by itself',
      baselineValue: sum(rounds.map((round) => round.searchCpu)) / rounds.length,
      target: size > 1_000 ? 0.1 : 0.35,
    },
  ]
}

interface Judged {
  truth: Place | null
  candidate: Place | undefined
  movesItself: boolean
  /** Undefined where it was not searched. */
  searched: Place | null | undefined
}

function oneRound(size: number, seed: number): { quotes: Judged[]; cpu: number; searchCpu: number } {
  const { before, after, truth, quote } = correctedText(size * 100, RATE, seed)
  const random = seeded(seed + 1_000)
  const spans = Array.from({ length: size }, (_, id): AnchoredSpan => {
    const { start, end } = quote(random)
    return { id, start, end, ...quoteContext(before, start, end) }
  })
  const ours = timedCpu(() => anchorSpans(before, after, spans))
  // A search reads the whole text for every quote: of many quotes some stand for all.
  const step = size > 1_000 ? 50 : 1
  const theirs = timedCpu(() => spans.map((span, at) => (at % step === 0 ? searchQuote(after, span) : undefined)))
  const quotes = spans.map((span, at): Judged => {
    const anchored = ours.value[at]
    return {
      truth: truth(span.start, span.end),
      candidate: anchored?.candidates[0],
      movesItself: anchored?.outcome === 'exact',
      searched: theirs.value[at],
    }
  })
  return { quotes, cpu: ours.ms, searchCpu: theirs.ms * step }
}

/** CPU time of this process, in milliseconds: others on the machine do not count. */
function timedCpu<T>(work: () => T): { value: T; ms: number } {
  const start = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(start)
  return { value, ms: (user + system) / 1_000 }
}

/** Units in common by units of both together, 0..1. */
function overlap(a: Place | null | undefined, b: Place | null | undefined): number {
  if (!a || !b) return 0
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
