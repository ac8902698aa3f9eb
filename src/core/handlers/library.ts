/** Handlers of `library.*` and `jobs.*`. */
import type { CommandHandlers, QueryHandlers } from '../session.ts'
import { checkAnchors } from '../store/anchor-check.ts'
import { indexProblems } from '../store/full-text.ts'
import { brokenRules } from '../store/codebook-rules.ts'
import { libraryStatus } from '../status.ts'

export const libraryQueries = {
  'library.status': ({ session }) => libraryStatus(session),
  'library.check': ({ db, session }) => {
    const file = session.opened().check()
    const anchors = checkAnchors(db)
    const search = indexProblems(db)
    const codebook = brokenRules(db).map(({ problem }) => problem)
    const ok = [file.integrity, file.foreignKeys, file.history, anchors, search, codebook].every((list) => list.length === 0)
    return { ok, ...file, anchors, search, codebook }
  },
  'jobs.list': ({ session }) => session.jobs.list(),
} satisfies Partial<QueryHandlers>

export const libraryCommands = {
  'jobs.cancel': (session, { jobId }) => session.jobs.cancel(jobId),
} satisfies Partial<CommandHandlers>
