/** Handlers of `history.*`. */
import { touchSchema } from '../../shared/rpc/define.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { annotationHistory } from '../store/annotation-history.ts'
import { withFields } from '../store/step-fields.ts'
import type { CommandHandlers, QueryHandlers, Session } from '../session.ts'

/** A step back or forth may touch anything. */
const everything = touchSchema.options.filter((touch) => touch !== 'jobs' && touch !== 'library')

export const historyQueries = {
  'history.state': ({ session }) => session.opened().historyState(),
  'history.list': ({ db, session }, input) => withFields(db, session.opened().steps(input)),
  'history.ofAnnotation': ({ db }, { id }) => annotationHistory(db, id),
} satisfies Partial<QueryHandlers>

export const historyCommands = {
  'history.undo': (session) => ({ step: moved(session, session.opened().undo()) }),
  'history.redo': (session) => ({ step: moved(session, session.opened().redo()) }),
  'history.goTo': (session, { seq }) => goTo(session, seq),
  'history.revert': (session, { seq }) => ({ step: moved(session, session.opened().revert(seq)) }),
} satisfies Partial<CommandHandlers>

/**
 * Each step is taken back, or done again, in a transaction of its own: one that cannot be leaves the library as it was after the one
 * before. A step that was left behind when something else was done cannot be reached, and nothing is done.
 */
function goTo(session: Session, seq: number): { moved: number; way: 'undo' | 'redo' | 'none' } {
  const library = session.opened()
  const target = seq === 0 ? null : library.steps({ before: seq + 1, limit: 1 })[0]
  if (target && target.seq !== seq) throw new ParleyError('not-found', { what: 'step', id: seq })
  if (target?.state === 'left') throw new ParleyError('undo-conflict', { table: null, what: 'left', reason: 'left' })
  const way = target?.state === 'undone' ? 'redo' : 'undo'
  let count = 0
  try {
    while (way === 'undo' ? (library.historyState().undo?.seq ?? 0) > seq : (library.historyState().redo?.seq ?? Infinity) <= seq) {
      library[way]()
      count += 1
    }
  } finally {
    if (count > 0) session.changed(everything)
  }
  return { moved: count, way: count === 0 ? 'none' : way }
}

function moved<T>(session: Session, step: T): T {
  if (step !== null) session.changed(everything)
  return step
}
