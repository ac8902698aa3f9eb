/**
 * The arithmetic of three panes side by side, in CSS pixels. What the reader chose is kept as chosen; what is drawn is fitted to the
 * window, so a window made small and wide again comes back as it was. Pure.
 */
export type SplitSizes = { start: number; end: number; isStartOpen: boolean; isEndOpen: boolean }

export type SplitLimits = { minStart: number; maxStart: number; minEnd: number; maxEnd: number; minMain: number }

export type SplitSide = 'start' | 'end'

export const SPLIT_LIMITS: SplitLimits = { minStart: 180, maxStart: 480, minEnd: 260, maxEnd: 640, minMain: 360 }

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(low, high), Math.max(low, value))

/**
 * The widths to draw in `total`. The main pane keeps `minMain` as long as the sides can give way: first the end pane, then the start pane,
 * each down to its least.
 */
export function fitSplit(sizes: SplitSizes, total: number, limits: SplitLimits): { start: number; end: number } {
  let start = sizes.isStartOpen ? clamp(sizes.start, limits.minStart, limits.maxStart) : 0
  let end = sizes.isEndOpen ? clamp(sizes.end, limits.minEnd, limits.maxEnd) : 0
  let lack = limits.minMain - (total - start - end)
  if (lack > 0 && end > 0) {
    const given = Math.min(lack, end - limits.minEnd)
    end -= given
    lack -= given
  }
  if (lack > 0 && start > 0) start -= Math.min(lack, start - limits.minStart)
  return { start, end }
}

/** The widest `side` may be drawn in `total` with the other side as it is. */
export function widest(side: SplitSide, drawn: { start: number; end: number }, total: number, limits: SplitLimits): number {
  const other = side === 'start' ? drawn.end : drawn.start
  const [low, high] = side === 'start' ? [limits.minStart, limits.maxStart] : [limits.minEnd, limits.maxEnd]
  return clamp(total - other - limits.minMain, low, high)
}

/** `sizes` after `side` was pulled to `width`. Pulled to less than half its least, it closes and keeps its former width for later. */
export function resize(sizes: SplitSizes, side: SplitSide, width: number, max: number, limits: SplitLimits): SplitSizes {
  const min = side === 'start' ? limits.minStart : limits.minEnd
  const isOpen = width >= min / 2
  const size = Math.round(clamp(width, min, max))
  if (side === 'start') return { ...sizes, isStartOpen: isOpen, start: isOpen ? size : sizes.start }
  return { ...sizes, isEndOpen: isOpen, end: isOpen ? size : sizes.end }
}

/** `sizes` with `side` opened or closed. */
export function toggle(sizes: SplitSizes, side: SplitSide): SplitSizes {
  return side === 'start' ? { ...sizes, isStartOpen: !sizes.isStartOpen } : { ...sizes, isEndOpen: !sizes.isEndOpen }
}
