/** The head of a table: a click sorts (Shift: as a further key), dragging a name moves its column, dragging its edge makes it wider; keys in use-grid-keys. No move begins at an edge. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './data-grid.module.css'
import { ColumnEdge } from './column-edge.tsx'
import { isColumnOf } from './grid-columns.ts'
import type { Columns } from './use-columns.ts'

/** How the head is said. */
export interface HeadWords<C extends string> {
  /** Name of a column. */
  name: (column: C) => string
  /** What stands in it. */
  about: (column: C) => string
  chosen: string
  chooseAll: string
}

export interface GridHeadProps<C extends string> {
  prefix: string
  columns: Columns<C>
  words: HeadWords<C>
  /** Column of the cell one is in; null: not in the head. */
  active: number | null
  allChosen: 'all' | 'some' | 'none'
  onAll: () => void
}

export function GridHead<C extends string>({ prefix, columns, words, active, allChosen, onAll }: GridHeadProps<C>) {
  const [over, setOver] = useState<C | null>(null)
  const [dragged, setDragged] = useState<C | null>(null)
  const isColumn = isColumnOf(columns.set)
  const [isAtEdge, setAtEdge] = useState(false)
  const headers = columns.table.getHeaderGroups().flatMap((group) => group.headers)
  const sorted = columns.table.state.sorting
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      <div
        role="columnheader"
        id={`${prefix}-1-0`}
        aria-colindex={1}
        className={cx(styles.mark, active === 0 && styles.active)}
        aria-label={words.chosen}
      >
        <Checkbox hideLabel label={words.chooseAll} value={allChosen === 'all'} isMixed={allChosen === 'some'} onChange={onAll} />
      </div>
      {headers.map((header, index) => {
        const id = header.column.id
        if (!isColumn(id)) return null
        const direction = header.column.getIsSorted()
        const rank = sorted.findIndex((key) => key.id === id)
        const name = words.name(id)
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and takes the keys
          <div
            key={id}
            role="columnheader"
            id={`${prefix}-1-${index + 1}`}
            aria-colindex={index + 2}
            aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
            aria-label={name}
            title={words.about(id)}
            draggable={!isAtEdge}
            className={cx(
              styles.name,
              columns.set.shapes[id].isNumber && styles.number,
              header.column.getCanSort() && styles.sortable,
              active === index + 1 && styles.active,
              over === id && dragged !== id && styles.over,
            )}
            onClick={(event) => header.column.getCanSort() && header.column.toggleSorting(undefined, event.shiftKey)}
            onDragStart={(event) => {
              event.dataTransfer.setData('application/x-parley-column', id)
              event.dataTransfer.effectAllowed = 'move'
              setDragged(id)
            }}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(id)
            }}
            onDragEnd={() => {
              setOver(null)
              setDragged(null)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) columns.move(dragged, id)
              setOver(null)
              setDragged(null)
            }}
          >
            <span className={styles.text}>{name}</span>
            {direction !== false && (
              <span className={styles.direction} aria-hidden="true">
                {direction === 'asc' ? <ArrowUp /> : <ArrowDown />}
                {sorted.length > 1 && rank + 1}
              </span>
            )}
            <ColumnEdge onAt={setAtEdge} onWidth={(width) => columns.setWidth(id, width)} onUsual={() => columns.setWidth(id, null)} />
          </div>
        )
      })}
    </div>
  )
}
