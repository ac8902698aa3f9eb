/** Values of JSON-LD as they may be written: one, or a list of one. Nothing here throws, whatever a file holds. */
import { isRecord, parseJson } from '../tables/json-rows.ts'

export { isRecord, parseJson }
export type Item = Readonly<Record<string, unknown>>

/** All values; none for what is not there. */
export const many = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** The only value; undefined where there are none or several. */
export const only = (value: unknown): unknown => {
  const all = many(value)
  return all.length === 1 ? all[0] : undefined
}

export const textOf = (value: unknown): string | null => {
  const one = only(value)
  return typeof one === 'string' ? one : null
}

/** An absolute address without blanks, in any script. */
export const isAddress = (value: unknown): value is string => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/iu.test(value)

export const hasType = (item: Item, name: string): boolean => many(item['type'] ?? item['@type']).includes(name)

/** The address of a resource: itself, or its id. */
export function addressOf(value: unknown): string | null {
  const one = only(value)
  const id = isRecord(one) ? only(one['id'] ?? one['@id']) : one
  return isAddress(id) ? id : null
}
