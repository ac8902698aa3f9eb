/**
 * The keyboard and the state of a box one types in to choose: shared by ComboBox and TokenField.
 * What is typed and not yet chosen is the draft. Invariants: Escape only closes the list and keeps the draft; leaving the field takes an
 * exact name, else keeps the draft in sight as unresolved; only Enter or a click makes a new entry, Tab never does unless the
 * reader moved to that line.
 */
import { useId, useMemo, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { exact, rowsFor } from './match.ts'
import type { ComboItem, ComboRow } from './match.ts'

export type ComboOptions = {
  items: readonly ComboItem[]
  /** Shown while there is no draft: the label of what is chosen. */
  pickedText: string
  pickedId: string | null
  /** Changes whenever the owner's choice does: then the draft has been dealt with. */
  choice: string
  exclude?: ReadonlySet<string>
  onPick: (id: string) => void
  onCreate?: (text: string) => void
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

  // The owner chose something else: what was typed for the former choice has had its day.
  const [seen, setSeen] = useState(choice)
  if (seen !== choice) {
    setSeen(choice)
    setDraft(null)
  }

  const query = draft ?? ''
  const canCreate = onCreate !== undefined
  const { rows, cut } = useMemo(() => rowsFor(items, query, { canCreate, exclude }), [items, query, canCreate, exclude])
  const active = rows.findIndex((row) => row.key === activeKey)
  const activeRow = rows[active]

  const open = (): void => {
    if (isDisabled) return
    setOpen(true)
    setMoved(false)
    setActiveKey(draft === null ? pickedId : (rows[0]?.key ?? null))
  }
  const close = (): void => {
    setOpen(false)
    setActiveKey(null)
  }

  const type = (text: string): void => {
    setDraft(text)
    setOpen(true)
    setMoved(false)
    const first = rowsFor(items, text, { canCreate, exclude }).rows[0]
    setActiveKey(text.trim() === '' ? null : (first?.key ?? null))
  }

  const choose = (row: ComboRow): void => {
    if (row.kind === 'create') {
      // The text stays until the owner has made the entry and changes the value.
      setDraft(row.text)
      close()
      onCreate?.(row.text)
      return
    }
    setDraft(null)
    setActiveKey(null)
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
    setActiveKey(rows[next]?.key ?? null)
  }

  /** What Tab or leaving means for the draft. Returns false when it stays unresolved. */
  const settle = (): boolean => {
    close()
    if (draft === null) return true
    if (draft.trim() === '') {
      setDraft(null)
      if (pickedId !== null) onEmpty?.()
      return true
    }
    if (draft === pickedText) {
      setDraft(null)
      return true
    }
    const pool = exclude ? items.filter((item) => !exclude.has(item.id)) : items
    const same = exact(pool, draft)
    if (!same) return false
    setDraft(null)
    if (same.id !== pickedId) onPick(same.id)
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
          if (!settle()) open()
        }
        return
      case 'Tab':
        if (isOpen && activeRow && (moved || (draft !== null && activeRow.kind === 'item'))) choose(activeRow)
        return close()
    }
  }

  return {
    id,
    draft,
    text: draft ?? pickedText,
    isOpen: isOpen && isFocused,
    isUnresolved: draft !== null && draft.trim() !== '' && !isFocused,
    rows,
    cut,
    activeKey: isOpen ? (activeRow?.key ?? null) : null,
    setActiveKey,
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
      onBlur: (_event: FocusEvent) => {
        setFocused(false)
        settle()
      },
    },
  }
}

/** DOM id of the row at `index`, for aria-activedescendant. */
export function rowId(id: string, index: number): string {
  return `${id}-row-${index}`
}
