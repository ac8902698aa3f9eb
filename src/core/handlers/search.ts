/** Handlers of `search.*` and `searches.*`. Searching goes on in turns: whatever else is asked for gets its turn in between. */
import { finishInTurns } from '../anchoring/in-turns.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { csvSteps } from '../search/export.ts'
import { facetSteps } from '../search/facets.ts'
import { placeSteps } from '../search/places.ts'
import { quickArticles } from '../search/quick.ts'
import { hitsOfArticle, searchSteps } from '../search/run.ts'
import { suggest } from '../search/suggest.ts'
import { stillOpen, type CommandHandlers, type MutationHandlers, type QueryHandlers, type Session } from '../session.ts'
import { insertSearch, listSearches, removeSearch, searchById, updateSearch } from '../store/saved-searches.ts'
import { resolveTag } from '../store/tags.ts'
import type { ReadDb } from '../store/types.ts'

/** The library as it was when the search began; throws where it was closed meanwhile. */
function reading(session: Session): () => ReadDb {
  const library = session.opened()
  return () => stillOpen(session, library).read
}

function stopWhereAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new ParleyError('cancelled')
}

export const searchQueries = {
  'search.run': ({ session }, input) => finishInTurns(searchSteps(reading(session), input)),
  'search.facets': ({ session }, { query }) => finishInTurns(facetSteps(reading(session), query)),
  'search.inArticle': ({ session }, { query, articleId, limit }) => finishInTurns(hitsOfArticle(reading(session), query, articleId, limit)),
  'search.places': ({ db, session }, { query, extent, tag, limit }) => {
    const tagId = tag === undefined ? null : resolveTag(db, tag)
    return finishInTurns(placeSteps(reading(session), { query, extent, tagId, limit }))
  },
  'search.suggest': ({ db }, { text, at }) => suggest(db, text, at),
  'search.quick': ({ db }, { text, limit }) => quickArticles(db, text, limit),
  'searches.list': ({ db }) => listSearches(db),
} satisfies Partial<QueryHandlers>

export const searchMutations = {
  'searches.save': (db, input, { uid, label }) => {
    label.subject = input.name
    return searchById(db, insertSearch(db, input, uid))
  },
  'searches.update': (db, { id, patch }, { label }) => {
    label.subject = patch.name ?? searchById(db, id).name
    updateSearch(db, id, patch)
    return searchById(db, id)
  },
  'searches.remove': (db, { id }, { label }) => {
    label.subject = searchById(db, id).name
    removeSearch(db, id)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>

export const searchCommands = {
  'search.export': (session, { query, order }) => {
    const read = reading(session)
    const jobId = session.jobs.start('search', 1, async (steps) => {
      await steps.step(0)
      const { bytes, hits, complete } = await finishInTurns(csvSteps(read, query, order, { onPage: () => stopWhereAsked(steps.signal) }))
      const outputId = session.uid()
      const file = { name: 'hits.csv', mediaType: 'text/csv', bytes }
      session.outputs.add(outputId, file)
      await steps.step(1)
      return { kind: 'search', outputId, name: file.name, mediaType: file.mediaType, bytes: bytes.byteLength, hits, complete }
    })
    return { jobId }
  },
} satisfies Partial<CommandHandlers>
