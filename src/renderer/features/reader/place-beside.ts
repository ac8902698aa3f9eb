/** Where a small panel goes beside a stretch of text: below its last line, above it where there is no room. In CSS pixels of the window. */
const GAP = 8
/** Height of the line at the edge of the window that is not covered. */
const EDGE = 32

/** null where no piece of the stretch is on the screen. */
export function placeBeside(rects: readonly DOMRect[], size: { width: number; height: number }): { left: number; top: number } | null {
  const seen = rects.filter((rect) => rect.bottom > 0 && rect.top < window.innerHeight)
  const last = seen.at(-1)
  const first = seen[0]
  if (!first || !last) return null
  const below = last.bottom + GAP
  const top = below + size.height < window.innerHeight - EDGE ? below : Math.max(GAP, first.top - size.height - GAP)
  const left = Math.min(Math.max(GAP, last.left), Math.max(GAP, window.innerWidth - size.width - GAP))
  return { left, top }
}

/**
 * The same for a panel whose height changes with what is in it: it hangs from the last line, or stands on the first one where there is
 * more room above. null where no piece of the stretch is on the screen.
 */
export function hangBeside(
  rects: readonly DOMRect[],
  size: { width: number; height: number },
): { left: number; top?: number; bottom?: number; maxBlockSize: number } | null {
  const seen = rects.filter((rect) => rect.bottom > 0 && rect.top < window.innerHeight)
  const last = seen.at(-1)
  const first = seen[0]
  if (!first || !last) return null
  const left = Math.min(Math.max(GAP, last.left), Math.max(GAP, window.innerWidth - size.width - GAP))
  const below = window.innerHeight - EDGE - last.bottom - GAP
  const above = first.top - 2 * GAP
  if (below >= size.height || below >= above) {
    // A stretch that fills the screen leaves no room on either side: then the panel lies over its end.
    const top = Math.min(last.bottom + GAP, window.innerHeight - EDGE - Math.min(size.height, window.innerHeight - EDGE - GAP))
    return { left, top, maxBlockSize: window.innerHeight - EDGE - top }
  }
  const bottom = Math.min(window.innerHeight - first.top + GAP, window.innerHeight - size.height - GAP)
  return { left, bottom, maxBlockSize: window.innerHeight - bottom - GAP }
}
