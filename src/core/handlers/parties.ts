/** Handlers of `parties.*`. */
import { similarParties } from '../codebook/similar-parties.ts'
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { mergeParty, previewMergeParty, previewRemoveParty } from '../store/party-changes.ts'
import { insertParty, listParties, moveParty, partyById, removeParty, updateParty } from '../store/parties.ts'

export const partyQueries = {
  'parties.list': ({ db }) => listParties(db),
  'parties.previewMerge': ({ db }, { id, intoId }) => previewMergeParty(db, id, intoId),
  'parties.previewRemove': ({ db }, { id }) => previewRemoveParty(db, id),
  'parties.similar': ({ db }) => similarParties(listParties(db)),
} satisfies Partial<QueryHandlers>

export const partyMutations = {
  'parties.create': (db, input, { uid, label }) => {
    label.subject = input.name
    return partyById(db, insertParty(db, input, uid))
  },
  'parties.update': (db, { id, patch }, { label }) => {
    label.subject = partyById(db, id).name
    updateParty(db, id, patch)
    return partyById(db, id)
  },
  'parties.move': (db, input, { label }) => {
    label.subject = partyById(db, input.id).name
    moveParty(db, input)
    return partyById(db, input.id)
  },
  'parties.merge': (db, { id, intoId }, { label }) => {
    label.subject = `${partyById(db, id).name} → ${partyById(db, intoId).name}`
    const annotations = mergeParty(db, id, intoId)
    label.count = annotations
    return { annotations, into: partyById(db, intoId) }
  },
  'parties.remove': (db, { id }, { label }) => {
    label.subject = partyById(db, id).name
    return { annotations: removeParty(db, id) }
  },
} satisfies Partial<MutationHandlers>
