/**
 * Order in the trees of the codebook and of the collections. Siblings are numbered from 1 without gaps, and only rows whose place changes are written, so
 * that the history stays small.
 */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ReadDb, WriteDb } from './types.ts'

export type TreeTable = 'tag' | 'issue' | 'party' | 'collection'

/** Column of a list query: place among the siblings, from 1, also where an older library has gaps. */
export const placeColumn = (row: string): string =>
  `row_number() OVER (PARTITION BY ${row}.parent_id ORDER BY ${row}.position, ${row}.id) AS position`

/** The same for a query of few rows, which does not number all of them. */
export const placeOf = (table: TreeTable, row: string): string =>
  `(SELECT count(*) FROM ${table} s WHERE s.parent_id IS ${row}.parent_id AND (s.position, s.id) <= (${row}.position, ${row}.id)) AS position`

/** SQL of the place after the last child of `@parentId`. */
export const nextPlace = (table: TreeTable): string => `(SELECT ifnull(max(position), 0) + 1 FROM ${table} WHERE parent_id IS @parentId)`

/** Ids beneath a parent (null: at the top), in order. */
export function childIds(db: ReadDb, table: TreeTable, parentId: number | null): number[] {
  return db.column<number>(`SELECT id FROM ${table} WHERE parent_id IS ? ORDER BY position, id`, [parentId])
}

/**
 * Puts a row beneath `parentId`, before the sibling `before` or last. Throws `invalid-input` where `before` is no such sibling. Loops
 * and names are checked by whoever calls.
 */
export function place(db: WriteDb, table: TreeTable, id: number, parentId: number | null, before: number | null): void {
  const old = db.value<number | null>(`SELECT parent_id FROM ${table} WHERE id = ?`, [id])
  const siblings = childIds(db, table, parentId).filter((other) => other !== id)
  const at = before === null ? siblings.length : siblings.indexOf(before)
  if (at < 0) throw new ParleyError('invalid-input', { field: 'before', problem: 'not beneath the same parent', reason: 'not-a-sibling' })
  if (old !== parentId) db.run(`UPDATE ${table} SET parent_id = ? WHERE id = ?`, [parentId, id])
  number(db, table, siblings.toSpliced(at, 0, id))
  if (old !== parentId) number(db, table, childIds(db, table, old))
}

/** Moves the children of a row up to where it stands, in their order. */
export function liftChildren(db: WriteDb, table: TreeTable, id: number): void {
  const parentId = db.value<number | null>(`SELECT parent_id FROM ${table} WHERE id = ?`, [id])
  for (const child of childIds(db, table, id)) place(db, table, child, parentId, id)
}

/** Deletes a row without children, and closes the gap. */
export function removeNode(db: WriteDb, table: TreeTable, id: number): void {
  const parentId = db.value<number | null>(`SELECT parent_id FROM ${table} WHERE id = ?`, [id])
  db.run(`DELETE FROM ${table} WHERE id = ?`, [id])
  number(db, table, childIds(db, table, parentId))
}

/** Makes `intoId` stand where `id` stands, where it is somewhere beneath it; else nothing happens. Then all other children of `id` go to its end. */
export function rehang(db: WriteDb, table: TreeTable, id: number, intoId: number): void {
  liftOut(db, table, id, intoId)
  for (const child of childIds(db, table, id)) place(db, table, child, intoId, null)
}

/** The first half of `rehang`. */
export function liftOut(db: WriteDb, table: TreeTable, id: number, intoId: number): void {
  if (isBeneath(db, table, intoId, id))
    place(db, table, intoId, db.value<number | null>(`SELECT parent_id FROM ${table} WHERE id = ?`, [id]), id)
}

/** For a row whose parent was changed by hand: puts it last among its new siblings, and closes the gap beneath the old parent. */
export function renumber(db: WriteDb, table: TreeTable, id: number, oldParentId: number | null): void {
  place(db, table, id, db.value<number | null>(`SELECT parent_id FROM ${table} WHERE id = ?`, [id]), null)
  number(db, table, childIds(db, table, oldParentId))
}

/** Throws `not-found`. */
export function parentOf(db: ReadDb, table: TreeTable, id: number): number | null {
  const row = db.get<{ parentId: number | null }>(`SELECT parent_id AS parentId FROM ${table} WHERE id = ?`, [id])
  if (!row) throw new ParleyError('not-found', { what: table, id })
  return row.parentId
}

/** Throws `not-found` for either, and `tree-loop` where the new parent is the row itself or stands beneath it. */
export function refuseLoop(db: ReadDb, table: TreeTable, id: number, parentId: number | null): void {
  parentOf(db, table, id)
  if (parentId === null) return
  parentOf(db, table, parentId)
  if (parentId === id || isBeneath(db, table, parentId, id)) throw new ParleyError('tree-loop', { what: table })
}

/** Whether `id` is somewhere beneath `aboveId`. */
export function isBeneath(db: ReadDb, table: TreeTable, id: number, aboveId: number): boolean {
  const above = db.column<number>(
    `WITH RECURSIVE up(id) AS (SELECT parent_id FROM ${table} WHERE id = ? UNION SELECT t.parent_id FROM ${table} t JOIN up ON t.id = up.id)
     SELECT id FROM up WHERE id IS NOT NULL`,
    [id],
  )
  return above.includes(aboveId)
}

function number(db: WriteDb, table: TreeTable, ids: readonly number[]): void {
  ids.forEach((id, index) =>
    db.run(`UPDATE ${table} SET position = @place WHERE id = @id AND position <> @place`, { id, place: index + 1 }),
  )
}
