/**
 * Timeline: who said what when, a lane for each party, with the events it is read against. What is seen is in the address: one comes back
 * from a passage to the same window.
 */
import { CalendarPlus, FileOutput, Filter as FilterIcon } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { eventDays } from '../../../shared/domain/event.ts'
import { dayToIso } from '../../../shared/domain/partial-date.ts'
import { useCodebook } from '../../lib/codebook.ts'
import { useCanWrite } from '../../lib/data.ts'
import { useEvidence } from '../../lib/evidence.ts'
import { FilterBar } from '../../lib/parts/filter/filter-bar.tsx'
import { SavedViews } from '../../lib/parts/filter/saved-views.tsx'
import type { ReportsPlace } from '../../lib/reports-place.ts'
import { useSay } from '../../lib/say.ts'
import { timelinePlaceSchema, type TimelinePlace } from '../../lib/timeline-place.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { zoomed } from './axis.ts'
import { newEvent } from './event-form.tsx'
import { layoutChart, type ChartLayout } from './layout-chart.ts'
import { QuoteCard } from './quote-card.tsx'
import { TimelineCopy } from './timeline-copy.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import { marksSeen, MOST_ROWS_SHOWN } from './timeline-rows.ts'
import { TimelinePopover, type Floating } from './timeline-popover.tsx'
import { instead, TooMuch } from './timeline-states.tsx'
import { TimelineTable } from './timeline-table.tsx'
import { TimelineTools } from './timeline-tools.tsx'
import styles from './timeline-view.module.css'
import { useMarkWords } from './use-mark-words.ts'
import { useShown } from './use-shown.ts'
import { endsOf, useSpan } from './use-span.ts'
import { useWidth } from './use-width.ts'

const NO_MARKS = { lanes: [], marks: [], bins: null }
/** Rows of a lane in a picture, which need not fit a window. */
const PICTURE_ROWS = 60
/** Windows lower than this have no room for a legend until one asks for it. */
const LOW = 780

export interface TimelineViewProps {
  place: TimelinePlace
  onPlace: (place: TimelinePlace, options?: { replace?: boolean }) => void
  onOpenEvidence: (evidence: Evidence) => void
  onRead: () => void
  /** To a report on what is shown. */
  onReport: (place: ReportsPlace) => void
}

export function TimelineView({ place, onPlace, onOpenEvidence, onRead, onReport }: TimelineViewProps) {
  const say = useSay()
  const codebook = useCodebook()
  const words = useMarkWords(codebook)
  const canWrite = useCanWrite()
  const filter = place.filter ?? {}
  const shown = useShown(filter, place.level ?? 'side', place)
  const { all, drawn, events, whole } = shown
  const [floating, setFloating] = useState<Floating | null>(null)
  const [hasLegend, setLegend] = useState(() => window.innerHeight >= LOW)
  /** The chart is drawn whole for a moment, to be taken as a picture. */
  const [isPicture, setPicture] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const plot = useWidth()
  const latest = useRef(place)
  latest.current = place
  const set = (patch: Partial<TimelinePlace>): void => onPlace({ ...latest.current, ...patch }, { replace: true })
  const { span, set: setSpan, settle } = useSpan(whole, place, ({ from, to }) => set({ from, to }))
  const perDay = plot.width / (span.end - span.start)
  const chart = useMemo(() => layoutChart(drawn ?? NO_MARKS, perDay || 1, isPicture ? PICTURE_ROWS : undefined), [drawn, perDay, isPicture])
  const newest = useRef(chart)
  newest.current = chart
  const withWholeChart = <T,>(take: (chart: ChartLayout) => T): T => {
    flushSync(() => setPicture(true))
    try {
      return take(newest.current)
    } finally {
      flushSync(() => setPicture(false))
    }
  }
  /** Quotes are there for rows to be read; a drawing does without. */
  const seen = useMemo(() => (drawn && place.table ? marksSeen(drawn, span).slice(0, MOST_ROWS_SHOWN) : []), [drawn, place.table, span])
  const quotes = useEvidence(useMemo(() => seen.map(({ id }) => id), [seen]))
  const open = (evidence: Evidence): void => {
    settle()
    onOpenEvidence(evidence)
  }
  /** The address says the window, so that the way back leads to the one before. */
  const showDays = (first: number, last: number): void => {
    const air = Math.max(1, Math.round((last + 1 - first) * 0.1))
    set({ from: dayToIso(first - air), to: dayToIso(last + air) })
  }
  const removed = useRef(false)
  useEffect(() => {
    if (!removed.current) return
    removed.current = false
    // The event that had the focus is gone: one goes on where events are added.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) page.current?.querySelector<HTMLElement>('[data-add-event] button')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [events])
  const middle = dayToIso(Math.floor((span.start + span.end) / 2))
  const openId = place.mark !== undefined && drawn?.marks.some(({ id }) => id === place.mark) ? place.mark : null
  /** Where there are many marks only the quote that is open is known. */
  const opened = useEvidence(openId === null ? [] : [openId])
  const passage = (id: number): void => {
    const quote = opened.get(id)
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
        const anchor = { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 }
        setFloating({ kind: 'form', draft: newEvent(middle, middle), anchor })
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
          hasLegend={hasLegend}
          onLegend={setLegend}
          onZoom={(factor) => setSpan(factor === null ? whole : zoomed(span, factor, (span.start + span.end) / 2, whole))}
        />
        <span className={styles.end}>
          <SavedViews view="timeline" place={place} onOpen={(next) => onPlace(timelinePlaceSchema.parse(next))} />
          <IconButton
            label={say('reports.fromTimeline')}
            icon={<FileOutput />}
            onPress={() => onReport({ kind: 'timeline', filter, level: place.level ?? 'side' })}
          />
          <TimelineCopy
            page={page.current}
            timeline={drawn}
            events={events}
            span={span}
            filter={filter}
            width={plot.width}
            colour={place.colour ?? 'tag'}
            hasThreads={place.threads ?? false}
            isTable={place.table ?? false}
            codebook={codebook}
            words={words}
            withWholeChart={withWholeChart}
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
            {drawn && !place.table && hasLegend && (
              <TimelineLegend
                timeline={drawn}
                events={events}
                codebook={codebook}
                colour={place.colour ?? 'tag'}
                hasThreads={(place.threads ?? false) || openId !== null}
              />
            )}
            {drawn && place.table && (
              <TimelineTable
                timeline={drawn}
                events={events}
                span={span}
                codebook={codebook}
                words={words}
                quotes={quotes}
                onOpenEvidence={open}
              />
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
                isWhole={isPicture}
                onSpan={setSpan}
                onOpen={(id) => set({ mark: id ?? undefined })}
                onPassage={passage}
                onEvent={(event, anchor) => setFloating({ kind: 'event', event, anchor })}
                onHidden={(marks, anchor) => setFloating({ kind: 'hidden', marks, anchor })}
                onDraw={({ starts, ends }, anchor) => setFloating({ kind: 'form', draft: newEvent(starts, ends), anchor })}
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
      <TimelinePopover
        floating={floating}
        onFloat={setFloating}
        timeline={drawn}
        codebook={codebook}
        words={words}
        today={all?.today ?? 0}
        canWrite={canWrite}
        onDays={showDays}
        onSaid={(event) => {
          const { first, last } = eventDays(event)
          const [from, to] = [dayToIso(first), dayToIso(last)]
          set({ filter: { ...filter, from, to }, from, to })
        }}
        onOpen={(id) => set({ mark: id })}
        onRemoved={() => {
          removed.current = true
        }}
      />
    </div>
  )
}
