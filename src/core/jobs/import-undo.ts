/** Taking a whole import back, also where other steps followed. What was coded or changed meanwhile stays. */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { stillOpen, type Session } from '../session.ts'
import { removeArticles } from '../store/articles.ts'
import { stepsOf } from '../store/import-runs.ts'
import { presentOf } from '../store/import-touched.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { isLive } from './live-runs.ts'

const KIND = 'imports.undoRun'

/** One step, however many the import had. Throws `not-found` where nothing of the import is left, `undo-conflict` (`running`) while it is at work. */
export function undoImport(session: Session, library: LibraryFile, runId: number): { removed: number; kept: number } {
  const { read } = stillOpen(session, library)
  if (isLive(library)(runId)) throw new ParleyError('undo-conflict', { reason: 'running' })
  const steps = stepsOf(read, runId)
  const isGone = (): ParleyError => new ParleyError('not-found', { what: 'import', id: runId })
  if (steps.length === 0) throw isGone()
  const { untouched, touched } = presentOf(read, runId)
  const present = untouched.length + touched
  try {
    library.revertAll(steps, KIND)
    session.changed(['articles', 'annotations', 'codebook', 'parties', 'threads', 'library', 'jobs'])
    return { removed: present, kept: 0 }
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'undo-conflict') throw error
    if (present === 0) throw isGone()
  }
  // Something was done with what came in: only what nobody worked with goes.
  if (untouched.length > 0)
    session.write({ kind: KIND, subject: null, count: untouched.length }, ['articles', 'library', 'jobs'], (db, { label }) => {
      label.subject = db.get<{ title: string }>('SELECT title FROM article WHERE id = ?', [untouched[0] ?? 0])?.title ?? null
      removeArticles(db, untouched)
    })
  return { removed: untouched.length, kept: touched }
}
