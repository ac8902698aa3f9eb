/**
 * A long list of which any number can be picked, drawn only where it is seen. One stop of the Tab key: arrows move, Space picks, Shift
 * extends, Ctrl or Cmd+A picks all, Enter opens, Escape lets go. With the mouse: the box or Ctrl+click picks, Shift+click picks the range.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Check } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './pick-list.module.css'
import { usePicking } from './use-picking.ts'
import type { Picking } from './use-picking.ts'

export type PickListProps<T> = Picking<T> & {
  label: string
  /** The content of a row, which is also its name. */
  children: (item: T) => ReactNode
  /** A heading before the row, where a group begins. */
  renderHeading?: (item: T, index: number) => ReactNode
  /** Height of a row in pixels, roughly: rows are measured. */
  rowHeight: number
  /** Boxes are there all the time, not only where the pointer or the focus is, and are mark enough of what is picked. */
  showsBoxes?: boolean
  autoFocus?: boolean
  className?: string
}

export function PickList<T>(props: PickListProps<T>) {
  const {
    label,
    items,
    keyOf,
    picked,
    isFixed,
    children,
    renderHeading,
    rowHeight,
    showsBoxes = false,
    autoFocus = false,
    className,
  } = props
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it gives changes by itself; nothing here keeps an older answer
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 10,
    initialRect: { width: 320, height: 600 },
  })
  const picking = usePicking(props, (index) => virtual.scrollToIndex(index, { align: 'auto' }))
  const { active } = picking
  useEffect(() => {
    if (autoFocus) frame.current?.focus()
  }, [autoFocus])

  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    const row = target?.closest('[role=option]')?.closest<HTMLElement>('[data-index]')
    if (!row) return
    const index = Number(row.dataset.index)
    if (event.shiftKey) picking.extend(index)
    else if (target?.closest('[data-box]') || event.ctrlKey || event.metaKey) picking.toggle(index)
    else picking.open(index)
  }
  return (
    <div
      ref={frame}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      className={cx(styles.list, className)}
      data-boxes={showsBoxes || picked.size > 0 || undefined}
      data-plain={showsBoxes || undefined}
      onKeyDown={picking.onKeyDown}
      onClick={onClick}
      // The text of a row is not selected while a range of rows is.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <div role="presentation" className={styles.whole} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (item === undefined) return null
          const heading = renderHeading?.(item, index)
          const isPicked = picked.has(keyOf(item))
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              {heading != null && (
                <div role="presentation" className={styles.heading}>
                  {heading}
                </div>
              )}
              <div
                id={`${id}-${index}`}
                role="option"
                aria-selected={isPicked}
                aria-disabled={isFixed?.(item) || undefined}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                data-active={index === active || undefined}
                className={styles.row}
              >
                <span className={styles.aside} data-box aria-hidden="true">
                  <span className={styles.box} data-on={isPicked || undefined}>
                    <Check />
                  </span>
                </span>
                <span className={styles.content}>{children(item)}</span>
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
