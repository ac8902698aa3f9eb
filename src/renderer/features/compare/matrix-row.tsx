/** A row of the matrix: the issue, which folds what is beneath it, and the cells of the columns in sight. A row that stays the same is not drawn again. */
import type { VirtualItem } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useMemo, type CSSProperties } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { useSay } from '../../lib/say.ts'
import { cx } from '../../ui/cx.ts'
import { MatrixGridCell } from './matrix-grid-cell.tsx'
import type { MatrixColumns } from './matrix-columns.ts'
import styles from './matrix-grid.module.css'
import type { Detail } from './matrix-sizes.ts'
import type { MatrixRow } from './rows.ts'
import type { MatrixWords } from './use-matrix-words.ts'

export interface MatrixRowProps {
  row: MatrixRow
  /** Place among the rows, from 0, and lines above it that are heads. */
  index: number
  heads: number
  prefix: string
  /** CSS pixels from the top of the matrix. */
  start: number
  /** CSS pixels; null: as high as what is in it. */
  height: number | null
  /** Hears how high it got. */
  measure: (element: HTMLElement | null) => void
  items: readonly VirtualItem[]
  columns: MatrixColumns
  detail: Detail
  words: MatrixWords
  quotes: ReadonlyMap<number, Evidence>
  /** Column of the stop for Tab; null: not in this row. -1: the issue. */
  stop: number | null
  /** Party of the cell whose quotes are open; null: not in this row. */
  chosen: number | null
  onFold: (key: number) => void
}

function Row(props: MatrixRowProps) {
  const { row, index, heads, prefix, start, height, measure, items, columns, detail, words, quotes, stop, chosen, onFold } = props
  const say = useSay()
  const { isFolded } = row
  // Another function at another depth: what is drawn anew is measured anew, in the same element, which may have the focus.
  // oxlint-disable-next-line react/memo-dependencies, react-hooks/exhaustive-deps -- another function is what has React measure again
  const hear = useMemo(() => (element: HTMLElement | null) => measure(element), [measure, detail, isFolded])
  const name = words.issue(row)
  const count = say('compare.statements', { count: row.statements })
  return (
    <div
      role="row"
      ref={height === null ? hear : undefined}
      data-index={index}
      aria-rowindex={index + heads + 1}
      className={cx(styles.row, height === null ? styles.grown : styles.fixed)}
      data-depth={Math.min(row.depth, 3)}
      style={{ transform: `translateY(${start}px)`, ...(height !== null && { blockSize: height }) }}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the matrix takes the keys */}
      <div
        role="rowheader"
        id={`${prefix}${row.key}-head`}
        data-stop
        tabIndex={stop === -1 ? 0 : -1}
        aria-colindex={1}
        aria-expanded={row.isParent ? !row.isFolded : undefined}
        aria-label={say('matrix.rowName', { issue: words.path(row), count })}
        className={cx(styles.issue, row.isParent && styles.parent)}
        style={{ '--depth': Math.min(row.depth, 6) } as CSSProperties}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[data-edge]')) return
          if (row.isParent) onFold(row.key)
        }}
      >
        <span className={styles.chevron} aria-hidden="true">
          {row.isParent && (row.isFolded ? <ChevronRight className={styles.folded} /> : <ChevronDown />)}
        </span>
        <span className={styles.issueName} title={words.path(row)}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.total} title={count} aria-hidden="true">
          {row.statements}
        </span>
      </div>
      {items.map((item) => {
        const column = columns.shown[item.index]
        if (!column) return null
        const cell = row.cells.get(column.partyId)
        return (
          <MatrixGridCell
            key={column.partyId}
            row={row}
            partyId={column.partyId}
            index={item.index}
            start={item.start}
            size={item.size}
            isDivided={item.index === columns.parties && columns.parties > 0}
            detail={detail}
            words={words}
            quote={detail === 'quotes' && cell ? (quotes.get(cell.newestId) ?? cell.newest ?? undefined) : undefined}
            isStop={stop === item.index}
            isChosen={chosen === column.partyId}
            prefix={prefix}
          />
        )
      })}
    </div>
  )
}
export const MatrixRowLine = memo(Row)
