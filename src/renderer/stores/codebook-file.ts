/** A codebook file that was dropped on the codebook's screen and waits to be looked at there. */
import { create } from 'zustand'
import type { Staged } from '../../shared/domain/import.ts'

interface CodebookFileStore {
  file: Staged | null
  offer(file: Staged): void
  /** It was looked at, or is no longer wanted. */
  drop(): void
}

export const useCodebookFile = create<CodebookFileStore>()((set) => ({
  file: null,
  offer: (file) => set({ file }),
  drop: () => set({ file: null }),
}))

/** Whether a file's name is that of a codebook; anything else dropped there is an article, as everywhere. */
export const isCodebookFile = (name: string): boolean => /\.(?:json|csv|qdc|xml)$/i.test(name)
