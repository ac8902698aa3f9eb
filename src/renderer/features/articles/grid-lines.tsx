/** Lines of the table: an article, or the name of a group. What is still under way is shown as grey bars at its place. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type MouseEvent, type ReactNode } from 'react'
import type { ArticleRow, Counted } from '../../../shared/domain/article-table.ts'
import type { AnchorRect } from '../../ui/anchor.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './article-grid.module.css'
import { shapeOf, type ColumnId } from './columns.tsx'

/** Type of what is dragged: ids of articles, as JSON. */
export const DRAGGED_ARTICLES = 'application/x-parley-articles'

/** How things are said in cells. */
export interface CellWords {
  cell: (column: ColumnId, row: ArticleRow) => ReactNode
  group: (group: Counted) => string
  groupCount: (count: number) => string
  choose: (title: string) => string
  loading: string
}

interface LinePlace {
  prefix: string
  index: number
  /** CSS pixels from the top of the body. */
  start: number
  /** Column of the cell one is in; null: not in this line. */
  column: number | null
  columns: readonly ColumnId[]
}

export interface ArticleLineProps extends LinePlace {
  id: number
  row: ArticleRow | undefined
  isChosen: boolean
  words: CellWords
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

function Line({ prefix, index, start, column, columns, id, row, isChosen, words, acts }: ArticleLineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and takes the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-label={row?.title ?? words.loading}
      data-article={id}
      draggable
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
        event.dataTransfer.setData(DRAGGED_ARTICLES, JSON.stringify(acts.dragged(id)))
        event.dataTransfer.effectAllowed = 'copy'
      }}
    >
      <div
        role="gridcell"
        aria-label={words.choose(row?.title ?? '')}
        data-mark
        id={`${prefix}${index}-0`}
        aria-colindex={1}
        className={cx(styles.mark, column === 0 && styles.active)}
      >
        <span className={cx(styles.box, isChosen && styles.ticked)} aria-hidden="true" />
      </div>
      {columns.map((name, at) => (
        <div
          key={name}
          role="gridcell"
          id={`${prefix}${index}-${at + 1}`}
          aria-colindex={at + 2}
          className={cx(styles.cell, shapeOf(name).isNumber && styles.number, column === at + 1 && styles.active)}
        >
          {row ? words.cell(name, row) : <span className={styles.waiting} />}
        </div>
      ))}
    </div>
  )
}

export const ArticleLine = memo(Line)

export interface GroupLineProps extends LinePlace {
  group: Counted
  isOpen: boolean
  words: CellWords
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
