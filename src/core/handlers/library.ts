/** Handlers of `library.*`, `history.*` and `jobs.*`: about the whole, not about one noun. */
import { touchSchema } from '../../shared/rpc/define.ts'
import type { CommandHandlers, QueryHandlers, Session } from '../session.ts'
import { checkAnchors, checkSearchIndex } from '../store/anchor-check.ts'
import { countAll } from '../store/counts.ts'
import { libraryStatus } from '../status.ts'

/** A step back or forth may touch anything. */
const everything = touchSchema.options.filter((touch) => touch !== 'jobs' && touch !== 'library')

export const libraryQueries = {
  'library.status': ({ session }) => libraryStatus(session),
  'library.check': ({ db, session }) => {
    const file = session.opened().check()
    const anchors = checkAnchors(db)
    const search = checkSearchIndex(db)
    const ok = [file.integrity, file.foreignKeys, file.history, anchors, search].every((list) => list.length === 0)
    return { ok, ...file, anchors, search, counts: countAll(db) }
  },
  'history.state': ({ session }) => session.opened().historyState(),
  'history.list': ({ session }, input) => session.opened().steps(input),
  'jobs.list': ({ session }) => session.jobs.list(),
} satisfies Partial<QueryHandlers>

export const libraryCommands = {
  'history.undo': (session) => ({ step: moved(session, session.opened().undo()) }),
  'history.redo': (session) => ({ step: moved(session, session.opened().redo()) }),
  'jobs.cancel': (session, { jobId }) => session.jobs.cancel(jobId),
} satisfies Partial<CommandHandlers>

function moved<T>(session: Session, step: T | null): T | null {
  if (step !== null) session.changed(everything)
  return step
}
