/**
 * Writes of one cell, one after the other, and the quotes that its summary is to rest on meanwhile. A link never sends the text: what was
 * typed a moment before it, and is on its way, stays. Links that no text stands for yet wait for its first words. No React.
 */
import type { SummaryQuote } from '../../../shared/domain/cell.ts'

/** Each resolves to whether it was kept; a failure was shown. */
export interface CellCalls {
  write: (text: string, quoteIds: readonly number[], isFirst: boolean) => Promise<boolean>
  link: (quoteIds: readonly number[]) => Promise<boolean>
  remove: () => Promise<boolean>
  /** Resolves once what is stored is heard anew. */
  reload: () => Promise<unknown>
}

export interface CellWrites {
  /** What is stored is known; null: nothing. */
  heard: (stored: { quoteIds: readonly number[] } | null) => void
  write: (text: string) => Promise<boolean>
  remove: () => Promise<boolean>
  /** Links a quote, or takes the link away. */
  toggle: (id: number) => void
  /** Ids of the quotes as they were asked for last. */
  linked: () => readonly number[]
}

/** `onLinks` hears of links that are not stored yet; null: those that are stored hold. `calls` is asked for each time. */
export function cellWrites(calls: () => CellCalls, onLinks: (links: readonly number[] | null) => void): CellWrites {
  let stored: readonly number[] = []
  let exists = false
  let links: readonly number[] | null = null
  let underWay = 0
  let last: Promise<unknown> = Promise.resolve()

  const setLinks = (next: readonly number[] | null): void => {
    links = next
    onLinks(next)
  }
  const linked = (): readonly number[] => links ?? stored
  const inTurn = (work: () => Promise<boolean>): Promise<boolean> => {
    underWay += 1
    const done = last.then(work).catch(() => false)
    last = done.then(settle)
    return done
  }
  /** Once all is answered, what is stored holds; without a text the links go on waiting. */
  const settle = async (): Promise<void> => {
    underWay -= 1
    if (underWay > 0 || !exists) return
    await calls()
      .reload()
      .catch(() => undefined)
    if (underWay === 0 && exists) setLinks(null)
  }
  return {
    linked,
    heard(found) {
      stored = found?.quoteIds ?? []
      if (underWay > 0) return
      exists = found !== null
    },
    write(text) {
      const ids = linked()
      return inTurn(async () => {
        const wasKept = await calls().write(text, ids, !exists)
        exists ||= wasKept
        return wasKept
      })
    },
    remove() {
      const ids = linked()
      return inTurn(async () => {
        if (!(await calls().remove())) return false
        exists = false
        if (links === null) setLinks(ids)
        return true
      })
    },
    toggle(id) {
      const ids = linked()
      const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]
      setLinks(next)
      // What is on its way may be the first text: whether there is one is known once it is answered.
      if (exists || underWay > 0) void inTurn(() => (exists ? calls().link(next) : Promise.resolve(true)))
    },
  }
}

/** Linked quotes under the numbers that they have, or will have once `links` are stored. Pure. */
export function numbered(stored: readonly SummaryQuote[], links: readonly number[] | null): readonly SummaryQuote[] {
  if (links === null) return stored
  const kept = stored.filter(({ id }) => links.includes(id))
  const known = new Set(kept.map(({ id }) => id))
  const last = Math.max(0, ...kept.map(({ number }) => number))
  return [...kept, ...links.filter((id) => !known.has(id)).map((id, index) => ({ id, number: last + 1 + index }))]
}
