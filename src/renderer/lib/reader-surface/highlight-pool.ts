/**
 * The highlights of the page, shared by all surfaces on it: the registry belongs to the document, so two readers side by side
 * add their ranges to the same sets and take away only their own.
 */
/** What lies over the marks, lowest first. */
const OVERLAYS = ['reader-selected', 'reader-hit', 'reader-hit-current', 'reader-hover', 'reader-kept']

/** Above every lane. */
const OVERLAY_PRIORITY = 100

/** A deeper lane is painted over the one before; overlays lie over all of them. */
function priorityOf(name: string): number {
  const overlay = OVERLAYS.indexOf(name.startsWith('reader-selected') ? 'reader-selected' : name)
  return overlay < 0 ? Number(name.slice(name.lastIndexOf('-') + 1)) : OVERLAY_PRIORITY + overlay
}

/** The highlight of a name (see highlights.css), made and registered at first use. */
export function highlightNamed(name: string): Highlight {
  let highlight = CSS.highlights.get(name)
  if (highlight === undefined) {
    highlight = new Highlight()
    highlight.priority = priorityOf(name)
    CSS.highlights.set(name, highlight)
  }
  return highlight
}

/** Name of the highlight that paints a mark in its lane. */
export const laneHighlight = (hue: string, lane: number): string => `${hue}-${lane}`

/** Name of the highlight that brings a mark of a hue to the front. */
export const selectedHighlight = (hue: string): string => `reader-selected-${hue}`
