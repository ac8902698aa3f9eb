/**
 * Where each article was left: the offset (UTF-16) of the first line on the screen, by the article's uid, which is the same in every
 * copy of a library. Kept with the settings of this copy as one short string, the latest last; the oldest are forgotten.
 */
import { hostCall } from '../lib/transport/host.ts'
import { useSettings } from './settings.ts'

/** More articles than anybody reads in turn; all of them together stay below what the settings take. */
export const MOST_PLACES = 500
/** Scrolling moves a place many times; the disk hears of it once it rests, ms. */
const REST = 500
/** Of a uid: enough to tell apart the articles of one person. */
const KEY_LENGTH = 12

const keyOf = (uid: string): string => uid.replaceAll('-', '').slice(0, KEY_LENGTH)

/** What does not parse is left out. */
export function parsePlaces(text: string): Map<string, number> {
  return new Map([...text.matchAll(/(?<=^| )([0-9a-f]{12}):(\d{1,9})(?= |$)/g)].map(([, key = '', offset]) => [key, Number(offset)]))
}

export const formatPlaces = (places: ReadonlyMap<string, number>): string =>
  [...places]
    .slice(-MOST_PLACES)
    .map(([key, offset]) => `${key}:${offset}`)
    .join(' ')

let places: Map<string, number> | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const known = (): Map<string, number> => (places ??= parsePlaces(useSettings.getState().settings.places))

/** Where an article was left, or null at its head and where it was never read. Only once the settings are loaded. */
export const readingPlaceOf = (uid: string): number | null => known().get(keyOf(uid)) ?? null

/** Remembers the place in an article; 0 is its head. */
export function leaveReadingPlace(uid: string, offset: number): void {
  const key = keyOf(uid)
  if ((known().get(key) ?? 0) === offset) return
  known().delete(key)
  if (offset > 0) known().set(key, offset)
  clearTimeout(timer)
  timer = setTimeout(keepReadingPlaces, REST)
}

/** Writes what is not written yet. A place is not worth a message where that fails. */
export function keepReadingPlaces(): void {
  if (timer === undefined || places === null) return
  clearTimeout(timer)
  timer = undefined
  void hostCall('settings.set', { places: formatPlaces(places) }).catch(() => undefined)
}

if (typeof window !== 'undefined') window.addEventListener('pagehide', keepReadingPlaces)
