/** Handlers of `history.*`. */
import { touchSchema } from '../../shared/rpc/define.ts'
import type { CommandHandlers, QueryHandlers, Session } from '../session.ts'

/** A step back or forth may touch anything. */
const everything = touchSchema.options.filter((touch) => touch !== 'jobs' && touch !== 'library')

export const historyQueries = {
  'history.state': ({ session }) => session.opened().historyState(),
  'history.list': ({ session }, input) => session.opened().steps(input),
} satisfies Partial<QueryHandlers>

export const historyCommands = {
  'history.undo': (session) => ({ step: moved(session, session.opened().undo()) }),
  'history.redo': (session) => ({ step: moved(session, session.opened().redo()) }),
} satisfies Partial<CommandHandlers>

function moved<T>(session: Session, step: T | null): T | null {
  if (step !== null) session.changed(everything)
  return step
}
