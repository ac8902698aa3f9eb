/** Which lines of a long list are picked, by keys and mouse as in a file manager. What is picked is shown; what is ticked is another matter. */
import { useState, type KeyboardEvent, type MouseEvent } from 'react'

export interface Picking {
  picked: ReadonlySet<string>
  /** Where the keyboard is. */
  at: string | null
  press(key: string, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void
  /** True where the key was taken. */
  onKey(event: KeyboardEvent): boolean
  pick(keys: readonly string[]): void
}

interface State {
  picked: ReadonlySet<string>
  at: string | null
  anchor: string | null
}

const PAGE = 10

export function usePickingRows(keys: readonly string[]): Picking {
  const [state, setState] = useState<State>({ picked: new Set(), at: null, anchor: null })
  const known = new Set(keys)
  // What went out of sight is not picked any more, and something always is.
  const at = state.at !== null && known.has(state.at) ? state.at : (keys[0] ?? null)
  const kept = [...state.picked].filter((key) => known.has(key))
  const picked: ReadonlySet<string> = kept.length > 0 ? new Set(kept) : new Set(at === null ? [] : [at])
  const anchor = state.anchor !== null && known.has(state.anchor) ? state.anchor : at

  const one = (key: string): void => setState({ picked: new Set([key]), at: key, anchor: key })
  const range = (key: string): void => {
    const [from, to] = [keys.indexOf(anchor ?? key), keys.indexOf(key)].sort((a, b) => a - b)
    setState({ picked: new Set(keys.slice(from, (to ?? 0) + 1)), at: key, anchor })
  }
  const goTo = (index: number, extend: boolean): true => {
    const key = keys[Math.max(0, Math.min(keys.length - 1, index))]
    if (key !== undefined) (extend ? range : one)(key)
    return true
  }
  return {
    picked,
    at,
    pick: (chosen) => setState({ picked: new Set(chosen), at: chosen[0] ?? null, anchor: chosen[0] ?? null }),
    press(key, { shiftKey, ctrlKey, metaKey }) {
      if (shiftKey) return range(key)
      if (!ctrlKey && !metaKey) return one(key)
      const next = new Set(picked)
      if (!next.delete(key)) next.add(key)
      setState({ picked: next.size > 0 ? next : new Set([key]), at: key, anchor: key })
    },
    onKey({ key, shiftKey, ctrlKey, metaKey }) {
      const index = at === null ? -1 : keys.indexOf(at)
      if (key === 'ArrowDown') return goTo(index + 1, shiftKey)
      if (key === 'ArrowUp') return goTo(index - 1, shiftKey)
      if (key === 'PageDown') return goTo(index + PAGE, shiftKey)
      if (key === 'PageUp') return goTo(index - PAGE, shiftKey)
      if (key === 'Home') return goTo(0, shiftKey)
      if (key === 'End') return goTo(keys.length - 1, shiftKey)
      if (key.toLowerCase() === 'a' && (ctrlKey || metaKey)) {
        setState({ picked: new Set(keys), at, anchor })
        return true
      }
      if (key === 'Escape' && picked.size > 1 && at !== null) {
        one(at)
        return true
      }
      return false
    },
  }
}
