/**
 * Brings a project of another tool, or another library, in: codebook, articles and annotations, some articles at a time, each time one
 * step of the history with its lines of the report. A cancel or a crash leaves whole articles only; bringing the project in again finds
 * what is here by its ids and adds what is missing. Nothing that stands here is replaced unless that was chosen.
 */
import type { ImportItem } from '../../shared/domain/import.ts'
import type { ImportOutcome } from '../../shared/domain/import-report.ts'
import type { Touch } from '../../shared/rpc/define.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { applyCodebook } from '../codebook/apply.ts'
import { planCodebook } from '../codebook/plan.ts'
import { kept } from '../importers/projects/losses.ts'
import type { ImportLoss, ReadProject } from '../importers/types.ts'
import { recordStep, stillOpen, type Session, type WriteContext } from '../session.ts'
import { setArticleCollections } from '../store/collections.ts'
import type { LibraryFile } from '../store/library-file.ts'
import type { ReadDb, WriteDb } from '../store/types.ts'
import { batchesOf, type Batch } from './batches.ts'
import type { References } from './coding.ts'
import { forgetRemoved, lastStep, lookAgain, lookThrough, type Looked } from './look-again.ts'
import type { ProjectPlan } from './plan.ts'
import type { PlannedArticle } from './plan-articles.ts'
import { decisionsOf, planAgain } from './plan-codebook.ts'
import { replanLibrary, type LibraryPlan } from './plan-library.ts'
import { ProjectLines } from './project-lines.ts'
import { referencesTo } from './references.ts'
import { removedHere, type RemovedHere } from './removed.ts'
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
  /** Hears what keeps the rest of the project out. Throws it where that keeps everything else out too. */
  failed(error: unknown): void
}

/** Name of the file, and what was chosen for it. */
export type ProjectItem = Omit<ImportItem, 'stagedId' | 'addDuplicates'> & { readonly name: string; readonly addDuplicates?: boolean }

/**
 * Returns the lines of the report: one for the project as a whole (`part` null), one for each article, also for what was refused because
 * something failed. Throws `no-library` where another library is open by now, and what `failed` throws; what was written before that stays.
 */
export async function importProject(
  session: WriteWith,
  library: LibraryFile,
  reading: ReadProject,
  item: ProjectItem,
  steps: ProjectSteps,
): Promise<ImportOutcome[]> {
  const looked = await lookThrough(() => stillOpen(session, library).read, reading.project, item)
  return new ProjectRun(session, library, { reading, item, ...looked }, steps).run()
}

const TOUCHES: readonly Touch[] = ['articles', 'annotations', 'codebook', 'parties', 'threads', 'events', 'cells', 'library']

type WriteWith = Pick<Session, 'library' | 'clock' | 'uid' | 'changed'>

class ProjectRun {
  readonly #session: WriteWith
  readonly #library: LibraryFile
  readonly #reading: ReadProject
  readonly #item: ProjectItem
  readonly #steps: ProjectSteps
  readonly #plan: ProjectPlan
  readonly #say: ProjectLines
  /** Ids here of the project's articles, and whose they are: those that are planned, too. */
  readonly #articles = new Map<string, number>()
  readonly #owners = new Map<number, string>()
  readonly #new = new Set<string>()
  readonly #lines: ImportOutcome[] = []
  #tally = new Tally()
  #refs: References | null = null
  #rest: LibraryPlan
  /** The last step known of; and whether somebody else made one since the plan, which then says what was, not what is. */
  #seq: number
  #isStale = false

  constructor(
    session: WriteWith,
    library: LibraryFile,
    { reading, item, plan, seq }: Looked & { reading: ReadProject; item: ProjectItem },
    steps: ProjectSteps,
  ) {
    this.#session = session
    this.#library = library
    this.#reading = reading
    this.#item = item
    this.#steps = steps
    this.#plan = plan
    this.#say = new ProjectLines(item.name, reading)
    this.#rest = plan.library
    this.#seq = seq
    for (const { here, article } of plan.articles) if (here) this.#owners.set(here.id, article.key)
    this.#tally.add('annotations-without-article', plan.annotations.withoutArticle)
    this.#tally.add('annotations-elsewhere', plan.annotations.elsewhere)
    this.#tally.add('removed-here', plan.annotations.gone + plan.articles.filter(({ state }) => state === 'gone').length)
  }

  async run(): Promise<ImportOutcome[]> {
    const batches = batchesOf(this.#plan)
    let done = 0
    for (const [index, batch] of batches.entries()) {
      if (this.#steps.signal.aborted) {
        this.#left(batches.slice(index), 'cancelled')
        break
      }
      try {
        this.#store(batch, index === batches.length - 1)
      } catch (error) {
        this.#steps.failed(error)
        this.#left(batches.slice(index), 'refused')
        break
      }
      this.#session.changed(TOUCHES)
      done += batch.length
      await this.#steps.step(done, this.#plan.articles.length).catch(passCancel)
    }
    return this.#lines
  }

  #store(batch: Batch, isLast: boolean): void {
    const label = { kind: 'projects.import', subject: this.#reading.project.name || this.#item.name, count: 1 }
    const before = this.#tally.copy()
    stillOpen(this.#session, this.#library)
    try {
      const stored = recordStep(this.#library, this.#session, label, (db, context) => this.#write(db, batch, isLast, context))
      this.#lines.push(...stored.lines)
      this.#refs = stored.refs
    } catch (error) {
      // Nothing of the batch was written, and nothing will be after it: what was counted of it did not happen.
      this.#tally = before
      throw error
    }
  }

  #write(db: WriteDb, batch: Batch, isLast: boolean, context: WriteContext): { lines: ImportOutcome[]; refs: References } {
    const removed = this.#notice(db)
    const codebook = this.#writeCodebook(db, removed, context)
    const { refs } = codebook
    let { written } = codebook
    const lines: ImportOutcome[] = []
    for (const { planned, annotations } of this.#isStale ? this.#asOfNow(db, batch, removed) : batch) {
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
    if (isLast) {
      const { project } = this.#reading
      if (this.#isStale) forgetRemoved(db, this.#articles)
      this.#rest = replanLibrary(db, project, { refs, removed, comes: () => false }, this.#plan.library)
      written += writeLibrary(db, {
        project,
        plan: this.#rest,
        refs,
        removed,
        take: this.#item.take ?? {},
        context,
        tally: this.#tally,
        articles: this.#articles,
        newArticles: this.#new,
      })
    }
    const all = this.#withProjectLine(lines, written, isLast)
    context.label.count = Math.max(1, written)
    this.#steps.report(db, all)
    db.whenRecorded((seq) => (this.#seq = seq))
    return { lines: all, refs }
  }

  /** Notices what others did since the plan. Returns what counts as removed here. */
  #notice(db: ReadDb): RemovedHere {
    const seq = lastStep(db)
    if (seq !== this.#seq) this.#isStale = true
    this.#seq = seq
    return this.#isStale ? removedHere(db, this.#item) : this.#plan.removed
  }

  /** What was chosen counts at first; later only what is missing again is written, so that nothing edited meanwhile is replaced. */
  #writeCodebook(db: WriteDb, removed: RemovedHere, { uid }: WriteContext): { written: number; refs: References } {
    if (this.#refs !== null && !this.#isStale) return { written: 0, refs: this.#refs }
    const { codebook } = this.#plan.codebook
    const decisions = decisionsOf(planAgain(db, codebook, removed), this.#refs === null ? (this.#item.take ?? {}) : {})
    const { tags, issues, parties } = applyCodebook(db, codebook.file, { uid, decisions })
    const written = [tags, issues, parties].reduce((sum, { added, changed }) => sum + added + changed, 0)
    return { written, refs: referencesTo(db, codebook, planCodebook(db, codebook.file), true) }
  }

  #asOfNow(db: ReadDb, batch: Batch, removed: RemovedHere): Batch {
    const keys = new Set(batch.map(({ planned }) => planned.article.key))
    const isOther = (id: number): boolean => {
      const owner = this.#owners.get(id)
      return owner !== undefined && !keys.has(owner)
    }
    const { name, addDuplicates } = this.#item
    return lookAgain(db, batch, { name, addDuplicates, removed, isOther }, this.#tally)
  }

  #writeArticle(db: WriteDb, planned: PlannedArticle, context: WriteContext): { id: number | null; written: number; line: ImportOutcome } {
    const { article, part } = planned
    // An article that was removed here stays away; the project's own line says how many did.
    if (planned.state === 'gone') return { id: null, written: 0, line: this.#say.article(planned, 'duplicate', null) }
    const own = this.#item.parts?.find((one) => one.part === part)?.metadata
    const corrections = { ...this.#item.metadata, ...own }
    const take = this.#item.take?.articles ?? 'new'
    const { id, written, left } = writeArticle(db, planned, { metadata: corrections, take, context })
    this.#tally.add('differences-left', left)
    this.#articles.set(article.key, id)
    this.#owners.set(id, article.key)
    if (planned.here !== null) return { id, written, line: this.#say.article(planned, 'duplicate', id) }
    this.#new.add(article.key)
    const add = (this.#item.collectionIds ?? []).filter((collection) => db.get('SELECT 1 FROM collection WHERE id = ?', [collection]))
    if (add.length > 0) setArticleCollections(db, { articleIds: [id], add, remove: [] })
    return { id, written, line: this.#say.article(planned, 'imported', id) }
  }

  /** The line of the project comes last, with all that was lost; a step without a new article has one too, so that the report can take it back. */
  #withProjectLine(lines: readonly ImportOutcome[], written: number, isLast: boolean): ImportOutcome[] {
    const isNamed = lines.some(({ outcome }) => outcome === 'imported')
    if (!isLast && (written === 0 || isNamed)) return [...lines]
    return [...lines, this.#say.project(written > 0 ? 'imported' : 'duplicate', isLast ? this.#losses() : [])]
  }

  #losses(): ImportLoss[] {
    const { threads, collections } = this.#rest
    const tally = this.#tally.copy()
    tally.add('removed-here', [...threads, ...collections].filter(({ state }) => state === 'gone').length)
    return kept([...this.#reading.lost, ...this.#plan.codebook.codebook.lost, ...tally.losses()])
  }

  /** What is not in any more is said; what is in stays. */
  #left(batches: readonly Batch[], outcome: 'cancelled' | 'refused'): void {
    const all = this.#say.left(batches, outcome, this.#losses())
    stillOpen(this.#session, this.#library)
    recordStep(this.#library, this.#session, { kind: 'projects.import', subject: null, count: 0 }, (db) => this.#steps.report(db, all))
    this.#lines.push(...all)
  }
}

/** A cancel does not undo what was imported: the loop sees the signal and says what was left. */
function passCancel(error: unknown): void {
  if (!(error instanceof ParleyError) || error.code !== 'cancelled') throw error
}
