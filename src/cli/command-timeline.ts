/** `timeline`: what was said when, with the events between, in order of time; with --json the very marks that the window draws. */
import { eventDays, type LibraryEvent } from '../shared/domain/event.ts'
import { dayRange, dayToIso } from '../shared/domain/partial-date.ts'
import type { Mark, Timeline } from '../shared/domain/timeline.ts'
import type { Client } from '../shared/rpc/client.ts'
import { readLevel } from './command-compare.ts'
import type { CommandSpec } from './command.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { withLibrary } from './library.ts'
import { codebookNames, line } from './table.ts'
import { say } from './words.ts'

/** As many quotes as one question may ask for. */
const PAGE = 2_000

export const timelineCommand: CommandSpec = {
  name: 'timeline',
  usage: `timeline --library FILE [--level speaker|organisation|side] ${FILTER_USAGE}`,
  options: { ...FILTER_OPTIONS, level: { type: 'string' } },
  example: 'parley timeline --from 2025-10-18 --to 2025-10-30 --library talks.parley',
  run: ({ options, json, out }) =>
    withLibrary(options, async ({ client }) => {
      const level = readLevel(options.level)
      const filter = await readFilter(client, options)
      const timeline = await client.call('timeline.marks', { filter, level })
      const [from, to] = [filter.from ? dayRange(filter.from).first : -Infinity, filter.to ? dayRange(filter.to).last : Infinity]
      const events = (await client.call('events.list', {})).filter((event) => eventDays(event).last >= from && eventDays(event).first <= to)
      if (json) return out.json({ ...timeline, events })
      for (const text of await linesOf(client, timeline, events)) out.text(text)
      if (timeline.undated > 0) out.error(say('cli.timeline.undated', { count: timeline.undated }))
      if (timeline.bins !== null) out.error(say('timeline.tooMuch', { count: timeline.statements }))
    }),
}

/** Day, what it is, who, what was said, where it stands. An event that starts on a day comes before what is said on it. */
async function linesOf(client: Client, timeline: Timeline, events: readonly LibraryEvent[]): Promise<string[]> {
  const names = await codebookNames(client)
  const laneName = (lane: number): string => {
    const partyId = timeline.lanes[lane]?.partyId
    return partyId === null || partyId === undefined ? '-' : (names.parties.get(partyId) ?? '-')
  }
  const quotes = await quotesOf(client, timeline.marks)
  const marks = timeline.marks.map((mark) => {
    const quote = quotes.get(mark.id)
    const source = quote ? [quote.outlet ?? '', quote.articleTitle].filter((part) => part !== '').join(', ') : ''
    const date = dateOf(mark)
    const dated = mark.dateFrom === 'publication' ? say('cli.timeline.published', { date }) : date
    return { day: mark.first, text: line([dated, names.tags.get(mark.tagId) ?? '-', laneName(mark.lane), quote?.quote ?? '', source]) }
  })
  const bins = (timeline.bins?.bins ?? [])
    .toSorted((a, b) => a.first - b.first || a.lane - b.lane)
    .map(({ first, last, lane, statements }) => ({
      day: first,
      text: line([span(dayToIso(first), dayToIso(last)), laneName(lane), statements]),
    }))
  const happened = events.map((event) => ({
    day: eventDays(event).first,
    text: line([span(event.starts, event.ends ?? event.starts), say(`event.kind.${event.kind}`), event.title, event.place]),
  }))
  return [...happened, ...marks, ...bins].toSorted((a, b) => a.day - b.day).map(({ text }) => text)
}

const span = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)
const dateOf = ({ first, precision }: Mark): string => dayToIso(first).slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)

async function quotesOf(client: Client, marks: readonly Mark[]) {
  const found = new Map<number, { quote: string; outlet: string | null; articleTitle: string }>()
  for (let start = 0; start < marks.length; start += PAGE) {
    const ids = marks.slice(start, start + PAGE).map(({ id }) => id)
    for (const one of await client.call('evidence.byIds', { ids })) found.set(one.id, one)
  }
  return found
}
