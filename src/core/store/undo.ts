/**
 * Puts rows back. Each change is applied in turn, and only where the row is exactly as the history left it; the first one that is
 * not stops everything with `undo-conflict`, and the step around it is rolled back.
 */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { agrees, capturedTables, imageOf, shapeOf, type CapturedTable, type Change, type Image, type Shape } from './capture.ts'
import type { RawDatabase } from './connection.ts'
import { systemCode } from './sqlite-errors.ts'
import type { WriteDb } from './types.ts'

export interface AffectedRow {
  tbl: string
  rowId: number
}

/** A row on its way from one image to another; null where it is not there. */
interface Passage extends AffectedRow {
  from: string | null
  to: string | null
}

export interface Applier {
  /** Takes the changes of a step back, last one first. Returns the rows touched, each once. */
  back(db: WriteDb, changes: readonly Change[]): AffectedRow[]
  /** Does the changes of a step again, first one first. */
  forth(db: WriteDb, changes: readonly Change[]): AffectedRow[]
}

/** Makes an applier for the schema of this connection. */
export function makeApplier(raw: RawDatabase): Applier {
  const shapes = new Map<string, Shape>(capturedTables.map((table: CapturedTable) => [table, shapeOf(raw, table)]))

  /** Brings one row from its `from` image to its `to` image. */
  const apply = (db: WriteDb, { tbl, rowId, from, to }: Passage): void => {
    const shape = shapes.get(tbl)
    if (!shape) throw conflict(tbl, 'schema')
    const expected = parsed(tbl, from, shape)
    const wanted = parsed(tbl, to, shape)
    // A whole image names every column that is not null; a difference names only what changed.
    const whole = !expected || !wanted
    const compared = whole ? [...shape.keys()] : Object.keys(expected)
    const now = db.get<Image>(`SELECT ${quoted(compared)} FROM "${tbl}" WHERE id = ?`, [rowId])
    if (!expected && now) throw conflict(tbl, 'exists')
    if (expected && !now) throw conflict(tbl, 'gone')
    if (expected && now) {
      const same = whole ? agrees(now, expected, shape) : compared.every((name) => now[name] === expected[name])
      if (!same) throw conflict(tbl, 'changed')
    }
    if (!wanted) {
      db.run(`DELETE FROM "${tbl}" WHERE id = ?`, [rowId])
      return
    }
    const names = Object.keys(wanted)
    const values = [...Object.values(wanted), rowId]
    if (expected) db.run(`UPDATE "${tbl}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`, values)
    else db.run(`INSERT INTO "${tbl}"(${quoted([...names, 'id'])}) VALUES (?${', ?'.repeat(names.length)})`, values)
  }

  const applyAll = (db: WriteDb, passages: readonly Passage[]): AffectedRow[] => {
    const affected = new Map<string, AffectedRow>()
    for (const passage of passages) {
      const { tbl, rowId } = passage
      try {
        apply(db, passage)
      } catch (error) {
        throw systemCode(error).startsWith('SQLITE_CONSTRAINT') ? conflict(tbl, 'constraint', error) : error
      }
      affected.set(`${tbl} ${rowId}`, { tbl, rowId })
    }
    recount(db, [...affected.values()])
    return [...affected.values()]
  }

  return {
    back: (db, changes) =>
      applyAll(db, changes.map(({ tbl, rowId, before, after }) => ({ tbl, rowId, from: after, to: before })).reverse()),
    forth: (db, changes) =>
      applyAll(
        db,
        changes.map(({ tbl, rowId, before, after }) => ({ tbl, rowId, from: before, to: after })),
      ),
  }
}

/** The derived count of annotations follows by trigger, but starts at 0 where an article itself came back after its annotations. */
function recount(db: WriteDb, affected: readonly AffectedRow[]): void {
  const articles = affected.filter((row) => row.tbl === 'article').map((row) => row.rowId)
  if (articles.length === 0) return
  db.run(
    `UPDATE article SET annotations = (SELECT count(*) FROM annotation n WHERE n.article_id = article.id)
     WHERE id IN (SELECT value FROM json_each(?)) AND annotations <> (SELECT count(*) FROM annotation n WHERE n.article_id = article.id)`,
    [JSON.stringify(articles)],
  )
}

function parsed(tbl: string, json: string | null, shape: Shape): Image | null {
  if (json === null) return null
  const image = imageOf(json)
  if (!image || Object.keys(image).some((name) => !shape.has(name))) throw conflict(tbl, 'schema')
  return image
}

function quoted(names: readonly string[]): string {
  return `"${names.join('", "')}"`
}

function conflict(table: string, what: 'exists' | 'gone' | 'changed' | 'constraint' | 'schema', cause?: unknown): ParleyError {
  return new ParleyError('undo-conflict', { table, what }, { cause })
}
