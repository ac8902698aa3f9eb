/**
 * Timeline: who said what when, a lane for each party, with the events it is read against. What is seen is in the address: one comes back
 * from a passage to the same window.
 */
import { CalendarPlus, Filter as FilterIcon } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { dayToIso } from '../../../shared/domain/partial-date.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useCanWrite } from '../../lib/data.ts'
import { useEvidence } from '../../lib/evidence.ts'
import { CopyMenu } from '../../lib/parts/copy-menu.tsx'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { SavedViews } from '../../lib/parts/filter/saved-views.tsx'
import { useSay } from '../../lib/say.ts'
import { timelinePlaceSchema, type TimelinePlace } from '../../lib/timeline-place.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { zoomed } from './axis.ts'
import { draftOf, EventForm, newEvent, type EventDraft } from './event-form.tsx'
import { layoutChart } from './layout-chart.ts'
import { layoutEvents } from './layout-events.ts'
import { chartPicture } from './picture.ts'
import { QuoteCard } from './quote-card.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import { marksSeen, MOST_ROWS_SHOWN, tableOf } from './timeline-rows.ts'
import { instead, TooMuch } from './timeline-states.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { TimelineTools } from './timeline-tools.tsx'
import styles from './timeline-view.module.css'
import { useMarkWords } from './use-mark-words.ts'
import { useShown } from './use-shown.ts'
import { endsOf, useSpan } from './use-span.ts'
import { useWidth } from './use-width.ts'

export interface TimelineViewProps {
  place: TimelinePlace
  onPlace: (place: TimelinePlace, options?: { replace?: boolean }) => void
  onOpenEvidence: (evidence: Evidence) => void
  onRead: () => void
}

export function TimelineView({ place, onPlace, onOpenEvidence, onRead }: TimelineViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const words = useMarkWords(codebook)
  const canWrite = useCanWrite()
  const filter = place.filter ?? {}
  const shown = useShown(filter, place.level ?? 'side', place)
  const { all, drawn, events, whole } = shown
  const [editing, setEditing] = useState<{ draft: EventDraft; anchor: AnchorRect } | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const plot = useWidth()
  const latest = useRef(place)
  latest.current = place
  const set = (patch: Partial<TimelinePlace>): void => onPlace({ ...latest.current, ...patch }, { replace: true })
  const { span, set: setSpan, settle } = useSpan(whole, place, ({ from, to }) => set({ from, to }))
  const perDay = plot.width / (span.end - span.start)
  const chart = useMemo(() => layoutChart(drawn ?? { lanes: [], marks: [], bins: null }, perDay || 1), [drawn, perDay])
  /** Quotes are there for rows to be read or copied; a drawing of many marks does without. */
  const seen = useMemo(() => (drawn ? marksSeen(drawn, span).marks : []), [drawn, span])
  const wantsQuotes = place.table === true || (drawn?.marks.length ?? 0) <= MOST_ROWS_SHOWN
  const quotes = useEvidence(
    useMemo(
      () => (wantsQuotes ? (place.table ? seen : (drawn?.marks ?? [])).map(({ id }) => id) : []),
      [wantsQuotes, place.table, seen, drawn],
    ),
  )
  const open = (evidence: Evidence): void => {
    settle()
    onOpenEvidence(evidence)
  }
  const edit = (draft: EventDraft, anchor: AnchorRect): void => setEditing({ draft, anchor })
  const middle = dayToIso(Math.floor((span.start + span.end) / 2))
  const openId = place.mark !== undefined && drawn?.marks.some(({ id }) => id === place.mark) ? place.mark : null
  /** Where there are many marks only the quote that is open is known. */
  const opened = useEvidence(openId === null ? [] : [openId])
  const passage = (id: number): void => {
    const quote = quotes.get(id) ?? opened.get(id)
    if (quote) open(quote)
    else set({ mark: id })
  }
  const addEvent = canWrite && (
    <Button
      label={say('event.add')}
      size="small"
      icon={<CalendarPlus />}
      onPress={() => {
        const box = page.current?.querySelector('[data-add-event]')?.getBoundingClientRect()
        edit(newEvent(middle, middle), { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 })
      }}
    />
  )
  const state = instead({
    shown,
    say,
    hasFilter: Object.keys(filter).length > 0,
    onClear: () => set({ filter: undefined }),
    onRead,
    addEvent,
  })
  return (
    <div ref={page} className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{say('timeline.title')}</h1>
        <TimelineTools
          place={place}
          onSet={set}
          onZoom={(factor) => setSpan(factor === null ? whole : zoomed(span, factor, (span.start + span.end) / 2, whole))}
        />
        <span className={styles.end}>
          <SavedViews view="timeline" place={place} onOpen={(next) => onPlace(timelinePlaceSchema.parse(next))} />
          <CopyMenu
            name={say('timeline.title')}
            picture={() =>
              page.current && drawn && !place.table
                ? chartPicture(page.current, { chart, words, boxes: layoutEvents(events, span, plot.width), width: plot.width, say })
                : null
            }
            table={() => (drawn ? tableOf(drawn, span, { codebook, words, say, quotes }) : null)}
          />
        </span>
        <div className={styles.line}>
          <FilterBar filter={filter} onChange={(next) => set({ filter: Object.keys(next).length > 0 ? next : undefined })} />
          <Button
            label={say('timeline.filterToSpan')}
            kind="quiet"
            size="small"
            icon={<FilterIcon />}
            onPress={() => set({ filter: { ...filter, ...endsOf(span) } })}
          />
        </div>
      </header>
      <div className={styles.body}>
        {state ?? (
          <div className={styles.main}>
            {all && drawn && <TooMuch timeline={drawn} />}
            {drawn && !place.table && <TimelineLegend timeline={drawn} codebook={codebook} colour={place.colour ?? 'tag'} />}
            {drawn && place.table && (
              <TimelineTable timeline={drawn} span={span} codebook={codebook} words={words} quotes={quotes} onOpenEvidence={open} />
            )}
            {drawn && all && !place.table && (
              <TimelineChart
                timeline={drawn}
                overview={all}
                events={events}
                chart={chart}
                codebook={codebook}
                words={words}
                span={span}
                whole={whole}
                width={plot.width}
                plot={plot.ref}
                colour={place.colour ?? 'tag'}
                allThreads={place.threads ?? false}
                openId={openId}
                canWrite={canWrite}
                onSpan={setSpan}
                onOpen={(id) => set({ mark: id ?? undefined })}
                onPassage={passage}
                onEvent={(event, anchor) => edit(draftOf(event), anchor)}
                onDraw={({ starts, ends }, anchor) => edit(newEvent(starts, ends), anchor)}
                addEvent={addEvent && <span data-add-event>{addEvent}</span>}
              />
            )}
          </div>
        )}
        {drawn && openId !== null && !place.table && state === null && (
          <QuoteCard
            id={openId}
            timeline={drawn}
            codebook={codebook}
            words={words}
            onOpen={(id) => set({ mark: id })}
            onClose={() => set({ mark: undefined })}
            onOpenEvidence={open}
          />
        )}
      </div>
      <Popover label={say('event.title')} anchor={editing?.anchor ?? null} onClose={() => setEditing(null)}>
        {(close) => editing && <EventForm draft={editing.draft} today={all?.today ?? 0} isReadOnly={!canWrite} onClose={close} />}
      </Popover>
    </div>
  )
}
