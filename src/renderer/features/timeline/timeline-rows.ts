/** The timeline as rows: what was said and what happened in the window, in order of time, for reading, copying and screen readers. */
import type { IntlShape } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { eventDays, type LibraryEvent } from '../../../shared/domain/event.ts'
import { dayToIso } from '../../../shared/domain/partial-date.ts'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { CopiedTable } from '../../lib/copied-table.ts'
import type { Say } from '../../lib/say.ts'
import type { Span } from './axis.ts'
import { eventDates } from './event-kind.tsx'
import type { MarkWords } from './use-mark-words.ts'

/** As many quotes as one question may ask for. */
export const MOST_ROWS_SHOWN = 2_000

const isIn = ({ first, last }: { first: number; last: number }, span: Span): boolean => last >= span.start && first < span.end

/** Marks in the window, in order of time. */
export const marksSeen = ({ marks }: Pick<Timeline, 'marks'>, span: Span): Mark[] => marks.filter((mark) => isIn(mark, span))

export type TimelineRow = { kind: 'mark'; first: number; mark: Mark } | { kind: 'event'; first: number; event: LibraryEvent }

/** What starts on a day comes before what is said on it. */
export function rowsOf(marks: readonly Mark[], events: readonly LibraryEvent[], span: Span): TimelineRow[] {
  const happened = events
    .filter((event) => isIn(eventDays(event), span))
    .map((event): TimelineRow => ({ kind: 'event', first: eventDays(event).first, event }))
  return [...happened, ...marks.map((mark): TimelineRow => ({ kind: 'mark', first: mark.first, mark }))].toSorted(
    (a, b) => a.first - b.first,
  )
}

export const rowDate = (mark: Mark, words: MarkWords, say: Say): string =>
  mark.dateFrom === 'publication' ? say('evidence.published', { date: words.date(mark) }) : words.date(mark)

export const sourceOf = (quote: Evidence | undefined): string => [quote?.outlet, quote?.articleTitle].filter(Boolean).join(', ')

export const laneName = ({ lanes }: Pick<Timeline, 'lanes'>, lane: number, words: MarkWords): string => {
  const found = lanes[lane]
  return found ? words.lane(found) : ''
}

const COLUMNS = ['what', 'from', 'to', 'date', 'party', 'tag', 'issue', 'stance', 'strength', 'quote', 'source'] as const

export interface TableParts {
  events: readonly LibraryEvent[]
  codebook: Codebook
  words: MarkWords
  say: Say
  intl: IntlShape
  quotes: ReadonlyMap<number, Evidence>
}

/** All that is in the window, its days as numbers that sort and in words; an event has its title for a quote and its place for a source. */
export function tableOf(timeline: Timeline, span: Span, { events, codebook, words, say, intl, quotes }: TableParts): CopiedTable {
  if (timeline.bins !== null) return binTable(timeline.bins.bins, timeline, span, words, say)
  return {
    head: COLUMNS.map((column) => say(`timeline.column.${column}`)),
    rows: rowsOf(marksSeen(timeline, span), events, span).map((row) => {
      if (row.kind === 'event') {
        const { event } = row
        const { first, last } = eventDays(event)
        const what = say(`event.kind.${event.kind}`)
        return [what, dayToIso(first), dayToIso(last), eventDates(intl, event), '', '', '', '', '', event.title, event.place]
      }
      const { mark } = row
      const quote = quotes.get(mark.id)
      return [
        say('timeline.statement'),
        dayToIso(mark.first),
        dayToIso(mark.last),
        rowDate(mark, words, say),
        laneName(timeline, mark.lane, words),
        codebook.tagById.get(mark.tagId)?.name ?? '',
        words.issues(mark.issueIds),
        mark.stance === null ? '' : say(`stance.${mark.stance}`),
        mark.intensity === null ? '' : String(mark.intensity),
        quote?.quote ?? '',
        sourceOf(quote),
      ]
    }),
  }
}

/** Where statements are counted, a row for each count. */
function binTable(
  bins: readonly { first: number; last: number; lane: number; statements: number }[],
  timeline: Timeline,
  span: Span,
  words: MarkWords,
  say: Say,
): CopiedTable {
  return {
    head: (['from', 'to', 'party', 'count'] as const).map((column) => say(`timeline.column.${column}`)),
    rows: bins
      .filter((bin) => isIn(bin, span))
      .toSorted((a, b) => a.first - b.first || a.lane - b.lane)
      .map(({ first, last, lane, statements }) => [dayToIso(first), dayToIso(last), laneName(timeline, lane, words), String(statements)]),
  }
}
