/**
 * Keys of a table. Arrows, Page up and down, Home and End move from cell to cell (Ctrl: to the ends of the table), Space chooses, Shift extends,
 * Ctrl+A takes all, Enter opens, F2 names, Delete removes, the menu key gives the menu. In the head Enter sorts (Shift: as a further key), Alt with the
 * arrows moves the column, Shift with the arrows makes it wider or narrower.
 */
import type { KeyboardEvent } from 'react'
import { useLocale } from 'react-aria-components'
import type { AnchorRect } from '../../ui/anchor.tsx'
import type { Lines } from './lines.ts'
import type { Columns } from './use-columns.ts'
import type { Selection } from './use-selection.ts'

export interface GridActs {
  open: (id: number) => void
  remove: (ids: readonly number[]) => void
  menu: (ids: readonly number[], at: AnchorRect) => void
  /** F2. */
  rename?: (id: number) => void
}

interface GridKeys<C extends string> {
  active: { line: number; column: number }
  goTo: (at: { line: number; column: number }) => void
  pageLines: () => number
  lines: Lines
  columns: Columns<C>
  selection: Selection
  onFold: (value: string) => void
  acts: GridActs
  placeOf: () => AnchorRect
  /** Of the column one is in, as it is on screen: CSS pixels. */
  widthOf: () => number
}

const WIDER = 16

export function useGridKeys<C extends string>({
  active,
  goTo,
  pageLines,
  lines,
  columns,
  selection,
  onFold,
  acts,
  placeOf,
  widthOf,
}: GridKeys<C>): (event: KeyboardEvent) => void {
  const isRtl = useLocale().direction === 'rtl'
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft'
  const { line, column } = active
  const lastColumn = columns.shown.length
  const last = lines.count - 1

  /** True where the key was the head's. */
  const headKey = (event: KeyboardEvent): boolean => {
    const id = columns.shown[column - 1]
    const { key, altKey, shiftKey } = event
    const step = key === forward ? 1 : key === back ? -1 : 0
    if (id === undefined) {
      if (column !== 0 || (key !== 'Enter' && key !== ' ')) return false
      if (selection.ids.size > 0) selection.clear()
      else selection.all()
      return true
    }
    if (step !== 0 && altKey) {
      const to = columns.shown[column - 1 + step]
      if (to === undefined) return true
      columns.move(id, to)
      goTo({ line, column: column + step })
    } else if (step !== 0 && shiftKey) columns.setWidth(id, widthOf() + step * WIDER)
    else if (key === 'Enter' || key === ' ') {
      const of = columns.table.getColumn(id)
      if (of?.getCanSort()) of.toggleSorting(undefined, shiftKey)
    } else return false
    return true
  }

  const vertical = (event: KeyboardEvent): number | null => {
    switch (event.key) {
      case 'ArrowDown':
        return line + 1
      case 'ArrowUp':
        return line - 1
      case 'PageDown':
        return line + pageLines()
      case 'PageUp':
        return Math.max(line - pageLines(), 0)
      case 'Home':
        return event.ctrlKey || event.metaKey ? 0 : null
      case 'End':
        return event.ctrlKey || event.metaKey ? last : null
      default:
        return null
    }
  }

  return (event) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const { key, shiftKey } = event
    const mod = event.ctrlKey || event.metaKey
    const entry = lines.at(line)
    const chosen = (): readonly number[] => (entry?.kind === 'row' && !selection.has(entry.id) ? [entry.id] : [...selection.ids])
    const to = event.altKey ? null : vertical(event)
    if (line === -1 && headKey(event)) {
      // Done.
    } else if (to !== null) {
      const next = Math.min(Math.max(to, line === -1 || to >= 0 ? Math.min(to, last) : -1), last)
      goTo({ line: next, column })
      const target = lines.at(next)
      if (shiftKey && next >= 0) selection.extend(next)
      else if (!mod && target?.kind === 'row') selection.only(target.id)
    } else if ((key === forward || key === back) && entry?.kind === 'group') {
      if (entry.isOpen === (key === back)) onFold(entry.group.value)
    } else if (key === forward || key === back)
      goTo({ line, column: Math.min(Math.max(column + (key === forward ? 1 : -1), 0), lastColumn) })
    else if (key === 'Home') goTo({ line, column: 0 })
    else if (key === 'End') goTo({ line, column: lastColumn })
    else if (key === ' ' && entry?.kind === 'row') {
      if (shiftKey) selection.extend(line)
      else selection.toggle(entry.id)
    } else if (mod && key.toLowerCase() === 'a') selection.all()
    else if ((key === 'Enter' || key === ' ') && entry?.kind === 'group') onFold(entry.group.value)
    else if (key === 'Enter' && entry?.kind === 'row') acts.open(entry.id)
    else if (key === 'F2' && entry?.kind === 'row' && acts.rename) acts.rename(entry.id)
    else if (key === 'Delete' && chosen().length > 0) acts.remove(chosen())
    else if ((key === 'ContextMenu' || (shiftKey && key === 'F10')) && chosen().length > 0) acts.menu(chosen(), placeOf())
    else if (key === 'Escape' && selection.ids.size > 0) selection.clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
