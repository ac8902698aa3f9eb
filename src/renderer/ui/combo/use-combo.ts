/**
 * The keyboard and the state of a box one types in to choose: shared by ComboBox and TokenField.
 * What is typed and not yet chosen is the draft. Invariants: Enter, Tab and leaving the field take the marked line, also the one that
 * makes a new entry; an exact name is marked before all others. Escape closes the list and keeps the draft: from then on leaving takes
 * an exact name only, else the draft stays in sight as unresolved. What is typed while the owner still saves is never taken away.
 */
import { useId, useMemo, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { exact, rowsFor } from './match.ts'
import type { ComboItem, ComboRow } from './match.ts'

/** Makes an entry of `text`. A promise of false says that it was not made: the text is then there again, to be dealt with. */
export type OnCreate = (text: string) => void | Promise<boolean>

export type ComboOptions = {
  items: readonly ComboItem[]
  /** Shown while there is no draft: the label of what is chosen. */
  pickedText: string
  pickedId: string | null
  /** Changes whenever the owner's choice does; left out where what is chosen is not shown in the input. */
  choice?: string
  exclude?: ReadonlySet<string>
  onPick: (id: string) => void
  onCreate?: OnCreate
  /** The text was emptied: take the choice away. */
  onEmpty?: () => void
  /** Keep the list open after a pick, for several in a row. */
  keepOpen?: boolean
  isDisabled?: boolean
}

export type Combo = ReturnType<typeof useCombo>

export function useCombo(options: ComboOptions) {
  const { items, pickedText, pickedId, choice, exclude, onPick, onCreate, onEmpty, keepOpen = false, isDisabled = false } = options
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [isFocused, setFocused] = useState(false)
  const [moved, setMoved] = useState(false)
  /** The line the keys marked: where the mark goes back to when the pointer leaves the list. */
  const [keyedKey, setKeyedKey] = useState<string | null>(null)
  /** The draft that was given to `onCreate` and is not answered yet. It stays in the box until the owner shows what came of it. */
  const [sent, setSent] = useState<string | null>(null)
  const isSent = draft !== null && draft === sent

  const [seen, setSeen] = useState(choice)
  if (seen !== choice) {
    setSeen(choice)
    // The answer takes the place of what was sent, but not of what was typed since. A choice made elsewhere ends a draft left behind.
    if (isSent ? pickedId !== null : !isFocused && sent === null) setDraft(null)
    if (pickedId !== null) setSent(null)
  }

  const query = draft ?? ''
  const canCreate = onCreate !== undefined
  const { rows, cut } = useMemo(() => rowsFor(items, query, { canCreate, exclude }), [items, query, canCreate, exclude])
  const active = rows.findIndex((row) => row.key === activeKey)
  const activeRow = rows[active]

  const mark = (key: string | null): void => {
    setActiveKey(key)
    setKeyedKey(key)
  }
  /** The line that fits `text` best: the exact name, else the first. */
  const bestOf = (found: readonly ComboRow[], text: string): string | null => {
    if (text.trim() === '') return null
    const same = exact(free(items, exclude), text)
    return found.find((row) => row.key === same?.id)?.key ?? found[0]?.key ?? null
  }

  const open = (): void => {
    if (isDisabled) return
    setOpen(true)
    setMoved(false)
    mark(draft === null ? pickedId : (bestOf(rows, draft) ?? rows[0]?.key ?? null))
  }
  const close = (): void => {
    setOpen(false)
    mark(null)
  }

  const type = (text: string): void => {
    setDraft(text)
    setOpen(true)
    setMoved(false)
    mark(bestOf(rowsFor(items, text, { canCreate, exclude }).rows, text))
  }

  const choose = (row: ComboRow): void => {
    if (row.kind === 'create') {
      // A box for one shows the text until the owner sets the value; a box for several is free for the next at once.
      setDraft(keepOpen ? null : row.text)
      setSent(keepOpen ? null : row.text)
      close()
      void onCreate?.(row.text)?.then((isMade) => {
        if (isMade) return
        setSent((now) => (now === row.text ? null : now))
        setDraft((now) => now ?? row.text)
      })
      return
    }
    setDraft(null)
    mark(null)
    if (!keepOpen) setOpen(false)
    onPick(row.item.id)
  }

  const move = (step: number): void => {
    if (!isOpen) return open()
    if (rows.length === 0) return
    setMoved(true)
    const at = active < 0 ? (step > 0 ? 0 : rows.length - 1) : active + step
    // Single steps go round; pages stop at the ends.
    const next = Math.abs(step) === 1 ? (at + rows.length) % rows.length : Math.min(rows.length - 1, Math.max(0, at))
    mark(rows[next]?.key ?? null)
  }

  /** What Enter with a closed list, Tab and leaving mean for the draft. Returns false when it stays unresolved. */
  const settle = (): boolean => {
    close()
    if (isSent) return true
    if (isOpen && activeRow && moved) {
      choose(activeRow)
      close()
      return true
    }
    if (draft === null) return true
    if (draft.trim() === '') {
      setDraft(null)
      if (pickedId !== null) onEmpty?.()
      return true
    }
    const same = exact(items, draft)
    // What is chosen already is not chosen, and surely not made, a second time.
    if (draft === pickedText || (same && (same.id === pickedId || exclude?.has(same.id)))) {
      setDraft(null)
      return true
    }
    const row = same ? ({ kind: 'item', key: same.id, item: same } as const) : isOpen ? activeRow : undefined
    if (!row) return false
    choose(row)
    close()
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || isDisabled) return
    const take = (): void => {
      event.preventDefault()
      event.stopPropagation()
    }
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        take()
        if (event.altKey && event.key === 'ArrowUp') return close()
        return move(event.key === 'ArrowDown' ? 1 : -1)
      case 'PageDown':
      case 'PageUp':
        if (!isOpen) return
        take()
        return move(event.key === 'PageDown' ? 10 : -10)
      case 'Escape':
        if (!isOpen) return
        take()
        return close()
      case 'Enter':
        if (event.ctrlKey || event.metaKey) return
        if (isOpen && activeRow) {
          take()
          return choose(activeRow)
        }
        if (draft !== null) {
          take()
          if (isSent || !settle()) open()
        }
        return
      case 'Tab':
        settle()
        return
    }
  }

  return {
    id,
    draft,
    text: draft ?? pickedText,
    isOpen: isOpen && isFocused,
    isUnresolved: draft !== null && draft.trim() !== '' && !isSent && !isFocused,
    rows,
    cut,
    activeKey: isOpen ? (activeRow?.key ?? null) : null,
    /** The pointer is on a line, or (null) no longer on the list. */
    point: (key: string | null) => setActiveKey(key ?? keyedKey),
    open,
    close,
    choose,
    type,
    discardDraft: () => setDraft(null),
    inputProps: {
      role: 'combobox' as const,
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen && isFocused,
      'aria-controls': isOpen && isFocused ? `${id}-list` : undefined,
      'aria-activedescendant': isOpen && isFocused && activeRow ? rowId(id, active) : undefined,
      autoComplete: 'off',
      spellCheck: false,
      dir: 'auto',
      onKeyDown,
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        setFocused(false)
        // Another window came to the front: the text is still being worked on.
        if (document.activeElement === currentTarget) return
        // To a part of the same field, such as a chip.
        if (currentTarget.parentElement?.contains(relatedTarget)) return close()
        settle()
      },
    },
  }
}

/** The entries that are not chosen yet. */
function free(items: readonly ComboItem[], exclude: ReadonlySet<string> | undefined): readonly ComboItem[] {
  return exclude ? items.filter((item) => !exclude.has(item.id)) : items
}

/** DOM id of the row at `index`, for aria-activedescendant. */
export function rowId(id: string, index: number): string {
  return `${id}-row-${index}`
}
