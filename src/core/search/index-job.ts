/**
 * Makes the index of a library that has none, or one of an earlier version: in the background, in steps that are each written whole, so
 * that a library closed half-way goes on from there. Until it is done search says that it is incomplete.
 */
import type { JobResult } from '../../shared/domain/job.ts'
import type { JobSteps } from '../jobs/jobs.ts'
import { stillOpen, type Session } from '../session.ts'
import { beginIndex, completeIndex, indexRows, isIndexed, missingEntries } from '../store/full-text.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { signArticle } from '../store/signatures.ts'
import type { WriteDb } from '../store/types.ts'

/** Texts a step, and annotations. */
const STEP = 50
const SMALL = 1_000

/** Starts indexing where the open library needs it and can be written. */
export function indexIfNeeded(session: Session): void {
  const { library } = session
  if (!library || library.readOnly !== null || isIndexed(library.read)) return
  const count = (table: string): number => library.read.value<number>(`SELECT count(*) FROM ${table}`)
  const total = count('article') + count('annotation')
  if (total <= STEP) {
    indexAtOnce(library)
    return
  }
  session.jobs.start('index', total, (steps) => indexLibrary(session, library, steps))
}

/** What is small is done before anyone can look. */
function indexAtOnce(library: LibraryFile): void {
  library.write(LABEL, (db) => {
    beginIndex(db)
    bring(db, missingEntries(db, -1))
    completeIndex(db)
  })
}

/** Index and signatures of some rows: both are derived from the text, and an earlier version had neither. */
function bring(db: WriteDb, rows: Parameters<typeof indexRows>[1]): void {
  indexRows(db, rows)
  for (const id of rows.articles) signArticle(db, id)
}

/** Leaves no trace in the history: nothing that it keeps is changed. */
const LABEL = { kind: 'search.index', subject: null, count: 0 }

async function indexLibrary(session: Session, library: LibraryFile, steps: JobSteps): Promise<JobResult> {
  library.write({ ...LABEL }, beginIndex)
  const left = missingEntries(library.read, -1)
  const indexed =
    library.read.value<number>('SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM annotation)') -
    left.articles.length -
    left.annotations.length
  let done = indexed
  const go = async (ids: readonly number[], what: 'articles' | 'annotations', size: number): Promise<void> => {
    for (let at = 0; at < ids.length; at += size) {
      const some = ids.slice(at, at + size)
      stillOpen(session, library).write({ ...LABEL }, (db) => bring(db, { articles: [], annotations: [], [what]: some }))
      done += some.length
      await steps.step(done)
    }
  }
  await go(left.articles, 'articles', STEP)
  await go(left.annotations, 'annotations', SMALL)
  // What was added meanwhile is in already: every step brings its own.
  stillOpen(session, library).write({ ...LABEL }, completeIndex)
  session.changed(['articles', 'annotations'])
  return { kind: 'index', entries: done }
}
