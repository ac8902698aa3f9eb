/** Lines of a table: a row, or the name of a group. What is still under way is shown as grey bars at its place. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type MouseEvent, type ReactNode } from 'react'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './data-grid.module.css'
import type { ColumnShape } from './grid-columns.ts'
import type { LineGroup } from './lines.ts'

/** How things are said in cells. */
export interface CellWords<C extends string, R> {
  cell: (column: C, row: R) => ReactNode
  /** The row in one name. */
  row: (row: R) => string
  group: (group: LineGroup) => string
  groupCount: (count: number) => string
  choose: (name: string) => string
  loading: string
}

interface LinePlace<C extends string> {
  prefix: string
  index: number
  /** CSS pixels from the top of the body. */
  start: number
  /** Column of the cell one is in; null: not in this line. */
  column: number | null
  columns: readonly C[]
}

export interface RowLineProps<C extends string, R> extends LinePlace<C> {
  id: number
  row: R | undefined
  isChosen: boolean
  shapes: Readonly<Record<C, ColumnShape>>
  /** Media type under which the ids of rows are dragged, as JSON; without it rows stay where they are. */
  dragType?: string | undefined
  words: CellWords<C, R>
  acts: LineActs
}

/** What can be done with a line; the same object for as long as the table is there. */
export interface LineActs {
  press: (id: number, index: number, event: MouseEvent) => void
  toggle: (id: number, index: number) => void
  open: (id: number) => void
  menu: (id: number, index: number, pointer: AnchorRect) => void
  /** What goes along when this line is dragged. */
  dragged: (id: number) => readonly number[]
}

function Line<C extends string, R>(props: RowLineProps<C, R>) {
  const { prefix, index, start, column, columns, shapes, id, row, isChosen, dragType, words, acts } = props
  const name = row === undefined ? undefined : words.row(row)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and takes the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-label={name ?? words.loading}
      data-row={id}
      draggable={dragType !== undefined}
      className={cx(styles.line, isChosen && styles.chosen, column !== null && styles.current)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) =>
        event.target instanceof Element && event.target.closest('[data-mark]') ? acts.toggle(id, index) : acts.press(id, index, event)
      }
      onDoubleClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('[data-mark]'))) acts.open(id)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        acts.menu(id, index, { x: event.clientX, y: event.clientY })
      }}
      onDragStart={(event) => {
        if (dragType === undefined) return
        event.dataTransfer.setData(dragType, JSON.stringify(acts.dragged(id)))
        event.dataTransfer.effectAllowed = 'copy'
      }}
    >
      <div
        role="gridcell"
        aria-label={words.choose(name ?? '')}
        data-mark
        id={`${prefix}${index}-0`}
        aria-colindex={1}
        className={cx(styles.mark, column === 0 && styles.active)}
      >
        <span className={cx(styles.box, isChosen && styles.ticked)} aria-hidden="true" />
      </div>
      {columns.map((cell, at) => (
        <div
          key={cell}
          role="gridcell"
          id={`${prefix}${index}-${at + 1}`}
          aria-colindex={at + 2}
          className={cx(styles.cell, shapes[cell].isNumber && styles.number, column === at + 1 && styles.active)}
        >
          {row ? words.cell(cell, row) : <span className={styles.waiting} />}
        </div>
      ))}
    </div>
  )
}

/** Drawn again only where something of it is another; memo forgets that the component takes any row, so it is said again. */
export const RowLine = memo(Line) as typeof Line

export interface GroupLineProps extends Omit<LinePlace<string>, 'columns'> {
  group: LineGroup
  isOpen: boolean
  words: Pick<CellWords<string, never>, 'group' | 'groupCount'>
  onFold: (value: string) => void
}

export function GroupLine({ prefix, index, start, column, group, isOpen, words, onFold }: GroupLineProps) {
  const name = words.group(group)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and takes the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      aria-label={`${name}, ${words.groupCount(group.count)}`}
      className={cx(styles.groupLine, column !== null && styles.current)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onFold(group.value)}
    >
      {/* One cell, whichever column one came from. */}
      <div role="gridcell" id={`${prefix}${index}-${column ?? 0}`} aria-colindex={1} className={styles.groupName}>
        {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" className={styles.folded} />}
        <bdi>{name}</bdi>
        <span className={styles.groupCount}>{words.groupCount(group.count)}</span>
      </div>
    </div>
  )
}
