/**
 * The look of tables, on plain table elements, so that a view can virtualise, pin and select as it must: frame that scrolls, head that
 * stays, rows of --row height, numbers in columns. Sorting is a button in the head cell and aria-sort.
 */
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode, Ref } from 'react'
import { cx } from './cx.ts'
import styles from './table.module.css'

export type TableProps = {
  label: string
  children: ReactNode
  /** Rows can be picked: they show hover and may carry `aria-selected`. */
  isSelectable?: boolean
  className?: string
  /** The element that scrolls. */
  ref?: Ref<HTMLDivElement>
}

/** The scrolling frame and the table in it; children are thead and tbody. */
export function Table({ label, children, isSelectable = false, className, ref }: TableProps) {
  return (
    <div ref={ref} className={cx(styles.frame, className)}>
      <table aria-label={label} className={cx(styles.table, isSelectable && styles.selectable)}>
        {children}
      </table>
    </div>
  )
}

export type SortDirection = 'ascending' | 'descending'

export type HeadCellProps = Omit<ComponentProps<'th'>, 'children' | 'align'> & {
  label: string
  align?: 'start' | 'end' | 'center'
  /** Set when the column can be sorted; null while another one is. */
  sort?: SortDirection | null
  onSort?: (next: SortDirection) => void
}

/** A column head; with `onSort` it is a button that turns the order round. */
export function HeadCell({ label, align = 'start', sort = null, onSort, className, ...rest }: HeadCellProps) {
  return (
    <th scope="col" {...rest} aria-sort={onSort ? (sort ?? 'none') : undefined} className={cx(styles.head, styles[align], className)}>
      {onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort(sort === 'ascending' ? 'descending' : 'ascending')}>
          <span>{label}</span>
          {sort === 'descending' ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" data-idle={sort === null || undefined} />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}

/** Plain text runs and is cut by its own direction; anything composed decides for itself. */
const dirOf = (children: ReactNode, align: string): 'auto' | undefined =>
  typeof children === 'string' && align === 'start' ? 'auto' : undefined

export type CellProps = Omit<ComponentProps<'td'>, 'align'> & {
  align?: 'start' | 'end' | 'center'
  /** Several lines; without it a cell is one line, cut at its end. */
  isWrapped?: boolean
  isMuted?: boolean
}

export function Cell({ align = 'start', isWrapped = false, isMuted = false, className, ...rest }: CellProps) {
  return (
    <td
      dir={dirOf(rest.children, align)}
      {...rest}
      className={cx(styles.cell, styles[align], isWrapped && styles.wrapped, isMuted && styles.muted, className)}
    />
  )
}

/** The first cell of a row, naming it. */
export function RowHead({ align = 'start', isWrapped = false, isMuted = false, className, ...rest }: CellProps) {
  return (
    <th
      scope="row"
      dir={dirOf(rest.children, align)}
      {...rest}
      className={cx(styles.cell, styles.rowHead, styles[align], isWrapped && styles.wrapped, isMuted && styles.muted, className)}
    />
  )
}
