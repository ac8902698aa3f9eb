/** Handlers of `collections.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import {
  collectionById,
  insertCollection,
  listCollections,
  moveCollection,
  nameOf,
  removeCollection,
  renameCollection,
  setArticleCollections,
} from '../store/collections.ts'
import { firstTitle } from '../store/articles.ts'

export const collectionQueries = {
  'collections.list': ({ db }) => listCollections(db),
} satisfies Partial<QueryHandlers>

export const collectionMutations = {
  'collections.create': (db, { articleIds, ...input }, { uid, label }) => {
    label.subject = input.name
    const id = insertCollection(db, input, uid)
    if (articleIds.length > 0) setArticleCollections(db, { articleIds, add: [id], remove: [] })
    return collectionById(db, id)
  },
  'collections.rename': (db, { id, name }, { label }) => {
    label.subject = nameOf(db, id)
    renameCollection(db, id, name)
    return collectionById(db, id)
  },
  'collections.move': (db, input, { label }) => {
    label.subject = nameOf(db, input.id)
    moveCollection(db, input)
    return collectionById(db, input.id)
  },
  'collections.remove': (db, { id }, { label }) => {
    label.subject = nameOf(db, id)
    return { articles: removeCollection(db, id) }
  },
  'collections.setArticles': (db, input, { label }) => {
    label.subject = firstTitle(db, input.articleIds)
    label.count = input.articleIds.length
    return setArticleCollections(db, input)
  },
} satisfies Partial<MutationHandlers>
