/** Handlers of `parties.*`. */
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { insertParty, listParties, partyById, removeParty, updateParty } from '../store/parties.ts'

export const partyQueries = {
  'parties.list': ({ db }) => listParties(db),
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
  'parties.remove': (db, { id }, { label }) => {
    label.subject = partyById(db, id).name
    return { annotations: removeParty(db, id) }
  },
} satisfies Partial<MutationHandlers>
