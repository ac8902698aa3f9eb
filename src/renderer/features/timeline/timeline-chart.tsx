/**
 * The drawing: events and axis above, a lane for each party below, all of time at the foot. Time runs from left to right also where the
 * interface runs the other way: atlases and calendars in Arabic and Urdu that turn it are read wrong as often as right, and two
 * directions of time in one office would be worse than one that is not one's own.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { LibraryEvent } from '../../../shared/domain/event.ts'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { cx } from '../../ui/cx.ts'
import { scaleOf, withDays, type Span } from './axis.ts'
import { AxisTicks } from './axis-ticks.tsx'
import type { OnHidden } from './count-mark.tsx'
import { EventBands } from './event-bands.tsx'
import { EventStrip } from './event-strip.tsx'
import { LaneMarks } from './lane-marks.tsx'
import { inSpan, lanesBetween, type ChartLayout } from './layout-chart.ts'
import { layoutEvents } from './layout-events.ts'
import type { MarkColour } from './mark-face.ts'
import { OverviewStrip } from './overview-strip.tsx'
import { Patterns } from './patterns.tsx'
import { ThreadLines, ThreadTitles } from './thread-lines.tsx'
import styles from './timeline-chart.module.css'
import { chartKey } from './use-chart-keys.ts'
import { useGestures } from './use-gestures.ts'
import type { MarkWords } from './use-mark-words.ts'

/** Lanes are drawn this far beyond what is in sight. */
const BEYOND = 200

export interface TimelineChartProps {
  timeline: Timeline
  /** All there is, where `timeline` is only what is in the window. */
  overview: Timeline
  events: readonly LibraryEvent[]
  chart: ChartLayout
  codebook: Codebook
  words: MarkWords
  span: Span
  whole: Span
  width: number
  colour: MarkColour
  allThreads: boolean
  openId: number | null
  canWrite: boolean
  /** All lanes are drawn, those out of sight too. */
  isWhole: boolean
  onSpan: (span: Span) => void
  onOpen: (id: number | null) => void
  onPassage: (id: number) => void
  onEvent: (event: LibraryEvent, anchor: AnchorRect) => void
  onHidden: OnHidden
  onDraw: (days: { starts: string; ends: string }, anchor: AnchorRect) => void
  /** Told the element whose width is that of the plot. */
  plot: (element: HTMLElement | null) => void
  addEvent: ReactNode
}

export function TimelineChart(props: TimelineChartProps) {
  const { timeline, events, chart, codebook, words, span, whole, width, openId, onSpan, onOpen, plot } = props
  const say = useSay()
  const root = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 1_000 })
  const [walkedId, setWalkedId] = useState<number | null>(openId)
  const [pointedId, setPointedId] = useState<number | null>(null)
  /** Who comes back from a passage goes on at the mark that led there. */
  const focusNext = useRef<number | null>(openId)
  const isReturn = useRef(openId !== null)
  useGestures(root, { span, whole, set: onSpan })
  const markById = useMemo(() => new Map(timeline.marks.map((mark) => [mark.id, mark])), [timeline.marks])
  const boxes = useMemo(() => layoutEvents(events, span, width), [events, span, width])
  const lanes = props.isWhole ? chart.lanes : lanesBetween(chart.lanes, view.top - BEYOND, view.top + view.height + BEYOND)
  /** The one that Tab comes to: where one was, else the first that is in sight. */
  const walked = walkedId === null ? undefined : markById.get(walkedId)
  const isSeen = (mark: Mark): boolean => mark.last >= span.start && mark.first < span.end
  const active =
    walked && isSeen(walked) ? walked : (lanes.flatMap(({ marks }) => inSpan(marks, ({ first }) => first, span)[0] ?? [])[0] ?? walked)
  const showLane = (mark: Mark): void => {
    const lane = chart.lanes[mark.lane]
    const box = body.current
    if (!lane || !box) return
    if (lane.top < box.scrollTop) box.scrollTop = lane.top
    else if (lane.top + lane.height > box.scrollTop + box.clientHeight) box.scrollTop = lane.top + lane.height - box.clientHeight
  }
  useEffect(() => {
    const id = focusNext.current
    if (id === null) return
    const mark = markById.get(id)
    if (mark && isReturn.current) showLane(mark)
    const target = root.current?.querySelector<SVGElement>(`[data-mark="${id}"]`)
    if (!target) return
    focusNext.current = null
    const held = document.activeElement
    // Who does something else by now is not taken away from it.
    if (isReturn.current && held !== document.body && held?.id !== 'place') return
    target.focus({ preventScroll: true })
  })
  const walk = (mark: Mark): void => {
    setWalkedId(mark.id)
    focusNext.current = mark.id
    isReturn.current = false
    const near = withDays(span, mark.first, mark.precision === 'day' ? mark.last : mark.first, whole)
    if (near !== span) onSpan(near)
    showLane(mark)
  }
  const threadsOf = (id: number | null): number[] => (id === null ? [] : (markById.get(id)?.threadIds ?? []))
  const strong = new Set([...threadsOf(openId), ...threadsOf(pointedId)])
  const threads = timeline.threads.filter(({ id, members }) => members.length > 1 && (props.allThreads || strong.has(id)))
  const lit = useMemo(() => {
    const ids = openId === null ? [] : (markById.get(openId)?.threadIds ?? [])
    const members = timeline.threads.filter(({ id }) => ids.includes(id)).flatMap((thread) => thread.members.map(({ id }) => id))
    return members.length > 1 ? new Set(members) : null
  }, [openId, markById, timeline.threads])
  const mostInBin = useMemo(
    () => (timeline.bins?.bins ?? []).reduce((most, { statements }) => Math.max(most, statements), 1),
    [timeline.bins],
  )
  const x = scaleOf(span, width)
  const todayAt = x(timeline.today + 0.5)
  const markAt = (target: EventTarget): number | null => {
    const mark = target instanceof Element ? target.closest('[data-mark]') : null
    return mark ? Number(mark.getAttribute('data-mark')) : null
  }
  return (
    <div ref={root} className={styles.chart}>
      <div className={styles.head}>
        <div className={styles.corner}>{props.addEvent}</div>
        <div dir="ltr">
          <EventStrip boxes={boxes} span={span} width={width} canDraw={props.canWrite} onOpen={props.onEvent} onDraw={props.onDraw} />
          <div data-plot>
            <AxisTicks span={span} width={width} words={words} />
          </div>
        </div>
      </div>
      <div
        ref={body}
        className={styles.body}
        onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) => setView({ top, height })}
      >
        <div className={styles.names} style={{ blockSize: chart.height }}>
          {lanes.map((lane) => (
            <div
              key={lane.index}
              className={cx(styles.name, isApart(chart, lane.index) && styles.apart)}
              data-group={lane.lane.group}
              style={{ insetBlockStart: lane.top, blockSize: lane.height }}
            >
              <bdi title={words.lane(lane.lane)}>{words.lane(lane.lane)}</bdi>
              <small>{say('timeline.counts', { count: lane.lane.statements, undated: lane.lane.undated })}</small>
            </div>
          ))}
        </div>
        <div
          ref={plot}
          className={styles.plot}
          dir="ltr"
          data-plot
          role="group"
          aria-label={say('timeline.plot')}
          // Where there are no marks to stop at, the keys of the window need a stop.
          {...(timeline.marks.length === 0 && { tabIndex: 0 })}
          onKeyDown={(event) => {
            const open = (mark: Mark): void => onOpen(mark.id)
            const passage = (mark: Mark): void => props.onPassage(mark.id)
            const keys = {
              chart,
              active,
              span,
              whole,
              isOpen: openId !== null && openId === active?.id,
              onSpan,
              onWalk: walk,
              onOpen: open,
              onPassage: passage,
              onClose: () => onOpen(null),
            }
            if (chartKey(event, keys)) {
              event.preventDefault()
              event.stopPropagation()
            }
          }}
          onClick={(event) => {
            const id = markAt(event.target)
            if (id === null) return
            setWalkedId(id)
            onOpen(id === openId ? null : id)
          }}
          onDoubleClick={(event) => {
            const id = markAt(event.target)
            if (id !== null) props.onPassage(id)
          }}
          onPointerOver={(event) => setPointedId(markAt(event.target))}
          onPointerLeave={() => setPointedId(null)}
          onFocus={(event) => {
            const id = markAt(event.target)
            if (id !== null) setWalkedId(id)
          }}
        >
          <svg width={width} height={chart.height}>
            <Patterns />
            <EventBands boxes={boxes} height={chart.height} />
            {lanes.map(({ index, top, height }) => (
              <line
                key={index}
                x1={0}
                x2={width}
                y1={top + height - 0.5}
                y2={top + height - 0.5}
                className={styles.laneEdge}
                data-apart={isApart(chart, index + 1) || undefined}
              />
            ))}
            {todayAt >= 0 && todayAt <= width && (
              <g>
                <line x1={todayAt} x2={todayAt} y1={0} y2={chart.height} className={styles.today} />
                <text x={todayAt + 4} y={12} className={styles.todayWord}>
                  {say('timeline.today')}
                </text>
              </g>
            )}
            <ThreadLines threads={threads} strong={strong} chart={chart} span={span} width={width} />
            {lanes.map((lane) => (
              <LaneMarks
                key={lane.index}
                lane={lane}
                span={span}
                width={width}
                colour={props.colour}
                codebook={codebook}
                words={words}
                openId={openId}
                activeId={active?.id ?? null}
                lit={lit}
                mostInBin={mostInBin}
                onHidden={props.onHidden}
              />
            ))}
            <ThreadTitles threads={threads} strong={strong} chart={chart} span={span} width={width} />
          </svg>
        </div>
      </div>
      <div className={styles.foot}>
        <div className={styles.footNote}>{say('timeline.span', { from: words.day(span.start), to: words.day(span.end - 0.001) })}</div>
        <OverviewStrip timeline={props.overview} events={events} whole={whole} span={span} width={width} words={words} onSpan={onSpan} />
      </div>
    </div>
  )
}

/** Mediators, and statements of nobody, stand apart from those who speak for a side. */
const isApart = ({ lanes }: ChartLayout, index: number): boolean => {
  const group = lanes[index]?.lane.group
  const before = lanes[index - 1]?.lane.group
  return before !== undefined && group !== undefined && group !== before && (group === 'mediator' || group === 'unnamed')
}
