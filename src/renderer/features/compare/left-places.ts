/** Where a list of quotes was left for a passage, so that the way back comes to the same quote. In this window only, and taken once. */
export interface LeftPlace {
  /** The quote that was opened. */
  id: number
  /** How far the list was scrolled, in CSS pixels. */
  top: number
  start: number
}

const places = new Map<string, LeftPlace>()

export function leaveAt(key: string, place: LeftPlace): void {
  places.set(key, place)
}

/** Null where it was not left, or was come back to already. */
export function leftAt(key: string): LeftPlace | null {
  const place = places.get(key) ?? null
  places.delete(key)
  return place
}
