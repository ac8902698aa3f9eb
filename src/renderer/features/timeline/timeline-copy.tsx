/** The timeline given away: its window as a picture with all that it takes to be read elsewhere, or its rows with every quote. */
import { useIntl } from 'react-intl'
import { CopyMenu } from '../../lib/parts/copy-menu.tsx'
import { partsOf } from '../../lib/parts/filter/filter-set.ts'
import { useFilterWords } from '../../lib/parts/filter/use-filter-words.ts'
import type { Filter } from '../../../shared/domain/filter.ts'
import type { LibraryEvent } from '../../../shared/domain/event.ts'
import type { Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { allQuotes } from './all-quotes.ts'
import type { Span } from './axis.ts'
import type { ChartLayout } from './layout-chart.ts'
import { layoutEvents } from './layout-events.ts'
import { legendItems } from './legend-items.ts'
import type { MarkColour } from './mark-face.ts'
import { chartPicture } from './picture.ts'
import { hiddenIn } from './picture-hidden.ts'
import { marksSeen, tableOf } from './timeline-rows.ts'
import type { MarkWords } from './use-mark-words.ts'

export interface TimelineCopyProps {
  page: HTMLElement | null
  timeline: Timeline | undefined
  events: readonly LibraryEvent[]
  span: Span
  filter: Filter
  width: number
  colour: MarkColour
  hasThreads: boolean
  isTable: boolean
  codebook: Codebook
  words: MarkWords
  /** Has the chart drawn whole, takes something from it, and has it drawn as before. */
  withWholeChart: <T>(take: (chart: ChartLayout) => T) => T
}

export function TimelineCopy(props: TimelineCopyProps) {
  const { page, timeline, events, span, filter, width, codebook, words } = props
  const say = useSay()
  const intl = useIntl()
  const filterWords = useFilterWords(filter)
  const picture = (): string | null => {
    if (!page || !timeline || props.isTable) return null
    const chosen = partsOf(filter).map(filterWords).join(' · ')
    const seen = { ...timeline, marks: marksSeen(timeline, span) }
    const boxes = layoutEvents(events, span, width)
    return props.withWholeChart((chart) =>
      chartPicture(page, {
        chart,
        words,
        boxes,
        width,
        say,
        legend: legendItems({ ...props, timeline: seen, events: boxes.map(({ event }) => event), say }),
        frame: {
          title: say('timeline.title'),
          about: [
            say('timeline.span', { from: words.day(span.start), to: words.day(span.end - 0.001) }),
            chosen === '' ? '' : say('timeline.picture.filter', { filter: chosen }),
          ],
          notes: hiddenIn(chart, span, width, { codebook, words, say }),
          made: say('timeline.picture.made', {
            count: timeline.statements,
            undated: timeline.undated,
            date: intl.formatDate(new Date(), { dateStyle: 'medium' }),
          }),
        },
      }),
    )
  }
  const table = async () => {
    if (!timeline) return null
    const quotes = await allQuotes(marksSeen(timeline, span).map(({ id }) => id))
    return tableOf(timeline, span, { events, codebook, words, say, intl, quotes })
  }
  return <CopyMenu name={say('timeline.title')} picture={picture} table={table} />
}
