/** What the ledger and the page of a thread leave behind for each other: the threads in order, the line and the passage one went away from. */
import { create } from 'zustand'

interface LedgerStore {
  /** Threads as they stood in the table, for the way to the next one. */
  order: readonly number[]
  setOrder(order: readonly number[]): void
  /** The thread opened last from the table; coming back goes on at its line. */
  left: number | null
  /** The passage gone to from the page of a thread; coming back goes on at it. */
  passage: { threadId: number; annotationId: number } | null
  leave(at: Partial<Pick<LedgerStore, 'left' | 'passage'>>): void
  reset(): void
}

const NONE: readonly number[] = []

export const useLedger = create<LedgerStore>()((set) => ({
  order: NONE,
  setOrder: (order) => set({ order }),
  left: null,
  passage: null,
  leave: (at) => set(at),
  reset: () => set({ order: NONE, left: null, passage: null }),
}))
