/** The timeline as rows: what is in the window, in order of time, for reading, copying and screen readers. */
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import type { Say } from '../../lib/say.ts'
import type { Span } from './axis.ts'
import type { MarkWords } from './use-mark-words.ts'

/** As many quotes as one question may ask for. */
export const MOST_ROWS_SHOWN = 2_000

/** Marks in the window, and how many there are. */
export function marksSeen({ marks }: Pick<Timeline, 'marks'>, span: Span): { marks: Mark[]; count: number } {
  const seen = marks.filter(({ first, last }) => last >= span.start && first < span.end)
  return { marks: seen.slice(0, MOST_ROWS_SHOWN), count: seen.length }
}

export const rowDate = (mark: Mark, words: MarkWords, say: Say): string =>
  mark.dateFrom === 'publication' ? say('evidence.published', { date: words.date(mark) }) : words.date(mark)

/** Date, party, tag, stance, quote, source: with bins a row for each of them instead. */
export function tableOf(
  timeline: Timeline,
  span: Span,
  { codebook, words, say, quotes }: { codebook: Codebook; words: MarkWords; say: Say; quotes: ReadonlyMap<number, Evidence> },
): CopiedTable {
  const laneName = (lane: number): string => {
    const found = timeline.lanes[lane]
    return found ? words.lane(found) : ''
  }
  if (timeline.bins !== null)
    return {
      head: [say('timeline.column.from'), say('timeline.column.to'), say('timeline.column.party'), say('timeline.column.count')],
      rows: timeline.bins.bins
        .filter(({ first, last }) => last >= span.start && first < span.end)
        .toSorted((a, b) => a.first - b.first || a.lane - b.lane)
        .map(({ first, last, lane, statements }) => [words.day(first), words.day(last), laneName(lane), String(statements)]),
    }
  return {
    head: (['date', 'party', 'tag', 'stance', 'quote', 'source'] as const).map((column) => say(`timeline.column.${column}`)),
    rows: marksSeen(timeline, span).marks.map((mark) => {
      const quote = quotes.get(mark.id)
      return [
        rowDate(mark, words, say),
        laneName(mark.lane),
        codebook.tagById.get(mark.tagId)?.name ?? '',
        mark.stance === null ? '' : say(`stance.${mark.stance}`),
        quote?.quote ?? '',
        [quote?.outlet, quote?.articleTitle].filter(Boolean).join(', '),
      ]
    }),
  }
}
