/**
 * The import job: reads files ahead in the parsers, stores what they hold in order, some articles at a time. A cancel, a crash or a bad
 * file leaves whole articles only, and a line in the report for everything.
 */
import type { ImportItem } from '../../shared/domain/import.ts'
import type { ImportCounts, ImportOutcome } from '../../shared/domain/import-report.ts'
import type { JobResult } from '../../shared/domain/job.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { FEW, lossOf } from '../importers/preview.ts'
import { asNewArticle, metadataOf, originalOf, partOf } from '../importers/ready-articles.ts'
import { readOrGone, type StagedReading } from '../importers/staged-reading.ts'
import type { ReadArticles, ReadProject } from '../importers/types.ts'
import { importProject, type ProjectItem } from '../projects/import-project.ts'
import { recordStep, stillOpen, type Session } from '../session.ts'
import { mappingsNow, rememberMapping } from '../store/import-mappings.ts'
import { countedAs, endRun, insertLines, insertRun, noCounts } from '../store/import-runs.ts'
import type { LibraryFile } from '../store/library-file.ts'
import { ImportBatch, isAboutLibrary } from './import-batch.ts'
import { blankLine, corrected, passCancel, withReport } from './import-lines.ts'
import type { JobSteps } from './jobs.ts'
import { begin, end } from './live-runs.ts'
import { readAhead } from './read-ahead.ts'

const AHEAD = { files: 6, bytes: 64 * 1024 * 1024 }
/** Lines of the report that the result of the job repeats. */
const REPEATED = 1_000
/** Views are told of what is new this often, in milliseconds. */
const TELL_EVERY = 500

interface Named {
  item: ImportItem
  name: string
  size: number
}

type Mapping = ReturnType<typeof mappingsNow>

/** Begins an import: its report is there from now on. Throws `staged-gone`, `not-found` for a collection, `read-only`. */
export function startImport(session: Session, library: LibraryFile, items: readonly ImportItem[]): string {
  // Now, because a file may be discarded while others are read, and one that is gone is said before half of the others are in.
  const named = items.map((item) => ({ item, ...session.staging.nameOf(item.stagedId) }))
  for (const id of new Set(items.flatMap(({ collectionIds = [] }) => collectionIds)))
    if (!library.read.get('SELECT id FROM collection WHERE id = ?', [id])) throw new ParleyError('not-found', { what: 'collection', id })
  const mapping = mappingsNow(library.read)
  const runId = aside(session, library, (db, { uid, coderId, now }) => insertRun(db, { uid: uid(), coderId, now }))
  begin(library, runId)
  return session.jobs.start('import', weightOf(items), (steps) => new ImportRun(session, library, { runId, mapping }, steps).run(named))
}

/** How much there is to do: articles where it is known how many a file holds, else files. */
const weightOf = (items: readonly ImportItem[]): number => items.reduce((sum, { expect = 1 }) => sum + expect, 0)

/** A write that is not part of the history, such as a report. */
function aside<T>(session: Session, library: LibraryFile, fn: Parameters<typeof recordStep<T>>[3]): T {
  return recordStep(library, session, { kind: 'articles.import', subject: null, count: 0 }, fn)
}

class ImportRun {
  readonly #session: Session
  readonly #library: LibraryFile
  readonly #runId: number
  /** What columns meant when it began: what one file of it teaches is not laid on another that was shown before. */
  readonly #mapping: Mapping
  readonly #steps: JobSteps
  readonly #batch: ImportBatch
  readonly #counts: ImportCounts = { ...noCounts }
  readonly #lines: ImportOutcome[] = []
  /** Files of which something was not stored, and which stay for another try. */
  readonly #unfinished = new Set<string>()
  /** Those of them that another try may help. */
  readonly #again = new Set<string>()
  /** Files before this place are in the library with all their lines. */
  #stored = 0
  /** Articles that were expected of the files that are done, one for each where nobody said. */
  #weight = 0
  #told = 0

  constructor(session: Session, library: LibraryFile, { runId, mapping }: { runId: number; mapping: Mapping }, steps: JobSteps) {
    this.#session = session
    this.#library = library
    this.#runId = runId
    this.#mapping = mapping
    this.#steps = steps
    this.#batch = new ImportBatch(session, library, runId, (lines) => this.#note(lines))
  }

  async run(files: readonly Named[]): Promise<JobResult> {
    let state: 'done' | 'cancelled' | 'failed' = 'failed'
    try {
      await this.#import(files)
      state = this.#steps.signal.aborted ? 'cancelled' : 'done'
      this.#session.staging.discard(files.flatMap(({ item: { stagedId } }) => (this.#unfinished.has(stagedId) ? [] : [stagedId])))
      return { kind: 'import', runId: this.#runId, items: this.#lines, counts: this.#counts, again: [...this.#again] }
    } catch (error) {
      this.#giveUp(files)
      throw withReport(error, this.#runId, this.#session.held.onUnexpected)
    } finally {
      end(this.#library, this.#runId)
      this.#close(state)
    }
  }

  async #import(files: readonly Named[]): Promise<void> {
    const { signal } = this.#steps
    const read = ({ item, name }: Named): Promise<StagedReading | null> =>
      readOrGone(this.#session, item, name, { mapping: this.#mapping, signal, isOneOfMany: files.length > FEW }).catch((error: unknown) =>
        signal.aborted ? null : Promise.reject(error),
      )
    let at = 0
    let weight = 0
    for await (const reading of readAhead(files, ({ size }) => size, read, AHEAD)) {
      const file = files[at]
      if (!file || !reading || signal.aborted) break
      if (!(await this.#take(file, reading, at))) break
      this.#session.staging.readings.drop(file.item.stagedId)
      at += 1
      if (this.#batch.isFull || this.#batch.isEmpty || at === files.length) this.#store(at)
      this.#tell(false)
      weight += file.item.expect ?? 1
      this.#weight = weight
      await this.#steps.step(weight).catch(passCancel)
    }
    for (const { item, name } of files.slice(at)) {
      this.#leave(item)
      this.#batch.add({ ...blankLine(name), outcome: 'cancelled' })
    }
    this.#store(files.length)
    this.#tell(true)
  }

  /** Whether all of the file has been dealt with, or at least said. */
  async #take({ item, name }: Named, read: StagedReading, at: number): Promise<boolean> {
    const { reading } = read
    if (reading.kind === 'articles') return this.#takeArticles(item, read, reading, at)
    if (reading.kind === 'project') return this.#takeProject({ ...item, name, addDuplicates: item.addDuplicates === true }, reading, at)
    this.#unfinished.add(item.stagedId)
    const { problem } = reading
    const outcome = problem.code.startsWith('needs-') || problem.code === 'wrong-password' ? 'needs' : 'refused'
    if (outcome === 'needs' || problem.details.reason === 'changed') this.#leave(item)
    this.#batch.add({ ...blankLine(name), format: reading.format, outcome, problem })
    return true
  }

  async #takeArticles(item: ImportItem, read: StagedReading, reading: ReadArticles, at: number): Promise<boolean> {
    const { name } = read
    if (item.rememberColumns && item.columns && reading.table) this.#remember(reading.table.columns, item.columns)
    const left = new Set(item.leaveOut)
    const { addDuplicates = false } = item
    const copies = new Set(typeof addDuplicates === 'boolean' ? [] : addDuplicates)
    const own = new Map(item.parts?.map(({ part, metadata }) => [part, metadata]))
    const original = originalOf(read, reading)
    const total = reading.articles.length
    let isFirst = true
    for (const [index, found] of reading.articles.entries()) {
      if (this.#steps.signal.aborted) return false
      if (left.has(index + 1)) continue
      const part = partOf(reading, index)
      // What a file lost as a whole is said once, with the first article of it that comes in.
      const lost = [...(isFirst ? reading.lost : []), ...(found.lost ?? [])].map(lossOf)
      isFirst = false
      const metadata = corrected(metadataOf(name, found), item.metadata, own.get(index + 1))
      this.#batch.add({
        line: { name, part, format: reading.format, lost },
        article: asNewArticle(found, metadata, original, part),
        collectionIds: item.collectionIds ?? [],
        addDuplicates: addDuplicates === true || copies.has(index + 1),
      })
      if (!this.#batch.isFull) continue
      this.#store(at)
      this.#tell(false)
      const done = this.#weight + Math.min(index + 1, item.expect ?? 0)
      await this.#steps.step(done, { name, done: index + 1, total }).catch(passCancel)
    }
    return true
  }

  /** A project is stored in steps of its own. */
  async #takeProject(item: ProjectItem & { stagedId: string }, reading: ReadProject, at: number): Promise<boolean> {
    const { name } = item
    this.#store(at)
    try {
      const lines = await importProject(this.#session, this.#open(), reading, item, {
        signal: this.#steps.signal,
        step: (done, total) =>
          this.#steps.step(this.#weight + Math.floor((done / Math.max(1, total)) * (item.expect ?? 0)), { name, done, total }),
        report: (db, lines) => insertLines(db, this.#runId, lines),
        failed: (error) => {
          if (isAboutLibrary(error)) throw error
          this.#session.held.onUnexpected(error)
          this.#unfinished.add(item.stagedId)
        },
      })
      if (lines.some(({ outcome }) => outcome === 'cancelled')) this.#leave(item)
      this.#note(lines)
    } catch (error) {
      if (isAboutLibrary(error)) throw error
      this.#session.held.onUnexpected(error)
      this.#unfinished.add(item.stagedId)
      this.#batch.add({ ...blankLine(name), format: reading.format, outcome: 'refused', problem: { code: 'crashed', details: {} } })
    }
    return true
  }

  #remember(columns: readonly string[], mapping: readonly (string | null)[]): void {
    aside(this.#session, this.#open(), (db, { now }) => rememberMapping(db, columns, mapping, now))
  }

  /** Stores what is there; files before `upTo` are in the library by then. */
  #store(upTo: number): void {
    this.#batch.store()
    this.#stored = upTo
  }

  /** Keeps a file for another try. */
  #leave({ stagedId }: { stagedId: string }): void {
    this.#unfinished.add(stagedId)
    this.#again.add(stagedId)
  }

  /** What was not come to is said in the report, where the library still takes that much. */
  #giveUp(files: readonly Named[]): void {
    if (this.#session.library !== this.#library) return
    const lines = files.slice(this.#stored).map(({ name }): ImportOutcome => ({ ...blankLine(name), outcome: 'cancelled' }))
    try {
      aside(this.#session, this.#library, (db) => insertLines(db, this.#runId, lines))
    } catch (error) {
      // The failure before it is what is told.
      this.#session.held.onUnexpected(error)
    }
  }

  #open(): LibraryFile {
    return stillOpen(this.#session, this.#library)
  }

  #note(lines: readonly ImportOutcome[]): void {
    for (const line of lines) {
      const counted = countedAs(line)
      this.#counts[counted] = (this.#counts[counted] ?? 0) + 1
    }
    this.#lines.push(...lines.slice(0, REPEATED - this.#lines.length))
  }

  #tell(now: boolean): void {
    if (!now && performance.now() - this.#told < TELL_EVERY) return
    this.#told = performance.now()
    this.#session.changed(['articles', 'library', 'jobs'])
  }

  /** The report says how it ended, where the library can still be written. */
  #close(state: 'done' | 'cancelled' | 'failed'): void {
    if (this.#session.library !== this.#library) return
    try {
      aside(this.#session, this.#library, (db, { now }) => endRun(db, this.#runId, state, now))
    } catch (error) {
      // What kept the import from going on keeps the report from saying so; it will read as broken off, which is what it was.
      if (!(error instanceof ParleyError)) throw error
    }
  }
}
