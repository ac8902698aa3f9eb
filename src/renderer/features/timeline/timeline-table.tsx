/** The timeline as a table: the same statements and events in the same window, for those who read rows. Only rows in sight are made. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Evidence } from '../../../shared/domain/compare.ts'
import type { LibraryEvent } from '../../../shared/domain/event.ts'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Cell, HeadCell, Table } from '../../ui/table.tsx'
import type { Span } from './axis.ts'
import { eventDates, EventIcon } from './event-kind.tsx'
import { laneName, marksSeen, MOST_ROWS_SHOWN, rowDate, rowsOf, sourceOf, tableOf } from './timeline-rows.ts'
import styles from './timeline-table.module.css'
import type { MarkWords } from './use-mark-words.ts'

export interface TimelineTableProps {
  timeline: Timeline
  events: readonly LibraryEvent[]
  span: Span
  codebook: Codebook
  words: MarkWords
  quotes: ReadonlyMap<number, Evidence>
  onOpenEvidence: (evidence: Evidence) => void
}

const ROW = 42
const COLUMNS = ['date', 'party', 'tag', 'issue', 'stance', 'quote', 'source'] as const

export function TimelineTable({ timeline, events, span, codebook, words, quotes, onOpenEvidence }: TimelineTableProps) {
  const say = useSay()
  const intl = useIntl()
  const frame = useRef<HTMLDivElement>(null)
  const all = marksSeen(timeline, span)
  const bins = timeline.bins === null ? null : tableOf(timeline, span, { events, codebook, words, say, intl, quotes })
  const items = bins ? [] : rowsOf(all.slice(0, MOST_ROWS_SHOWN), events, span)
  const head = bins ? bins.head : COLUMNS.map((column) => say(`timeline.column.${column}`))
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed to a memoized child
  const virtual = useVirtualizer({
    count: bins ? bins.rows.length : items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 20,
  })
  const rows = virtual.getVirtualItems()
  const before = rows[0]?.start ?? 0
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0)
  const cellsOf = (mark: Mark) => {
    const tag = codebook.tagById.get(mark.tagId)
    const quote = quotes.get(mark.id)
    return (
      <>
        <Cell className={styles.fit}>{rowDate(mark, words, say)}</Cell>
        <Cell isWrapped className={styles.party}>
          <bdi>{laneName(timeline, mark.lane, words)}</bdi>
        </Cell>
        <Cell className={styles.fit}>{tag && <TagMark tag={tag} />}</Cell>
        <Cell isWrapped className={styles.issue}>
          <bdi>{words.issues(mark.issueIds)}</bdi>
        </Cell>
        <Cell className={styles.fit}>{mark.stance && <StanceMark stance={mark.stance} />}</Cell>
        <Cell isWrapped className={styles.quote}>
          {quote && (
            <button type="button" dir="auto" lang={quote.language ?? undefined} onClick={() => onOpenEvidence(quote)}>
              {quote.quote}
            </button>
          )}
        </Cell>
        <Cell isWrapped className={styles.source}>
          <bdi>{sourceOf(quote)}</bdi>
        </Cell>
      </>
    )
  }
  const cellsOfEvent = (event: LibraryEvent) => (
    <>
      <Cell isWrapped className={styles.party}>
        {eventDates(intl, event)}
      </Cell>
      <Cell isWrapped className={styles.event} colSpan={COLUMNS.length - 1}>
        <EventIcon kind={event.kind} /> {say(`event.kind.${event.kind}`)}: <bdi>{event.title}</bdi>
        {event.place !== '' && (
          <>
            , <bdi>{event.place}</bdi>
          </>
        )}
      </Cell>
    </>
  )
  return (
    <div className={styles.table}>
      {items.length > 0 && all.length > MOST_ROWS_SHOWN && (
        <p className={styles.note}>{say('timeline.tableCut', { shown: MOST_ROWS_SHOWN, count: all.length })}</p>
      )}
      <Table ref={frame} label={say('timeline.table')} className={styles.frame ?? ''}>
        <thead>
          <tr>
            {head.map((label) => (
              <HeadCell key={label} label={label} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Filler columns={head.length} height={before} />}
          {rows.map(({ index, key }) => {
            const item = items[index]
            return (
              <tr
                key={key}
                data-index={index}
                ref={virtual.measureElement}
                className={item?.kind === 'event' ? styles.happened : undefined}
              >
                {item?.kind === 'mark' && cellsOf(item.mark)}
                {item?.kind === 'event' && cellsOfEvent(item.event)}
                {bins?.rows[index]?.map((cell, column) => (
                  <Cell key={head[column]} className={styles.fit}>
                    {cell}
                  </Cell>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Filler columns={head.length} height={after} />}
        </tbody>
      </Table>
    </div>
  )
}

function Filler({ columns, height }: { columns: number; height: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it only takes up room */}
      <td colSpan={columns} style={{ blockSize: height, padding: 0 }} />
    </tr>
  )
}
