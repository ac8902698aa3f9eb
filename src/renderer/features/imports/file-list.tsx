/**
 * The files of an import and the articles in them, as long as it may be: only the lines in sight are drawn. Arrow keys go and pick, Shift
 * extends, Right and Left open and close a file, Space ticks, Enter goes to the form beside.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef } from 'react'
import { useLocale } from 'react-aria-components'
import { useSay } from '../../lib/say.ts'
import { FileRow } from './file-row.tsx'
import styles from './file-list.module.css'
import type { Picking } from './use-picking-rows.ts'
import type { Row } from './rows.ts'

const ROW_HEIGHT = 48

export interface FileListProps {
  rows: readonly Row[]
  picking: Picking
  /** How many articles of a line come in. */
  ticked: (row: Row) => number
  titleOf: (row: Row) => string
  isTwin: (row: Row) => boolean
  isWrong: (row: Row) => boolean
  onTick: (keys: readonly string[], value: boolean) => void
  onExpand: (key: string, isExpanded: boolean) => void
  onEnter: () => void
}

export function FileList(props: FileListProps) {
  const { rows, picking, ticked, onTick, onExpand, onEnter } = props
  const say = useSay()
  const id = useId()
  const { direction } = useLocale()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]?.key ?? index,
  })
  const at = rows.findIndex(({ key }) => key === picking.at)
  const rowId = (index: number): string => `${id}-${index}`
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
    // oxlint-disable-next-line react/exhaustive-deps -- only where the keyboard went, not whenever lines come in above
  }, [picking.at])

  const toggle = (row: Row): void => {
    const units = picking.picked.has(row.key) ? rows.filter(({ key }) => picking.picked.has(key)).flatMap((each) => each.units) : row.units
    onTick([...new Set(units.map(({ key }) => key))], ticked(row) < total(row))
  }
  const keyDown = (event: React.KeyboardEvent): void => {
    const row = rows[at]
    const isForward = event.key === (direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight')
    const isBack = event.key === (direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft')
    const taken = ((): boolean => {
      if (!row) return false
      if (event.key === ' ') toggle(row)
      else if (event.key === 'Enter') onEnter()
      else if (isForward && row.isExpanded === false) onExpand(row.key, true)
      else if (isForward && row.isExpanded === true) picking.pick([rows[at + 1]?.key ?? row.key])
      else if (isBack && row.isExpanded === true) onExpand(row.key, false)
      else if (isBack && row.level === 2) picking.pick([row.file.staged.stagedId])
      else return picking.onKey(event)
      return true
    })()
    if (!taken) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={scroll}
      role="treegrid"
      aria-label={say('import.files')}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-activedescendant={at < 0 ? undefined : rowId(at)}
      tabIndex={0}
      className={styles.list}
      onKeyDown={keyDown}
    >
      <div role="presentation" className={styles.inner} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <FileRow
                key={row.key}
                id={rowId(index)}
                index={index}
                row={row}
                start={start}
                title={props.titleOf(row)}
                ticked={ticked(row)}
                total={total(row)}
                isTwin={props.isTwin(row)}
                isWrong={props.isWrong(row)}
                isPicked={picking.picked.has(row.key)}
                isAt={index === at}
                onPress={(event) => picking.press(row.key, event)}
                onTick={() => toggle(row)}
                onExpand={() => onExpand(row.key, !row.isExpanded)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

const total = (row: Row): number => row.units.reduce((sum, unit) => sum + Math.max(1, unit.count), 0)
