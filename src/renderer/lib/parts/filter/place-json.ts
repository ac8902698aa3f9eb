/** The place of a view as JSON, and whether two are the same whatever the order of their keys. Pure. */
import type { SavedView } from '../../../../shared/domain/view.ts'

export type PlaceJson = SavedView['place']

/** Without what is undefined or says nothing. */
export const toPlace = (place: object): PlaceJson => JSON.parse(JSON.stringify(place)) as PlaceJson // an address holds JSON values only

export const samePlace = (a: PlaceJson, b: PlaceJson): boolean => settled(a) === settled(b)

const settled = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => !(isRecord(value) && Object.keys(value).length === 0) && !(Array.isArray(value) && value.length === 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
