/** The import job: one article a file, each in a step of its own, so that a cancel or a crash leaves whole articles only. */
import type { ImportItem, ImportOutcome } from '../../shared/domain/import.ts'
import type { JobResult } from '../../shared/domain/job.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { readStaged } from '../importers/preview.ts'
import { stillOpen, type Session } from '../session.ts'
import { insertArticle } from '../store/articles.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { articleWithText } from '../store/revisions.ts'
import type { JobSteps } from './jobs.ts'

/** Imports into `library`; stops with `no-library` where another is open by now. */
export async function runImport(session: Session, library: LibraryFile, items: readonly ImportItem[], steps: JobSteps): Promise<JobResult> {
  // Now, because a file may be discarded while others are read.
  const named = items.map((item) => ({ item, name: session.staging.nameOf(item.stagedId).name }))
  const outcomes: ImportOutcome[] = []
  for (const [index, { item, name }] of named.entries()) {
    if (steps.signal.aborted) {
      outcomes.push({ name, outcome: 'cancelled', articleId: null, problem: null })
      continue
    }
    outcomes.push(await importOne(session, library, item, name))
    await steps.step(index + 1).catch(passCancel)
  }
  const finished = items.filter((_, index) => outcomes[index]?.outcome === 'imported' || outcomes[index]?.outcome === 'duplicate')
  session.staging.discard(finished.map((item) => item.stagedId))
  return { kind: 'import', items: outcomes }
}

/** A cancel does not undo what was imported: the loop sees the signal and lists the rest as cancelled. */
function passCancel(error: unknown): void {
  if (!(error instanceof ParleyError) || error.code !== 'cancelled') throw error
}

async function importOne(session: Session, library: LibraryFile, item: ImportItem, name: string): Promise<ImportOutcome> {
  const read = await readStaged(session, item).catch((error: unknown) => {
    if (error instanceof ParleyError && error.code === 'staged-gone') return { problem: { code: 'gone' as const, details: { name } } }
    throw error
  })
  if ('problem' in read) return { name, outcome: 'refused', articleId: null, problem: read.problem }
  const present = articleWithText(stillOpen(session, library).read, read.textHash)
  if (present) return { name, outcome: 'duplicate', articleId: present.articleId, problem: null }
  const metadata = { ...read.metadata, ...item.metadata }
  const articleId = session.write({ kind: 'articles.import', subject: metadata.title, count: 1 }, ['articles'], (db, { now, uid }) =>
    insertArticle(db, { metadata, text: read.text, textHash: read.textHash, original: read.original }, now, uid),
  )
  return { name, outcome: 'imported', articleId, problem: null }
}
