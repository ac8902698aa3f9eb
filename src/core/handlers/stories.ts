/** Handlers of `stories.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { currentRevision } from '../store/anchoring-store.ts'
import { changesBetween } from '../store/revising.ts'
import { revisionText } from '../store/revisions.ts'
import { linkStory, setStoriesApart, storyOf, storyProposals, unlinkStory } from '../store/stories.ts'
import { jsonList } from '../store/rows.ts'
import type { ReadDb } from '../store/types.ts'

export const storyQueries = {
  'stories.of': ({ db }, { articleId }) => storyOf(db, articleId),
  'stories.proposals': ({ db }, { limit }) => storyProposals(db, limit),
  'stories.compare': ({ db }, { articleId, otherId }) =>
    changesBetween(db, revisionText(db, currentRevision(db, articleId)), revisionText(db, currentRevision(db, otherId))),
} satisfies Partial<QueryHandlers>

/** Title of the first of some articles, for the history. */
const firstTitle = (db: ReadDb, ids: readonly number[]): string | null =>
  db.column<string>('SELECT title FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1', [jsonList(ids)])[0] ??
  null

export const storyMutations = {
  'stories.link': (db, { articleIds }, { uid, label }) => {
    label.subject = firstTitle(db, articleIds)
    label.count = articleIds.length
    return { articles: linkStory(db, articleIds, uid) }
  },
  'stories.unlink': (db, { articleIds }, { label }) => {
    label.subject = firstTitle(db, articleIds)
    label.count = articleIds.length
    return { articles: unlinkStory(db, articleIds) }
  },
  'stories.setApart': (db, { articleIds }, { label }) => {
    label.subject = firstTitle(db, articleIds)
    label.count = articleIds.length
    return { pairs: setStoriesApart(db, articleIds) }
  },
} satisfies Partial<MutationHandlers>
