/**
 * Copies of an annotation with its whole coding. Columns are read from the schema, so that a copy cannot miss one that was added
 * later. What hangs on one annotation alone, its place in threads and among the examples of the codebook, is not copied.
 */
import type { ReadDb, SqlValue, WriteDb } from './types.ts'

/** Tables whose rows belong to the coding of an annotation. */
const CODING = ['annotation_target', 'annotation_issue', 'annotation_field'] as const

/** Copies an annotation; `changed` names the columns that differ. Returns the id of the copy. */
export function copyAnnotation(db: WriteDb, id: number, changed: Readonly<Record<string, SqlValue>>): number {
  const copy = copyRow(db, 'annotation', changed, 'id = @of', { of: id })
  for (const table of CODING) copyRow(db, table, { annotation_id: copy }, 'annotation_id = @of ORDER BY id', { of: id })
  return copy
}

function copyRow(
  db: WriteDb,
  table: string,
  changed: Readonly<Record<string, SqlValue>>,
  where: string,
  params: Readonly<Record<string, SqlValue>>,
): number {
  const columns = columnsOf(db, table)
  const values = columns.map((column) => (Object.hasOwn(changed, column) ? `@${column}` : `"${column}"`))
  return db.run(
    `INSERT INTO ${table}(${columns.map((column) => `"${column}"`).join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${where}`,
    { ...changed, ...params },
  ).lastId
}

const columnsOf = (db: ReadDb, table: string): string[] =>
  db.column<string>("SELECT name FROM pragma_table_info(?) WHERE name <> 'id' ORDER BY cid", [table])
