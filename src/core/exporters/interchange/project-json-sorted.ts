/** One order of keys for everything that is written as JSON. */

/** The value with the keys of all its objects sorted by code units, and without what is undefined. Lists keep their order. */
export function keysSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysSorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, own]) => own !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, own]) => [key, keysSorted(own)]),
  )
}
