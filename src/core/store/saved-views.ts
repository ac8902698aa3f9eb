/** Views that are kept: the place of a comparison, timeline or ledger, by name. Part of the history. Searches have a file of their own. */
import { savedViewSchema, viewKindSchema, type SavedView, type ViewKind } from '../../shared/domain/view.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface Row {
  id: number
  kind: string
  name: string
  place: string
}

const ROWS = 'SELECT id, view AS kind, name, filter AS place FROM saved_view'

/** By name. One that cannot be read, made by a later version, is left out. */
export function listViews(db: ReadDb, kind?: ViewKind): SavedView[] {
  const kinds = jsonList(kind === undefined ? viewKindSchema.options : [kind])
  return db.all<Row>(`${ROWS} WHERE view IN (SELECT value FROM json_each(?)) ORDER BY name COLLATE NOCASE, id`, [kinds]).flatMap(toView)
}

/** Throws `not-found`. */
export function viewById(db: ReadDb, id: number): SavedView {
  const [view] = db.all<Row>(`${ROWS} WHERE id = ?`, [id]).flatMap(toView)
  if (!view) throw new ParleyError('not-found', { what: 'view', id })
  return view
}

function toView({ place, ...row }: Row): SavedView[] {
  const read = savedViewSchema.safeParse({ ...row, place: JSON.parse(place) as unknown })
  return read.success ? [read.data] : []
}

export function insertView(db: WriteDb, { kind, name, place }: Omit<SavedView, 'id'>, uid: () => string): number {
  return db.run('INSERT INTO saved_view(uid, name, view, filter) VALUES (?, ?, ?, ?)', [uid(), name, kind, JSON.stringify(place)]).lastId
}

/** Changes what is given. Throws `not-found`. */
export function updateView(db: WriteDb, id: number, patch: Partial<Pick<SavedView, 'name' | 'place'>>): void {
  const { name, place } = { ...viewById(db, id), ...patch }
  db.run('UPDATE saved_view SET name = ?, filter = ? WHERE id = ?', [name, JSON.stringify(place), id])
}

/** Throws `not-found`. */
export function removeView(db: WriteDb, id: number): void {
  viewById(db, id)
  db.run('DELETE FROM saved_view WHERE id = ?', [id])
}
