/** Which rows are chosen: by clicks and keys as in every list. What is no longer found is no longer chosen. */
import { useMemo, useState } from 'react'
import type { Lines } from './lines.ts'

export interface Selection {
  ids: ReadonlySet<number>
  has: (id: number) => boolean
  only: (id: number) => void
  toggle: (id: number) => void
  /** From the line where choosing began to this one. */
  extend: (to: number, options?: { adds?: boolean }) => void
  all: () => void
  clear: () => void
}

export function useSelection(lines: Lines, ids: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [anchor, setAnchor] = useState<number | null>(null)
  const there = useMemo(() => {
    if (chosen.size === 0) return chosen
    const known = new Set(ids)
    const left = [...chosen].filter((id) => known.has(id))
    return left.length === chosen.size ? chosen : new Set(left)
  }, [chosen, ids])
  return {
    ids: there,
    has: (id) => there.has(id),
    only(id) {
      setChosen(new Set([id]))
      setAnchor(id)
    },
    toggle(id) {
      const next = new Set(there)
      if (!next.delete(id)) next.add(id)
      setChosen(next)
      setAnchor(id)
    },
    extend(to, { adds = false } = {}) {
      const from = anchor === null ? -1 : lines.indexOf(anchor)
      const range = lines.between(from < 0 ? to : from, to)
      setChosen(new Set(adds ? [...there, ...range] : range))
      if (from < 0 && range[0] !== undefined) setAnchor(range[0])
    },
    all: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  }
}
