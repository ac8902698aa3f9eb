/**
 * Panes of a narrow window: below its width a pane folds away beside the text and is laid over it when asked for. What is open there is
 * forgotten with the window; how wide windows have their panes is a setting and is not touched.
 */
import { create } from 'zustand'

export type FoldedSide = 'left' | 'right'

/** Narrower than this (CSS pixels), the pane folds: both panes leave a text of about 360 above the first, one above the second. */
export const FOLDS_BELOW: Readonly<Record<FoldedSide, number>> = { left: 1_000, right: 820 }

interface FoldedPanes {
  /** Whether the window is too narrow for the pane. */
  isFolded: Readonly<Record<FoldedSide, boolean>>
  /** The folded pane that is laid over the text. */
  over: FoldedSide | null
  setFolded(isFolded: Readonly<Record<FoldedSide, boolean>>): void
  lay(side: FoldedSide | null): void
}

export const useFoldedPanes = create<FoldedPanes>()((set) => ({
  isFolded: { left: false, right: false },
  over: null,
  setFolded: (isFolded) => set(({ over }) => ({ isFolded, over: over !== null && isFolded[over] ? over : null })),
  lay: (over) => set(({ isFolded }) => ({ over: over !== null && isFolded[over] ? over : null })),
}))

/** Opens or closes a pane where it is folded; returns false where it is not, which is then a matter of the settings. */
export function toggleFolded(side: FoldedSide): boolean {
  const { isFolded, over, lay } = useFoldedPanes.getState()
  if (isFolded[side]) lay(over === side ? null : side)
  return isFolded[side]
}
