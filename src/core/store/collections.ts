/** Collections: a tree in which siblings have different names, and which articles are in them. Removing one never removes an article. */
import type { Collection } from '../../shared/domain/collection.ts'
import type { MoveInput } from '../../shared/domain/codebook-changes.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { foldName } from '../../shared/text/fold.ts'
import { inTreeOrder, jsonList, withDescendants, without } from './rows.ts'
import { liftChildren, nextPlace, place, placeColumn, refuseLoop, removeNode } from './tree.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** All collections in tree order, with their counts. */
export function listCollections(db: ReadDb): Collection[] {
  const rows = db.all<Omit<Collection, 'articles' | 'total'>>(
    `SELECT c.id, c.uid, c.parent_id AS parentId, c.name, ${placeColumn('c')} FROM collection c ORDER BY c.position, c.id`,
  )
  const own = new Map(
    db
      .all<{ id: number; articles: number }>(
        'SELECT collection_id AS id, count(*) AS articles FROM article_collection GROUP BY collection_id',
      )
      .map(({ id, articles }) => [id, articles]),
  )
  const parents = new Set(rows.map((row) => row.parentId))
  return inTreeOrder(rows).map((node) => {
    const articles = own.get(node.id) ?? 0
    // An article may be in several of them: where there are some beneath, it is counted once.
    const total = parents.has(node.id) ? countDistinct(db, [...withDescendants([node.id], rows)]) : articles
    return { ...without(node, 'depth'), articles, total }
  })
}

const countDistinct = (db: ReadDb, ids: readonly number[]): number =>
  db.value<number>('SELECT count(DISTINCT article_id) FROM article_collection WHERE collection_id IN (SELECT value FROM json_each(?))', [
    jsonList(ids),
  ])

/** Throws `not-found`. */
export function collectionById(db: ReadDb, id: number): Collection {
  const found = listCollections(db).find((collection) => collection.id === id)
  if (!found) throw new ParleyError('not-found', { what: 'collection', id })
  return found
}

/** Adds a collection after its siblings; returns its id. Throws `name-taken`, `not-found` for the parent. */
export function insertCollection(db: WriteDb, { name, parentId }: { name: string; parentId: number | null }, uid: () => string): number {
  if (parentId !== null) nameOf(db, parentId)
  refuseCollectionName(db, name, parentId, null)
  return db.run(`INSERT INTO collection(uid, parent_id, name, position) VALUES (@uid, @parentId, @name, ${nextPlace('collection')})`, {
    uid: uid(),
    parentId,
    name,
  }).lastId
}

/** Id of the collection at this path of names from the top, whose missing levels are made. Names that fold alike are one. */
export function resolveCollection(db: WriteDb, path: readonly string[], uid: () => string): number {
  let parentId: number | null = null
  for (const name of path) parentId = namesake(db, name, parentId)?.id ?? insertCollection(db, { name, parentId }, uid)
  if (parentId === null) throw new ParleyError('invalid-input', { field: 'collection', problem: 'empty path' })
  return parentId
}

/** Throws `not-found`, `name-taken`. */
export function renameCollection(db: WriteDb, id: number, name: string): void {
  const { parentId } = nodeOf(db, id)
  refuseCollectionName(db, name, parentId, id)
  db.run('UPDATE collection SET name = ? WHERE id = ?', [name, id])
}

/** Throws `not-found`, `tree-loop`, `name-taken` for a namesake there, and `invalid-input` for a `before` that does not stand there. */
export function moveCollection(db: WriteDb, { id, parentId, before }: MoveInput): void {
  const name = nameOf(db, id)
  refuseLoop(db, 'collection', id, parentId)
  refuseCollectionName(db, name, parentId, id)
  place(db, 'collection', id, parentId, before)
}

/** Removes a collection; those beneath move up. Returns how many articles were in it. Throws `not-found`, `name-taken` where one would meet a namesake. */
export function removeCollection(db: WriteDb, id: number): number {
  const { parentId } = nodeOf(db, id)
  for (const child of db.column<string>('SELECT name FROM collection WHERE parent_id = ?', [id]))
    refuseCollectionName(db, child, parentId, id)
  const { changes } = db.run('DELETE FROM article_collection WHERE collection_id = ?', [id])
  liftChildren(db, 'collection', id)
  removeNode(db, 'collection', id)
  return changes
}

/**
 * Puts articles into collections and takes them out of others. Articles that are not there are passed over. Returns how many memberships
 * are new and gone. Throws `not-found` for a collection.
 */
export function setArticleCollections(
  db: WriteDb,
  { articleIds, add, remove }: { articleIds: readonly number[]; add: readonly number[]; remove: readonly number[] },
): { added: number; removed: number } {
  let added = 0
  let removed = 0
  const list = jsonList(articleIds)
  for (const id of add) {
    nameOf(db, id)
    added += db.run(
      `INSERT INTO article_collection(article_id, collection_id) SELECT a.id, @id FROM json_each(@list) j JOIN article a ON a.id = j.value
       WHERE true ON CONFLICT(collection_id, article_id) DO NOTHING`,
      { id, list },
    ).changes
  }
  for (const id of remove)
    removed += db.run('DELETE FROM article_collection WHERE collection_id = @id AND article_id IN (SELECT value FROM json_each(@list))', {
      id,
      list,
    }).changes
  return { added, removed }
}

/** Articles of which putting them into collections or taking them out changes anything. */
export function membersToChange(db: ReadDb, articleIds: readonly number[], add: readonly number[], remove: readonly number[]): number[] {
  return db.column<number>(
    `SELECT a.id FROM article a WHERE a.id IN (SELECT value FROM json_each(@list)) AND (
       EXISTS (SELECT 1 FROM json_each(@add) j WHERE NOT EXISTS (SELECT 1 FROM article_collection c WHERE c.collection_id = j.value AND c.article_id = a.id))
       OR EXISTS (SELECT 1 FROM json_each(@remove) j JOIN article_collection c ON c.collection_id = j.value AND c.article_id = a.id))`,
    { list: jsonList(articleIds), add: jsonList(add), remove: jsonList(remove) },
  )
}

/** Name of a collection. Throws `not-found`. */
export const nameOf = (db: ReadDb, id: number): string => nodeOf(db, id).name

function nodeOf(db: ReadDb, id: number): { name: string; parentId: number | null } {
  const row = db.get<{ name: string; parentId: number | null }>('SELECT name, parent_id AS parentId FROM collection WHERE id = ?', [id])
  if (!row) throw new ParleyError('not-found', { what: 'collection', id })
  return row
}

/** The collection beneath `parentId` whose name folds like this one; undefined where there is none. */
export function namesake(db: ReadDb, name: string, parentId: number | null): { id: number; name: string } | undefined {
  const fold = foldName(name)
  return db
    .all<{ id: number; name: string }>('SELECT id, name FROM collection WHERE parent_id IS ? ORDER BY id', [parentId])
    .find((other) => foldName(other.name) === fold)
}

/** Throws `name-taken` where a collection beneath `parentId`, save `except`, has the name. */
function refuseCollectionName(db: ReadDb, name: string, parentId: number | null, except: number | null): void {
  const holder = namesake(db, name, parentId)
  if (holder && holder.id !== except) throw new ParleyError('name-taken', { name, holder: holder.name })
}
