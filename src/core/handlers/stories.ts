/** Handlers of `stories.*`. */
import { finishInTurns } from '../anchoring/in-turns.ts'
import { stillOpen, type MutationHandlers, type QueryHandlers } from '../session.ts'
import { currentRevision } from '../store/anchoring-store.ts'
import { firstTitle } from '../store/articles.ts'
import { changesBetween } from '../store/revising.ts'
import { revisionText } from '../store/revisions.ts'
import { linkStory, proposalSteps, setStoriesApart, storySteps, unlinkStory } from '../store/stories.ts'

export const storyQueries = {
  'stories.of': ({ session }, { articleId }) => {
    const library = session.opened()
    return finishInTurns(storySteps(() => stillOpen(session, library).read, articleId))
  },
  'stories.proposals': ({ session }, { limit }) => {
    const library = session.opened()
    return finishInTurns(proposalSteps(() => stillOpen(session, library).read, limit))
  },
  'stories.compare': ({ db }, { articleId, otherId }) =>
    changesBetween(db, revisionText(db, currentRevision(db, articleId)), revisionText(db, currentRevision(db, otherId))),
} satisfies Partial<QueryHandlers>

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
