/**
 * Brings a project of another tool, or another library, in: codebook, articles and annotations, some articles at a time, each time one
 * step of the history with its lines of the report. A cancel or a crash leaves whole articles only; bringing the project in again finds
 * what is here by its ids and adds what is missing. Nothing that stands here is replaced unless that was chosen.
 */
import type { ImportItem, ImportOutcome } from '../../shared/domain/import.ts'
import type { Touch } from '../../shared/rpc/define.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { applyCodebook } from '../codebook/apply.ts'
import { planCodebook } from '../codebook/plan.ts'
import { lossOf } from '../importers/preview.ts'
import { kept } from '../importers/projects/losses.ts'
import type { ImportLoss, ReadProject } from '../importers/types.ts'
import { recordStep, stillOpen, type Session, type WriteContext } from '../session.ts'
import { setArticleCollections } from '../store/collections.ts'
import type { LibraryFile } from '../store/library-file.ts'
import type { WriteDb } from '../store/types.ts'
import { batchesOf, type Batch } from './batches.ts'
import type { References } from './coding.ts'
import { planProject, type ProjectPlan } from './plan.ts'
import { decisionsOf } from './plan-codebook.ts'
import type { PlannedArticle } from './plan-articles.ts'
import { referencesTo } from './references.ts'
import { Tally } from './tally.ts'
import { writeAnnotations } from './write-annotations.ts'
import { writeArticle } from './write-articles.ts'
import { writeLibrary } from './write-library.ts'

export interface ProjectSteps {
  readonly signal: AbortSignal
  /** Reports progress and lets other calls in. Throws `cancelled` where the job was cancelled meanwhile. */
  step(done: number, total: number): Promise<void>
  /** Adds lines to the report, in the transaction that stores what they name. */
  report(db: WriteDb, lines: readonly ImportOutcome[]): void
}

/** Name of the file, and what was chosen for it. */
export type ProjectItem = Omit<ImportItem, 'stagedId'> & { readonly name: string }

/**
 * Returns the lines of the report: one for the project as a whole (`part` null), one for each article. Throws `no-library` where another
 * library is open by now, and what the store throws; what was written before that stays.
 */
export async function importProject(
  session: WriteWith,
  library: LibraryFile,
  reading: ReadProject,
  item: ProjectItem,
  steps: ProjectSteps,
): Promise<ImportOutcome[]> {
  const run = new ProjectRun(session, library, reading, item, steps)
  return run.run()
}

const TOUCHES: readonly Touch[] = ['articles', 'annotations', 'codebook', 'parties', 'threads', 'library']

type WriteWith = Pick<Session, 'library' | 'clock' | 'uid' | 'changed'>

class ProjectRun {
  readonly #session: WriteWith
  readonly #library: LibraryFile
  readonly #reading: ReadProject
  readonly #item: ProjectItem
  readonly #steps: ProjectSteps
  readonly #plan: ProjectPlan
  readonly #articles = new Map<string, number>()
  readonly #new = new Set<string>()
  readonly #lines: ImportOutcome[] = []
  #tally = new Tally()
  #refs: References | null = null

  constructor(session: WriteWith, library: LibraryFile, reading: ReadProject, item: ProjectItem, steps: ProjectSteps) {
    this.#session = session
    this.#library = library
    this.#reading = reading
    this.#item = item
    this.#steps = steps
    this.#plan = planProject(stillOpen(session, library).read, reading.project, item)
  }

  async run(): Promise<ImportOutcome[]> {
    const batches = batchesOf(this.#plan)
    let done = 0
    for (const [index, batch] of batches.entries()) {
      if (this.#steps.signal.aborted) {
        this.#cancelled(batches.slice(index))
        break
      }
      this.#store(batch, index === batches.length - 1)
      this.#session.changed(TOUCHES)
      done += batch.length
      await this.#steps.step(done, this.#plan.articles.length).catch(passCancel)
    }
    return this.#lines
  }

  #store(batch: Batch, isLast: boolean): void {
    const label = { kind: 'projects.import', subject: this.#reading.project.name || this.#item.name, count: 1 }
    const before = { tally: this.#tally.copy(), articles: new Map(this.#articles), fresh: new Set(this.#new) }
    stillOpen(this.#session, this.#library)
    try {
      const stored = recordStep(this.#library, this.#session, label, (db, context) => this.#write(db, batch, isLast, context))
      this.#lines.push(...stored.lines)
      this.#refs = stored.refs
    } catch (error) {
      // Nothing of the batch was written: what was noted of it did not happen.
      this.#tally = before.tally
      for (const { planned } of batch) if (!before.articles.has(planned.article.key)) this.#articles.delete(planned.article.key)
      for (const key of this.#new) if (!before.fresh.has(key)) this.#new.delete(key)
      throw error
    }
  }

  #write(db: WriteDb, batch: Batch, isLast: boolean, context: WriteContext): { lines: ImportOutcome[]; refs: References; written: number } {
    const { codebook } = this.#plan
    let written = 0
    let refs = this.#refs
    if (refs === null) {
      const decisions = decisionsOf(codebook, this.#item.take ?? {})
      const done = applyCodebook(db, codebook.codebook.file, { uid: context.uid, decisions })
      for (const part of [done.tags, done.issues, done.parties]) written += part.added + part.changed
      refs = referencesTo(db, codebook.codebook, planCodebook(db, codebook.codebook.file), true)
    }
    const lines: ImportOutcome[] = []
    for (const { planned, annotations } of batch) {
      const stored = this.#writeArticle(db, planned, context)
      written += stored.written
      if (stored.id !== null)
        written += writeAnnotations(db, { article: planned.article, articleId: stored.id }, annotations, {
          refs,
          take: this.#item.take?.annotations ?? 'new',
          context,
          tally: this.#tally,
        })
      lines.push(stored.line)
    }
    if (isLast)
      written += writeLibrary(db, {
        project: this.#reading.project,
        plan: this.#plan.library,
        refs,
        take: this.#item.take ?? {},
        context,
        tally: this.#tally,
        articles: this.#articles,
        newArticles: this.#new,
      })
    const all = this.#withProjectLine(lines, written, isLast)
    context.label.count = Math.max(1, written)
    this.#steps.report(db, all)
    return { lines: all, refs, written }
  }

  #writeArticle(db: WriteDb, planned: PlannedArticle, context: WriteContext): { id: number | null; written: number; line: ImportOutcome } {
    const { article, part, metadata } = planned
    const line = {
      name: this.#item.name,
      part,
      format: this.#reading.format,
      title: metadata.title,
      problem: null,
      lost: (article.lost ?? []).map(lossOf),
    }
    // An article that was removed here stays away; the project's own line says how many did.
    if (planned.state === 'gone') return { id: null, written: 0, line: { ...line, outcome: 'duplicate', articleId: null } }
    const own = this.#item.parts?.find((one) => one.part === part)?.metadata
    const corrections = { ...this.#item.metadata, ...own }
    const take = this.#item.take?.articles ?? 'new'
    const { id, written, left } = writeArticle(db, planned, { metadata: corrections, take, context })
    this.#tally.add('differences-left', left)
    this.#articles.set(article.key, id)
    if (planned.here !== null) return { id, written, line: { ...line, outcome: 'duplicate', articleId: id, title: planned.here.title } }
    this.#new.add(article.key)
    const add = (this.#item.collectionIds ?? []).filter((collection) => db.get('SELECT 1 FROM collection WHERE id = ?', [collection]))
    if (add.length > 0) setArticleCollections(db, { articleIds: [id], add, remove: [] })
    return { id, written, line: { ...line, outcome: 'imported', articleId: id } }
  }

  /** The line of the project comes last, with all that was lost; a step without a new article has one too, so that the report can take it back. */
  #withProjectLine(lines: readonly ImportOutcome[], written: number, isLast: boolean): ImportOutcome[] {
    const isNamed = lines.some(({ outcome }) => outcome === 'imported')
    if (!isLast && (written === 0 || isNamed)) return [...lines]
    return [...lines, this.#projectLine(written > 0 ? 'imported' : 'duplicate', isLast ? this.#losses() : [])]
  }

  #projectLine(outcome: ImportOutcome['outcome'], lost: readonly ImportLoss[]): ImportOutcome {
    const { format, project } = this.#reading
    return {
      name: this.#item.name,
      part: null,
      format,
      outcome,
      articleId: null,
      title: project.name || null,
      problem: null,
      lost: lost.map(lossOf),
    }
  }

  #losses(): ImportLoss[] {
    const { codebook, articles, annotations, library } = this.#plan
    const gone = annotations.gone + [...articles, ...library.threads, ...library.collections].filter(({ state }) => state === 'gone').length
    return kept([
      ...this.#reading.lost,
      ...codebook.codebook.lost,
      ...this.#tally.losses(),
      { code: 'annotations-without-article', count: annotations.withoutArticle },
      { code: 'annotations-elsewhere', count: annotations.elsewhere },
      { code: 'removed-here', count: gone },
    ])
  }

  /** What is not in any more is said; what is in stays. */
  #cancelled(batches: readonly Batch[]): void {
    const lines = batches.flat().map(({ planned }): ImportOutcome => ({
      name: this.#item.name,
      part: planned.part,
      format: this.#reading.format,
      outcome: 'cancelled',
      articleId: null,
      title: planned.metadata.title,
      problem: null,
      lost: [],
    }))
    const all = [...lines, this.#projectLine('cancelled', this.#losses())]
    stillOpen(this.#session, this.#library)
    recordStep(this.#library, this.#session, { kind: 'projects.import', subject: null, count: 0 }, (db) => this.#steps.report(db, all))
    this.#lines.push(...all)
  }
}

/** A cancel does not undo what was imported: the loop sees the signal and says what was left. */
function passCancel(error: unknown): void {
  if (!(error instanceof ParleyError) || error.code !== 'cancelled') throw error
}
