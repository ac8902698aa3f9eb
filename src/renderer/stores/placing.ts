/** An annotation whose passage is being chosen by hand in the text: the review starts it, the reader ends it. */
import { create } from 'zustand'

export interface PlacingWish {
  articleId: number
  annotationId: number
  /** Its words in the earlier text. */
  quote: string
}

interface Placing {
  wish: PlacingWish | null
  start(wish: PlacingWish): void
  stop(): void
}

export const usePlacing = create<Placing>()((set) => ({
  wish: null,
  start: (wish) => set({ wish }),
  stop: () => set({ wish: null }),
}))
