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

/** Columns that say when a row was last touched. A step that is taken back by itself neither minds nor moves them. */
const touchColumns: readonly string[] = ['changed_ms']

export interface Applier {
  /** Takes the changes of a step back, last one first. Returns the rows touched, each once. */
  back(db: WriteDb, changes: readonly Change[]): AffectedRow[]
  /** The same for a step that others have followed: what those changed elsewhere in the same rows stays. */
  backAlone(db: WriteDb, changes: readonly Change[]): AffectedRow[]
  /** Does the changes of a step again, first one first. */
  forth(db: WriteDb, changes: readonly Change[]): AffectedRow[]
}

/** Makes an applier for the schema of this connection. */
export function makeApplier(raw: RawDatabase): Applier {
  const shapes = new Map<string, Shape>(capturedTables.map((table: CapturedTable) => [table, shapeOf(raw, table)]))

  /** Brings one row from its `from` image to its `to` image; columns in `left` are neither looked at nor set in a row that stays. */
  const apply = (db: WriteDb, { tbl, rowId, from, to }: Passage, left: readonly string[]): void => {
    const shape = shapes.get(tbl)
    const conflict = (what: Conflict): ParleyError => conflictAt({ tbl, rowId }, what)
    if (!shape) throw conflict('schema')
    const expected = parsed(from, shape)
    const wanted = parsed(to, shape)
    if (expected === undefined || wanted === undefined) throw conflict('schema')
    // A whole image names every column that is not null; a difference names only what changed.
    const whole = !expected || !wanted
    const compared = (whole ? [...shape.keys()] : Object.keys(expected)).filter((name) => !left.includes(name))
    if (compared.length === 0) return
    const now = db.get<Image>(`SELECT ${quoted(compared)} FROM "${tbl}" WHERE id = ?`, [rowId])
    if (!expected && now) throw conflict('exists')
    if (expected && !now) throw conflict('gone')
    if (expected && now) {
      const same = whole
        ? agrees(now, expected, left.length === 0 ? shape : without(shape, left))
        : compared.every((name) => now[name] === expected[name])
      if (!same) throw conflict('changed')
    }
    if (!wanted) {
      db.run(`DELETE FROM "${tbl}" WHERE id = ?`, [rowId])
      return
    }
    const names = expected ? compared : Object.keys(wanted)
    const values = [...names.map((name) => wanted[name] ?? null), rowId]
    if (expected) db.run(`UPDATE "${tbl}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`, values)
    else db.run(`INSERT INTO "${tbl}"(${quoted([...names, 'id'])}) VALUES (?${', ?'.repeat(names.length)})`, values)
  }

  const applyAll = (db: WriteDb, passages: readonly Passage[], left: readonly string[] = []): AffectedRow[] => {
    const affected = new Map<string, AffectedRow>()
    for (const passage of passages) {
      const { tbl, rowId } = passage
      try {
        apply(db, passage, left)
      } catch (error) {
        throw systemCode(error).startsWith('SQLITE_CONSTRAINT') ? conflictAt(passage, 'constraint', error) : error
      }
      affected.set(`${tbl} ${rowId}`, { tbl, rowId })
    }
    recount(db, [...affected.values()])
    return [...affected.values()]
  }

  return {
    back: (db, changes) => applyAll(db, backwards(changes)),
    backAlone: (db, changes) => applyAll(db, backwards(changes), touchColumns),
    forth: (db, changes) =>
      applyAll(
        db,
        changes.map(({ tbl, rowId, before, after }) => ({ tbl, rowId, from: before, to: after })),
      ),
  }
}

function without(shape: Shape, left: readonly string[]): Shape {
  return new Map([...shape].filter(([name]) => !left.includes(name)))
}

function backwards(changes: readonly Change[]): Passage[] {
  return changes.map(({ tbl, rowId, before, after }) => ({ tbl, rowId, from: after, to: before })).reverse()
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

/** The image behind its JSON, null where there is none; undefined where it does not fit the schema. */
function parsed(json: string | null, shape: Shape): Image | null | undefined {
  if (json === null) return null
  const image = imageOf(json)
  return image && Object.keys(image).every((name) => shape.has(name)) ? image : undefined
}

function quoted(names: readonly string[]): string {
  return `"${names.join('", "')}"`
}

type Conflict = 'exists' | 'gone' | 'changed' | 'constraint' | 'schema'

function conflictAt({ tbl, rowId }: AffectedRow, what: Conflict, cause?: unknown): ParleyError {
  return new ParleyError('undo-conflict', { table: tbl, row: rowId, what }, { cause })
}
