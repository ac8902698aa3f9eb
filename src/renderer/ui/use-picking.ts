/** Picking rows of a list: which row is the active one, and what keys and clicks make of the rows that are picked. */
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

export type PickKey = number | string

export type Picking<T> = {
  items: readonly T[]
  keyOf: (item: T) => PickKey
  picked: ReadonlySet<PickKey>
  onPick: (picked: Set<PickKey>) => void
  /** Enter or a plain click; without it a click picks, and Enter is left to what is around. */
  onOpen?: (item: T) => void
  /** Enter while several are picked; without it Enter opens the row one is on all the same. */
  onOpenPicked?: () => void
  /** Rows that are shown and cannot be picked. */
  isFixed?: (item: T) => boolean
  /** Escape, after everything was let go of. */
  onLeave?: () => void
}

const PAGE = 10

export function usePicking<T>(
  { items, keyOf, picked, onPick, onOpen, onOpenPicked, isFixed, onLeave }: Picking<T>,
  reveal: (index: number) => void,
) {
  const [activeKey, setActiveKey] = useState<PickKey | null>(null)
  // There is always a row that keys work on, as long as there is one at all.
  const known = activeKey === null ? -1 : items.findIndex((item) => keyOf(item) === activeKey)
  const active = known < 0 && items.length > 0 ? 0 : known
  /** Where a range begins, and what was picked before it. */
  const range = useRef<{ from: PickKey; base: ReadonlySet<PickKey> } | null>(null)

  /** A row under the pointer is in sight: the list holds still for the next click. */
  const mark = (index: number): number => {
    const to = Math.max(0, Math.min(items.length - 1, index))
    const item = items[to]
    if (item === undefined) return -1
    setActiveKey(keyOf(item))
    return to
  }
  const move = (index: number): number => {
    const to = mark(index)
    if (to >= 0) reveal(to)
    return to
  }
  const toggle = (index: number): void => {
    const item = items[index]
    if (item === undefined) return
    mark(index)
    if (isFixed?.(item)) return
    const next = new Set(picked)
    if (!next.delete(keyOf(item))) next.add(keyOf(item))
    range.current = { from: keyOf(item), base: next }
    onPick(next)
  }
  /** From where the range begins to a row: one that was clicked, or that the keys went to. */
  const extend = (index: number, go = mark): void => {
    const origin = items[active]
    range.current ??= origin === undefined ? null : { from: keyOf(origin), base: picked }
    const from = items.findIndex((item) => keyOf(item) === range.current?.from)
    const to = go(index)
    if (to < 0) return
    const between = items.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
    onPick(new Set([...(range.current?.base ?? []), ...between.filter((item) => !isFixed?.(item)).map(keyOf)]))
  }
  const open = (index: number): void => {
    const item = items[index]
    if (item === undefined) return
    range.current = null
    if (!onOpen) return toggle(index)
    mark(index)
    onOpen(item)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, shiftKey } = event
    const isCommand = event.ctrlKey || event.metaKey
    const goal: Partial<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: Math.max(0, active - 1),
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: items.length - 1,
    }
    const to = event.altKey ? undefined : goal[key]
    if (to !== undefined && shiftKey) extend(to, move)
    else if (to !== undefined) {
      range.current = null
      move(to)
    } else if (key === ' ' && active >= 0) toggle(move(active))
    else if (key === 'Enter' && picked.size > 1 && onOpenPicked) onOpenPicked()
    else if (key === 'Enter' && active >= 0 && onOpen) open(active)
    else if (isCommand && key.toLowerCase() === 'a') onPick(new Set(items.filter((item) => !isFixed?.(item)).map(keyOf)))
    else if (key === 'Escape' && picked.size > 0 && onOpen) onPick(new Set())
    else if (key === 'Escape' && onLeave) onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { active, toggle, extend, open, onKeyDown }
}
