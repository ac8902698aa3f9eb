/** Values of another library as they can be trusted: of the right type, or not there. */
import type { z } from 'zod'
import type { ForeignValue } from '../../store/foreign/open-foreign.ts'

/** Counts rows and values that no library can hold. */
export class Dropped {
  count = 0
}

export const text = (value: ForeignValue): string => (typeof value === 'string' ? value : '')
export const textOrNull = (value: ForeignValue): string | null => (typeof value === 'string' && value !== '' ? value : null)
export const number = (value: ForeignValue): number => (typeof value === 'number' ? value : Number.NaN)
/** A reference, as a key; null for none. */
export const key = (value: ForeignValue): string | null => (typeof value === 'number' ? String(value) : null)
export const byId = <Row extends { id: ForeignValue }>(rows: readonly Row[]): ReadonlyMap<ForeignValue, Row> =>
  new Map(rows.map((row) => [row.id, row]))
export const inOrder = <Row extends { position: ForeignValue }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => number(one.position) - number(other.position))

/**
 * A tree in its order: each row behind the one above it, siblings by their position. What stands in a loop, or beneath nothing that is
 * there, comes last.
 */
export function inTree<Row extends { id: ForeignValue; parent_id: ForeignValue; position: ForeignValue }>(rows: readonly Row[]): Row[] {
  const sorted = inOrder(rows)
  const beneath = Map.groupBy(sorted, (row) => row.parent_id)
  const found = new Set<Row>()
  const open = (beneath.get(null) ?? []).toReversed()
  for (let row = open.pop(); row; row = open.pop()) {
    if (found.has(row)) continue
    found.add(row)
    open.push(...(beneath.get(row.id) ?? []).toReversed())
  }
  return [...found, ...sorted.filter((row) => !found.has(row))]
}

/** uids of rows by their ids; what is not there is left out. */
export const uidsOf = (ids: readonly ForeignValue[], rows: ReadonlyMap<ForeignValue, { uid: ForeignValue }>): string[] =>
  ids.flatMap((id) => {
    const uid = rows.get(id)?.uid
    return typeof uid === 'string' ? [uid] : []
  })

/** Parsed JSON that is as the schema says; `fallback` for anything else. */
export function json<S extends z.ZodType>(value: ForeignValue, schema: S, fallback: z.infer<S>): z.infer<S> {
  if (typeof value !== 'string') return fallback
  try {
    return schema.safeParse(JSON.parse(value)).data ?? fallback
  } catch {
    return fallback
  }
}

/** The value where it is one of the schema's; null, counted where something else stood there. */
export function valid<S extends z.ZodType>(value: ForeignValue, schema: S, dropped: Dropped): z.infer<S> | null {
  if (value === null || value === '') return null
  const parsed = schema.safeParse(value)
  if (!parsed.success) dropped.count += 1
  return parsed.data ?? null
}
