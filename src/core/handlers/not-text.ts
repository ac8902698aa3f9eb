/** Handlers of `notText.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { markNotText, notTextOf, unmarkNotText } from '../store/not-text.ts'
import type { ReadDb } from '../store/types.ts'

const titleOf = (db: ReadDb, articleId: number): string | null =>
  db.get<{ title: string }>('SELECT title FROM article WHERE id = ?', [articleId])?.title ?? null

export const notTextQueries = {
  'notText.list': ({ db }, { articleId }) => notTextOf(db, articleId),
} satisfies Partial<QueryHandlers>

export const notTextMutations = {
  'notText.mark': (db, { articleId, ...span }, { label }) => {
    label.subject = titleOf(db, articleId)
    return markNotText(db, articleId, span)
  },
  'notText.unmark': (db, { articleId, ...span }, { label }) => {
    label.subject = titleOf(db, articleId)
    return unmarkNotText(db, articleId, span)
  },
} satisfies Partial<MutationHandlers>
