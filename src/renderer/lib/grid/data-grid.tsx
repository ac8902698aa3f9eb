/**
 * A table of many rows: a head that stays, and only the lines on screen. The grid has the focus and names the cell one is in, so that a line
 * that scrolls out of sight never takes the focus along.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type CSSProperties, type ReactNode, type Ref } from 'react'
import { cx } from '../../ui/cx.ts'
import styles from './data-grid.module.css'
import { GridHead, type HeadWords } from './grid-head.tsx'
import { GroupLine, RowLine, type CellWords, type LineActs } from './grid-lines.tsx'
import type { Lines } from './lines.ts'
import type { Columns } from './use-columns.ts'
import { useGridKeys, type GridActs } from './use-grid-keys.ts'
import type { Selection } from './use-selection.ts'

/** Heights of a line in CSS pixels. */
const HEIGHTS = { dense: 28, comfortable: 36 }
const HEAD = 32

export interface DataGridProps<C extends string, R> {
  label: string
  lines: Lines
  ids: readonly number[]
  /** Rows among the ids, each counted once. */
  found: number
  /** Another one is another list, which begins at its top. */
  question: string
  columns: Columns<C>
  /** A hook: the row of an id among `ids[first…last]`, undefined as long as it is under way. */
  useRows: (ids: readonly number[], first: number, last: number) => (id: number) => R | undefined
  selection: Selection
  isDense: boolean
  words: CellWords<C, R>
  head: HeadWords<C>
  /** See RowLine. */
  dragType?: string
  acts: GridActs
  onFold: (value: string) => void
  /** The row one is at, by keys or by the pointer; null: at none. */
  onAt?: (id: number | null) => void
  /** In place of the lines. */
  empty: ReactNode
  /** The row from which one left the table; the line to begin at, with the focus. Null: its first. */
  leftAt: number | null
  /** Where the focus comes in from what stands above. */
  ref: Ref<{ focus: () => void }>
}

export function DataGrid<C extends string, R>(props: DataGridProps<C, R>) {
  const {
    label,
    lines,
    ids,
    found,
    question,
    columns,
    useRows,
    selection,
    isDense,
    words,
    head,
    dragType,
    acts,
    onFold,
    empty,
    leftAt,
    ref,
  } = props
  const prefix = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const height = isDense ? HEIGHTS.dense : HEIGHTS.comfortable
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed to a memoized child
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: HEAD,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const shown = virtual.getVirtualItems()
  const rowOf = useRows(ids, lines.placeOf(shown[0]?.index ?? 0), lines.placeOf(shown.at(-1)?.index ?? 0))

  /** Line -1 is the head; column 0 is the mark of the line. */
  const [at, setAt] = useState({ line: 0, column: 1 })
  const [isFocused, setFocused] = useState(false)
  const line = Math.min(at.line, lines.count - 1)
  const active = { line: lines.count === 0 ? -1 : line, column: Math.min(at.column, columns.shown.length) }
  const goTo = (next: { line: number; column: number }): void => {
    setAt(next)
    if (next.line >= 0) virtual.scrollToIndex(next.line)
  }
  const pageLines = (): number => Math.max(Math.floor(((scroll.current?.clientHeight ?? 0) - HEAD) / height) - 1, 1)
  const onKeyDown = useGridKeys({
    active,
    goTo,
    pageLines,
    lines,
    columns,
    selection,
    onFold,
    acts,
    placeOf: () => cellRect(scroll.current, `${prefix}${active.line}-${active.column}`),
    widthOf: () => document.getElementById(`${prefix}-1-${active.column}`)?.getBoundingClientRect().width ?? 0,
  })
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus() }))
  const entryAt = lines.at(active.line)
  const idAt = isFocused && entryAt?.kind === 'row' ? entryAt.id : null
  const tellAt = useRef(props.onAt)
  useEffect(() => {
    tellAt.current = props.onAt
  })
  useEffect(() => tellAt.current?.(idAt), [idAt])
  const asked = useRef(question)
  useEffect(() => {
    if (asked.current === question) return
    asked.current = question
    if (scroll.current) scroll.current.scrollTop = 0
    // Whoever sorts by keys stays in the head.
    setAt((before) => (before.line === -1 ? before : { ...before, line: 0 }))
  }, [question])
  const wanted = useRef(leftAt)
  useEffect(() => {
    const id = wanted.current
    if (id === null || lines.count === 0) return
    wanted.current = null
    const index = lines.indexOf(id)
    if (index < 0) return
    setAt({ line: index, column: 1 })
    virtual.scrollToIndex(index)
    scroll.current?.focus({ preventScroll: true })
  }, [lines, virtual])

  const now: LineActs = {
    press(id, index, event) {
      setAt({ line: index, column: columnAt(event) ?? active.column })
      if (event.shiftKey) selection.extend(index, { adds: event.ctrlKey || event.metaKey })
      else if (event.ctrlKey || event.metaKey) selection.toggle(id)
      else selection.only(id)
    },
    toggle(id, index) {
      setAt({ line: index, column: 0 })
      selection.toggle(id)
    },
    open: acts.open,
    menu(id, index, pointer) {
      setAt({ line: index, column: active.column })
      if (!selection.has(id)) selection.only(id)
      acts.menu(selection.has(id) ? [...selection.ids] : [id], pointer)
    },
    dragged: (id) => (selection.has(id) ? [...selection.ids] : [id]),
  }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  // Lines that look the same are not drawn again, so what they call must not change.
  const lineActs = useMemo<LineActs>(
    () => ({
      press: (...told) => latest.current.press(...told),
      toggle: (...told) => latest.current.toggle(...told),
      open: (...told) => latest.current.open(...told),
      menu: (...told) => latest.current.menu(...told),
      dragged: (...told) => latest.current.dragged(...told),
    }),
    [],
  )

  return (
    <div
      ref={scroll}
      id={prefix}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.shown.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={`${prefix}${active.line}-${active.column}`}
      tabIndex={0}
      className={cx(styles.grid, isDense && styles.dense)}
      style={{ '--columns': columns.template, '--line-height': `${height}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <GridHead
        prefix={prefix}
        columns={columns}
        words={head}
        active={isFocused && active.line === -1 ? active.column : null}
        allChosen={ids.length > 0 && selection.ids.size >= found ? 'all' : selection.ids.size > 0 ? 'some' : 'none'}
        onAll={() => (selection.ids.size > 0 ? selection.clear() : selection.all())}
      />
      {lines.count === 0 && <div className={styles.empty}>{empty}</div>}
      <div
        role="presentation"
        className={styles.body}
        style={{ blockSize: virtual.getTotalSize() }}
        onPointerOver={(event) => {
          const over = event.target instanceof Element ? event.target.closest('[data-row]') : null
          if (over) tellAt.current?.(Number(over.getAttribute('data-row')))
        }}
        onPointerLeave={() => tellAt.current?.(idAt)}
      >
        {shown.map(({ index, start }) => {
          const entry = lines.at(index)
          if (!entry) return null
          const place = { prefix, index, start, column: isFocused && active.line === index ? active.column : null }
          return entry.kind === 'group' ? (
            <GroupLine key={`g${entry.group.value}`} {...place} group={entry.group} isOpen={entry.isOpen} words={words} onFold={onFold} />
          ) : (
            <RowLine
              key={`${index}`}
              {...place}
              columns={columns.shown}
              shapes={columns.set.shapes}
              dragType={dragType}
              id={entry.id}
              row={rowOf(entry.id)}
              isChosen={selection.has(entry.id)}
              words={words}
              acts={lineActs}
            />
          )
        })}
      </div>
    </div>
  )
}

function columnAt({ target }: { target: EventTarget }): number | undefined {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null
  return cell ? Number(cell.getAttribute('aria-colindex')) - 1 : undefined
}

function cellRect(box: HTMLElement | null, id: string): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = (box?.ownerDocument.getElementById(id) ?? box)?.getBoundingClientRect() ?? new DOMRect()
  return { x, y, width: Math.min(width, 200), height }
}
