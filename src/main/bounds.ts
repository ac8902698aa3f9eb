/** Where the window opens: where it was, if that is still on a screen, else a sensible size in the middle. Pure. */
import type { Bounds } from './settings.ts'

export const SMALLEST = { width: 720, height: 520 }
const USUAL = { width: 1280, height: 840 }
/** So much of the window's top must be on a screen for a person to be able to move it. */
const GRIP = { width: 120, height: 40 }

/** Size and, where it is known, place of the window on these screens' free areas. Without x and y the system centres it. */
export function windowPlace(saved: Bounds | null, areas: readonly Bounds[]): { width: number; height: number; x?: number; y?: number } {
  const area = saved === null ? areas[0] : areas.find((candidate) => holdsGrip(saved, candidate))
  const wanted = saved ?? USUAL
  const limit = area ?? areas[0] ?? USUAL
  const size = {
    width: Math.max(SMALLEST.width, Math.min(wanted.width, limit.width)),
    height: Math.max(SMALLEST.height, Math.min(wanted.height, limit.height)),
  }
  return saved === null || area === undefined ? size : { ...size, x: saved.x, y: saved.y }
}

function holdsGrip(window: Bounds, area: Bounds): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= GRIP.width && window.y >= area.y - 1 && window.y + GRIP.height <= area.y + area.height
}
