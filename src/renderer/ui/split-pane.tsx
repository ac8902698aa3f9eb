/**
 * Three panes side by side with lines between them that can be dragged or moved by keyboard: arrows by 16 px (Shift 64), Home and End to the
 * limits, Enter opens or closes, double click goes back to the usual width. The sizes belong to the app (`value`), which remembers them.
 * Start and end follow the reading direction.
 */
import { useEffect, useId, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useLocale } from 'react-aria-components'
import { SPLIT_LIMITS, fitSplit, resize, toggle, widest } from './split-sizes.ts'
import type { SplitLimits, SplitSide, SplitSizes } from './split-sizes.ts'
import styles from './split-pane.module.css'

export type { SplitSizes } from './split-sizes.ts'

export type SplitPaneProps = {
  value: SplitSizes
  onChange: (value: SplitSizes) => void
  start: ReactNode
  main: ReactNode
  /** Without it there are two panes. */
  end?: ReactNode
  /** Names of the panes (landmarks) and of the lines between them. */
  labels: { start: string; main: string; end?: string; resizeStart: string; resizeEnd?: string }
  /** Widths to go back to. */
  usual?: { start: number; end: number }
  limits?: SplitLimits
  /**
   * Panes that take no room: each is laid over the main pane (true) or hidden (false), whatever `value` says, which is kept for when
   * there is room again.
   */
  folded?: { start?: boolean; end?: boolean }
  /** Without the lines to drag: nothing can be resized or opened. */
  isFixed?: boolean
}

const NONE: NonNullable<SplitPaneProps['folded']> = {}

export function SplitPane(props: SplitPaneProps) {
  const {
    value,
    onChange,
    start,
    main,
    end,
    labels,
    usual = { start: 260, end: 340 },
    limits = SPLIT_LIMITS,
    isFixed = false,
    folded = NONE,
  } = props
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const drag = useRef<{ side: SplitSide; x: number; width: number } | null>(null)
  const [total, setTotal] = useState(0)
  const isRtl = useLocale().direction === 'rtl'

  useEffect(() => {
    const element = root.current
    if (!element) return
    setTotal(element.clientWidth)
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setTotal(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const sizes = {
    ...value,
    isStartOpen: value.isStartOpen && folded.start === undefined,
    isEndOpen: value.isEndOpen && folded.end === undefined && end !== undefined,
  }
  // Before the first measurement nothing limits the panes.
  const room = total || Number.MAX_SAFE_INTEGER
  const drawn = fitSplit(sizes, room, limits)

  const separator = (side: SplitSide) => {
    const min = side === 'start' ? limits.minStart : limits.minEnd
    const max = Math.min(widest(side, drawn, room, limits), side === 'start' ? limits.maxStart : limits.maxEnd)
    const width = drawn[side]
    const isOpen = side === 'start' ? sizes.isStartOpen : sizes.isEndOpen
    /** +1 when a move to the right makes the pane wider. */
    const sense = (side === 'start') === !isRtl ? 1 : -1
    const set = (next: number): void => onChange(resize(value, side, next, max, limits))

    const onKeyDown = (event: KeyboardEvent): void => {
      const step = event.shiftKey ? 64 : 16
      const by = event.key === 'ArrowRight' ? step * sense : event.key === 'ArrowLeft' ? -step * sense : 0
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (by !== 0) {
        if (isOpen) set(Math.max(min, width + by))
        else if (by > 0) onChange(toggle(value, side))
        else return
      } else if (event.key === 'Home') set(min)
      else if (event.key === 'End') set(max)
      else if (event.key === 'Enter') onChange(toggle(value, side))
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
      if (event.button !== 0) return
      drag.current = { side, x: event.clientX, width }
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    const onPointerMove = (event: PointerEvent): void => {
      if (drag.current?.side === side) set(drag.current.width + (event.clientX - drag.current.x) * sense)
    }
    const onPointerEnd = (): void => {
      drag.current = null
    }
    return (
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={side === 'start' ? labels.resizeStart : labels.resizeEnd}
        aria-controls={`${id}-${side}`}
        aria-valuemin={0}
        aria-valuemax={Math.round(max)}
        aria-valuenow={Math.round(width)}
        tabIndex={0}
        className={styles.separator}
        data-side={side}
        data-closed={isOpen ? undefined : true}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onDoubleClick={() => onChange(resize(value, side, usual[side], max, limits))}
      />
    )
  }

  return (
    <div ref={root} className={styles.split} style={{ '--start': `${drawn.start}px`, '--end': `${drawn.end}px` } as CSSProperties}>
      <section
        id={`${id}-start`}
        aria-label={labels.start}
        className={styles.pane}
        data-over={folded.start ? 'start' : undefined}
        hidden={!sizes.isStartOpen && !folded.start}
      >
        {start}
      </section>
      {!isFixed && folded.start === undefined && separator('start')}
      <section aria-label={labels.main} className={styles.main}>
        {main}
      </section>
      {end !== undefined && !isFixed && folded.end === undefined && separator('end')}
      {end !== undefined && (
        <section
          id={`${id}-end`}
          aria-label={labels.end}
          className={styles.pane}
          data-over={folded.end ? 'end' : undefined}
          hidden={!sizes.isEndOpen && !folded.end}
        >
          {end}
        </section>
      )}
    </div>
  )
}
