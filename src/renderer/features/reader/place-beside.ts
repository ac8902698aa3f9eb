/** Where a small panel goes beside a stretch of text: below its last line, above it where there is no room. In CSS pixels of the window. */
const GAP = 8

/** null where no piece of the stretch is on the screen. */
export function placeBeside(rects: readonly DOMRect[], size: { width: number; height: number }): { left: number; top: number } | null {
  const seen = rects.filter((rect) => rect.bottom > 0 && rect.top < window.innerHeight)
  const last = seen.at(-1)
  const first = seen[0]
  if (!first || !last) return null
  const below = last.bottom + GAP
  const top = below + size.height < window.innerHeight - 32 ? below : Math.max(GAP, first.top - size.height - GAP)
  const left = Math.min(Math.max(GAP, last.left), Math.max(GAP, window.innerWidth - size.width - GAP))
  return { left, top }
}
