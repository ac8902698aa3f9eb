/** Handlers of `articles.*`. */
import { stillOpen, type MutationHandlers, type QueryHandlers, type Session } from '../session.ts'
import { articleCommon, updateArticles } from '../store/article-bulk.ts'
import { articleRows, articleTable } from '../store/article-table.ts'
import { articleById, firstTitle, listArticles, removeArticles, updateArticle } from '../store/articles.ts'
import { membersToChange, setArticleCollections } from '../store/collections.ts'
import { articleFacets } from '../store/facets.ts'

/** For reading that waits in between: throws `no-library` once another library is open. */
function staying(session: Session): () => void {
  const began = session.opened()
  return () => void stillOpen(session, began)
}

export const articleQueries = {
  'articles.list': ({ db }, input) => listArticles(db, input),
  'articles.get': ({ db }, { id }) => articleById(db, id),
  'articles.table': ({ db, session }, input) => articleTable(db, input, staying(session)),
  'articles.rows': ({ db }, { ids }) => articleRows(db, ids),
  'articles.facets': ({ db, session }, input) => articleFacets(db, input, staying(session)),
  'articles.common': ({ db }, { ids }) => articleCommon(db, ids),
} satisfies Partial<QueryHandlers>

export const articleMutations = {
  'articles.update': (db, { id, patch }, { now, label }) => {
    updateArticle(db, id, patch, now)
    const article = articleById(db, id)
    label.subject = article.title
    return article
  },
  'articles.bulkUpdate': (db, { ids, patch, addCollections, removeCollections }, { now, label }) => {
    label.subject = firstTitle(db, ids)
    label.count = ids.length
    const changed = new Set(updateArticles(db, ids, patch, now))
    for (const id of membersToChange(db, ids, addCollections, removeCollections)) changed.add(id)
    setArticleCollections(db, { articleIds: ids, add: addCollections, remove: removeCollections })
    return { articles: changed.size }
  },
  'articles.remove': (db, { ids }, { label }) => {
    label.subject = firstTitle(db, ids)
    const removed = removeArticles(db, ids)
    label.count = removed.articles
    return removed
  },
} satisfies Partial<MutationHandlers>
