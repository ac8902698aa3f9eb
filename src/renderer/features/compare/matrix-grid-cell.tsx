/** A cell at its place, with its one button: the stop for keys. It is named in full only once it is drawn, and drawn again only when it changes. */
import { memo } from 'react'
import type { Evidence } from '../../../shared/domain/compare.ts'
import { cx } from '../../ui/cx.ts'
import { MatrixCellBody } from './matrix-cell.tsx'
import styles from './matrix-cell.module.css'
import type { Detail } from './matrix-sizes.ts'
import type { MatrixRow } from './rows.ts'
import type { MatrixWords } from './use-matrix-words.ts'

export interface MatrixGridCellProps {
  row: MatrixRow
  partyId: number
  /** Place among the columns. */
  index: number
  /** CSS pixels from the start of the matrix. */
  start: number
  size: number
  /** The first of those that stand apart. */
  isDivided: boolean
  detail: Detail
  words: MatrixWords
  quote: Evidence | undefined
  isStop: boolean
  isChosen: boolean
  prefix: string
}

function GridCell({ row, partyId, index, start, size, isDivided, detail, words, quote, isStop, isChosen, prefix }: MatrixGridCellProps) {
  const cell = row.cells.get(partyId)
  // A dot has no words of its own.
  const isNamedWhole = detail === 'dots' || cell === undefined
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={isChosen}
      className={cx(styles.cell, detail === 'dots' ? styles.fixed : styles.grown, isDivided && styles.divided)}
      data-stance={cell ? (cell.stance ?? 'none') : undefined}
      style={detail === 'dots' ? { insetInlineStart: start, inlineSize: size } : { marginInlineStart: start, inlineSize: size }}
    >
      <button
        type="button"
        id={`${prefix}${row.key}-${partyId}`}
        data-stop
        data-row={row.key}
        data-party={partyId}
        tabIndex={isStop ? 0 : -1}
        className={cx(styles.body, styles[detail])}
        aria-disabled={cell === undefined || undefined}
        aria-label={isNamedWhole ? words.cell(row, partyId) : undefined}
        aria-describedby={isStop && cell ? `${prefix}about` : undefined}
      >
        {/* The name begins with where the cell is and its counts as a sentence; all else that is seen is part of it too. */}
        {!isNamedWhole && <span className={styles.said}>{words.counts(row, partyId)} </span>}
        <MatrixCellBody cell={cell} detail={detail} isFolded={row.isFolded} quote={quote} />
      </button>
    </div>
  )
}
export const MatrixGridCell = memo(GridCell)
