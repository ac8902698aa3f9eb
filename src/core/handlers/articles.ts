/** Handlers of `articles.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { articleById, firstTitle, listArticles, removeArticles, updateArticle } from '../store/articles.ts'

export const articleQueries = {
  'articles.list': ({ db }, input) => listArticles(db, input),
  'articles.get': ({ db }, { id }) => articleById(db, id),
} satisfies Partial<QueryHandlers>

export const articleMutations = {
  'articles.update': (db, { id, patch }, { now, label }) => {
    updateArticle(db, id, patch, now)
    const article = articleById(db, id)
    label.subject = article.title
    return article
  },
  'articles.remove': (db, { ids }, { label }) => {
    label.subject = firstTitle(db, ids)
    const removed = removeArticles(db, ids)
    label.count = removed.articles
    return removed
  },
} satisfies Partial<MutationHandlers>
