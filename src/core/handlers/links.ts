/** Handlers of `links.*`. */
import type { QueryHandlers } from '../session.ts'
import { passageOfLink } from '../store/links.ts'

export const linkQueries = {
  'links.find': ({ db }, { link }) => passageOfLink(db, link),
} satisfies Partial<QueryHandlers>
