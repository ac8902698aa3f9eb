/** How the columns of tables were read the last time, by the names in their heads: so that a table that comes every month is asked about once. */
import type { ReadDb, WriteDb } from './types.ts'

/** Heads kept; the one that was not used for longest gives way. */
const KEPT = 200

const keyOf = (columns: readonly string[]): string => JSON.stringify(columns.map((name) => name.trim()))

/** What the columns of a table with this head meant, by place; null where it was never said. */
export function mappingFor(db: ReadDb, columns: readonly string[]): (string | null)[] | null {
  const row = db.get<{ mapping: string }>('SELECT mapping FROM import_mapping WHERE head = ?', [keyOf(columns)])
  if (!row) return null
  const mapping: unknown = JSON.parse(row.mapping)
  const fits = Array.isArray(mapping) && mapping.length === columns.length
  return fits ? mapping.map((name: unknown) => (typeof name === 'string' ? name : null)) : null
}

/** What all known heads meant at this moment: later changes are not seen in it. */
export function mappingsNow(db: ReadDb): (columns: readonly string[]) => (string | null)[] | null {
  const heads = db.column<string>('SELECT head FROM import_mapping')
  const known = new Map(heads.map((head) => [head, mappingFor(db, JSON.parse(head) as string[])])) // as keyOf wrote it
  return (columns) => known.get(keyOf(columns)) ?? null
}

/** Keeps what the columns of a table with this head mean. */
export function rememberMapping(db: WriteDb, columns: readonly string[], mapping: readonly (string | null)[], now: number): void {
  db.run(
    'INSERT INTO import_mapping(head, mapping, used_ms) VALUES (?, ?, ?) ON CONFLICT(head) DO UPDATE SET mapping = excluded.mapping, used_ms = excluded.used_ms',
    [keyOf(columns), JSON.stringify(columns.map((_, place) => mapping[place] ?? null)), now],
  )
  db.run('DELETE FROM import_mapping WHERE id NOT IN (SELECT id FROM import_mapping ORDER BY used_ms DESC, id DESC LIMIT ?)', [KEPT])
}
