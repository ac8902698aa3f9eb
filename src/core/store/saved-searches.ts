/** Searches that are kept: views of the library with a query, by name. Part of the history like everything an analyst makes. */
import { savedSearchFieldsSchema, type SavedSearch } from '../../shared/domain/search.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { ReadDb, WriteDb } from './types.ts'

const VIEW = 'search'
const kept = savedSearchFieldsSchema.pick({ query: true, order: true })

interface Row {
  id: number
  name: string
  filter: string
}

/** By name. One that cannot be read, made by a later version, is left out. */
export function listSearches(db: ReadDb): SavedSearch[] {
  return db.all<Row>('SELECT id, name, filter FROM saved_view WHERE view = ? ORDER BY name COLLATE NOCASE, id', [VIEW]).flatMap(toSearch)
}

/** Throws `not-found`. */
export function searchById(db: ReadDb, id: number): SavedSearch {
  const [search] = db.all<Row>('SELECT id, name, filter FROM saved_view WHERE view = ? AND id = ?', [VIEW, id]).flatMap(toSearch)
  if (!search) throw new ParleyError('not-found', { what: 'search', id })
  return search
}

function toSearch({ id, name, filter }: Row): SavedSearch[] {
  const read = kept.safeParse(JSON.parse(filter))
  return read.success ? [{ id, name, ...read.data }] : []
}

export function insertSearch(db: WriteDb, { name, query, order }: Omit<SavedSearch, 'id'>, uid: () => string): number {
  const filter = JSON.stringify({ query, order })
  return db.run('INSERT INTO saved_view(uid, name, view, filter) VALUES (?, ?, ?, ?)', [uid(), name, VIEW, filter]).lastId
}

/** Changes what is given. Throws `not-found`. */
export function updateSearch(db: WriteDb, id: number, patch: Partial<Omit<SavedSearch, 'id'>>): void {
  const { name, query, order } = { ...searchById(db, id), ...patch }
  db.run('UPDATE saved_view SET name = ?, filter = ? WHERE id = ?', [name, JSON.stringify({ query, order }), id])
}

/** Throws `not-found`. */
export function removeSearch(db: WriteDb, id: number): void {
  searchById(db, id)
  db.run('DELETE FROM saved_view WHERE id = ?', [id])
}
