/**
 * Annotations that are picked for an operation, and operations that were asked for until the reader, which knows the caret and the
 * selection, takes them. Picks belong to one article: they are let go of when another is opened.
 */
import { create } from 'zustand'

/** What is to be done, asked for by a key in the text or by a button beside it. */
export type Wish =
  | { do: 'split'; id: number }
  | { do: 'merge'; ids: number[] }
  /** With the annotation that overlaps it or comes next. */
  | { do: 'mergeNext'; id: number }
  | { do: 'duplicate'; id: number }
  /** Places of the same text as an annotation, or (null) as the selection. */
  | { do: 'occurrences'; id: number | null }

interface Picked {
  ids: ReadonlySet<number>
  pick(ids: Iterable<number>): void
  wish: Wish | null
  ask(wish: Wish): void
  wishTaken(): void
  reset(): void
}

const NONE: ReadonlySet<number> = new Set()

export const usePicked = create<Picked>()((set) => ({
  ids: NONE,
  pick: (ids) => set({ ids: new Set(ids) }),
  wish: null,
  ask: (wish) => set({ wish }),
  wishTaken: () => set({ wish: null }),
  reset: () => set({ ids: NONE, wish: null }),
}))
