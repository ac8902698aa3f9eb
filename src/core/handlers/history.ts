/** Handlers of `history.*`. */
import { touchSchema } from '../../shared/rpc/define.ts'
import { annotationHistory } from '../store/annotation-history.ts'
import type { CommandHandlers, QueryHandlers, Session } from '../session.ts'

/** A step back or forth may touch anything. */
const everything = touchSchema.options.filter((touch) => touch !== 'jobs' && touch !== 'library')

export const historyQueries = {
  'history.state': ({ session }) => session.opened().historyState(),
  'history.list': ({ session }, input) => session.opened().steps(input),
  'history.ofAnnotation': ({ db }, { id }) => annotationHistory(db, id),
} satisfies Partial<QueryHandlers>

export const historyCommands = {
  'history.undo': (session) => ({ step: moved(session, session.opened().undo()) }),
  'history.redo': (session) => ({ step: moved(session, session.opened().redo()) }),
  'history.goTo': (session, { seq }) => goTo(session, seq),
  'history.revert': (session, { seq }) => ({ step: moved(session, session.opened().revert(seq)) }),
} satisfies Partial<CommandHandlers>

/** Each step is taken back, or done again, in a transaction of its own: one that cannot be leaves the library as it was after the one before. */
function goTo(session: Session, seq: number): { moved: number; way: 'undo' | 'redo' | 'none' } {
  const library = session.opened()
  const head = library.historyState().undo?.seq ?? 0
  const back = seq < head
  let count = 0
  try {
    while (back ? (library.historyState().undo?.seq ?? 0) > seq : (library.historyState().redo?.seq ?? Infinity) <= seq) {
      if ((back ? library.undo() : library.redo()) === null) break
      count += 1
    }
  } finally {
    if (count > 0) session.changed(everything)
  }
  return { moved: count, way: count === 0 ? 'none' : back ? 'undo' : 'redo' }
}

function moved<T>(session: Session, step: T): T {
  if (step !== null) session.changed(everything)
  return step
}
