/**
 * The life of an open library: steps, undo and redo, checks, copies, and noticing that the file is no longer the one that was
 * opened. A failed step leaves no trace and the library goes on.
 */
import { rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { HistoryState, Step } from '../../shared/domain/history.ts'
import { backupTo } from './backup.ts'
import { installCapture, type Change } from './capture.ts'
import { checkStore, type StoreCheck } from './check.ts'
import { facesOf, type Faces, type RawDatabase, type Statement } from './connection.ts'
import { identityOf, markClosed, markOpen } from './file-identity.ts'
import {
  appendStep,
  changesOf,
  historyState,
  listSteps,
  markRedone,
  markUndone,
  readHead,
  redoKind,
  setUpKind,
  stepInWordsOf,
  undoKind,
  type Head,
  type NewStep,
} from './history.ts'
import type { LibraryFile, LibraryOptions, ReadOnly } from './library-types.ts'
import { removeLockNote, writeLockNote } from './lock-note.ts'
import { checkpoint, enterWriting, leaveWriting, setDurable } from './pragmas.ts'
import { systemCode, translateSqlite } from './sqlite-errors.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'
import { makeApplier, type Applier } from './undo.ts'

export class OpenLibrary implements LibraryFile {
  readonly path: string
  readonly #file: string
  readonly #raw: RawDatabase
  readonly #faces: Faces
  readonly #begin: Statement
  readonly #commit: Statement
  readonly #options: LibraryOptions
  readonly #applier: Applier
  #identity = ''
  readonly #since: number
  #logIdentity: string | null = null
  #readOnly: ReadOnly
  #coder: string
  #head: Head
  #bulk = false
  /** Changes of the step that is open; null where none is. */
  #captured: Change[] | null = null

  /** `path` is the name that was asked for, `file` the real file behind it. Only reads, so that a file which turns out damaged stays as it is. */
  constructor(raw: RawDatabase, path: string, file: string, readOnly: ReadOnly, options: LibraryOptions) {
    this.#raw = raw
    this.path = resolve(path)
    this.#file = file
    this.#readOnly = readOnly
    this.#options = options
    this.#coder = coderName(options.coder)
    this.#faces = facesOf(raw, () => this.#captured !== null)
    this.#begin = raw.prepare('BEGIN IMMEDIATE')
    this.#commit = raw.prepare('COMMIT')
    this.#head = readHead(this.#faces.read)
    this.#applier = makeApplier(raw)
    if (readOnly === null) installCapture(raw, (change) => this.#capture(change))
    this.#since = options.clock()
  }

  /** Begins the work: enters the write-ahead log, if it may write, and says beside the file who has it. */
  start(): this {
    if (this.#readOnly === null) enterWriting(this.#raw)
    this.#identity = identityOf(this.#file) ?? ''
    this.#logIdentity = identityOf(`${this.#file}-wal`)
    markOpen(this.#identity)
    this.#note(false)
    return this
  }

  get read(): ReadDb {
    return this.#faces.read
  }

  get readOnly(): ReadOnly {
    return this.#readOnly
  }

  write<T>(label: StepLabel, fn: (db: WriteDb) => T): T {
    return this.#step(label, 'ordinary', fn)
  }

  setUp<T>(fn: (db: WriteDb) => T): T {
    if (this.#head.seq > 0) throw new Error('a library is set up before its first step')
    return this.#step({ kind: setUpKind, subject: null, count: 1 }, 'start', fn)
  }

  undo(): Step | null {
    return this.#move('undo')
  }

  redo(): Step | null {
    return this.#move('redo')
  }

  historyState(): HistoryState {
    return historyState(this.read, this.#head)
  }

  steps({ before, limit }: { before?: number; limit: number }): Step[] {
    return listSteps(this.read, before, limit)
  }

  setCoder(name: string): void {
    this.#coder = coderName(name)
  }

  coderId(): number {
    const known = this.read.get<{ id: number }>('SELECT id FROM coder WHERE name = ?', [this.#coder])
    if (known) return known.id
    return this.#faces.write.run('INSERT INTO coder(uid, name) VALUES (?, ?)', [this.#options.uid(), this.#coder]).lastId
  }

  check(thoroughness: 'quick' | 'complete' = 'complete'): StoreCheck {
    return checkStore(this.#raw, this.read, thoroughness)
  }

  async backup(path: string): Promise<void> {
    await backupTo(this.#raw, resolve(path))
  }

  bulk<T>(fn: () => T): T {
    this.#assertWritable()
    if (this.#bulk) return fn()
    this.#bulk = true
    this.#note(true)
    setDurable(this.#raw, false)
    let result: T
    try {
      result = refusePromise(fn())
    } catch (error) {
      this.#endBulk(true)
      throw error
    }
    this.#endBulk(false)
    return result
  }

  close(): void {
    if (!this.#raw.open) return
    this.#noticeMove()
    try {
      if (this.#readOnly === null) {
        leaveWriting(this.#raw)
        // Left by a log that once could not be folded in; this connection keeps its index in memory and would not remove it.
        rmSync(`${this.#file}-shm`, { force: true })
      }
    } catch {
      // No room or no permission: the log stays beside the file and the next open folds it in.
    } finally {
      this.#raw.close()
      markClosed(this.#identity)
    }
    removeLockNote(this.#file)
  }

  /** `finish` has the last word on where the history stands, inside the same transaction. */
  #step<T>(
    label: StepLabel,
    place: NewStep['place'],
    fn: (db: WriteDb) => T,
    finish: (db: WriteDb, head: Head) => Head = (_, head) => head,
  ): T {
    this.#assertWritable()
    let head = this.#head
    try {
      this.#begin.run()
      this.#captured = []
      const result = refusePromise(fn(this.#faces.write))
      if (this.#captured.length > 0) {
        const step = { label, at: this.#options.clock(), coder: { id: this.coderId(), name: this.#coder }, changes: this.#captured, place }
        head = finish(this.#faces.write, appendStep(this.#faces.write, head, step))
      }
      this.#commit.run()
      this.#head = head
      return result
    } catch (error) {
      throw translateSqlite(error)
    } finally {
      this.#captured = null
      if (this.#raw.inTransaction) this.#raw.exec('ROLLBACK')
    }
  }

  #move(way: 'undo' | 'redo'): Step | null {
    this.#assertWritable()
    const target = stepInWordsOf(this.read, this.#head[way])
    if (!target) return null
    try {
      this.#apply(way, target, false)
    } catch (error) {
      if (!isReferenceError(error)) throw error
      this.#apply(way, target, true)
    }
    return { ...target, state: way === 'undo' ? 'undone' : 'done' }
  }

  /**
   * Rows that one statement changed together may refer to each other in any order; only then are references checked at the end.
   * Not always, because the switch makes the engine prepare every statement anew, which costs more than the rest of an undo.
   */
  #apply(way: 'undo' | 'redo', target: Step, deferred: boolean): void {
    const back = way === 'undo'
    try {
      this.#step(
        { kind: back ? undoKind : redoKind, subject: target.subject, count: target.count },
        { undoes: target.seq },
        (db) => {
          if (deferred) this.#raw.pragma('defer_foreign_keys = ON')
          const changes = changesOf(db, target.seq)
          const rows = back ? this.#applier.back(db, changes) : this.#applier.forth(db, changes)
          this.#options.afterApply?.(db, rows)
        },
        back ? markUndone : markRedone,
      )
    } catch (error) {
      throw deferred && isReferenceError(error)
        ? new ParleyError('undo-conflict', { table: null, what: 'constraint' }, { cause: error })
        : error
    }
  }

  /** Makes what was done durable, also what was done before a failure, whose own error then matters more. */
  #endBulk(failed: boolean): void {
    try {
      checkpoint(this.#raw)
    } catch (error) {
      if (!failed) throw translateSqlite(error)
    } finally {
      setDurable(this.#raw, true)
      this.#bulk = false
      this.#note(false)
    }
  }

  #capture(change: Change): void {
    if (this.#captured === null) throw new Error('a change needs a step')
    this.#captured.push(change)
  }

  #assertWritable(): void {
    if (this.#captured !== null) throw new Error('a step inside a step')
    this.#noticeMove()
    if (this.#readOnly === 'moved') throw new ParleyError('library-moved')
    if (this.#readOnly !== null) throw new ParleyError('read-only', { reason: this.#readOnly })
  }

  /**
   * Another file at the path, or none: writing stops. What the log still holds goes into the file that was opened, wherever it is
   * now, so that the log beside the other file holds nothing that could be mixed into it.
   */
  #noticeMove(): void {
    if (this.#readOnly !== null || identityOf(this.#file) === this.#identity) return
    this.#readOnly = 'moved'
    try {
      checkpoint(this.#raw)
      this.#removeOwnLog()
    } catch {
      // The steps stay readable from the log, and a copy can still be saved.
    }
  }

  #note(bulk: boolean): void {
    if (this.#readOnly !== 'folder') writeLockNote(this.#file, this.#since, bulk)
  }

  /** Now, not at the end: by then another process may have begun to use it for the other file. */
  #removeOwnLog(): void {
    const log = `${this.#file}-wal`
    const stat = statSync(log, { throwIfNoEntry: false })
    if (stat?.size === 0 && identityOf(log) === this.#logIdentity) rmSync(log, { force: true })
  }
}

/** A broken reference, met directly or while a row was put back. */
function isReferenceError(error: unknown): boolean {
  return (
    systemCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY' ||
    (error instanceof ParleyError && systemCode(error.cause) === 'SQLITE_CONSTRAINT_FOREIGNKEY')
  )
}

function coderName(name: string): string {
  const trimmed = name.trim().toWellFormed()
  if (trimmed === '') throw new ParleyError('invalid-input', { field: 'coder', problem: 'empty' })
  return trimmed
}

function refusePromise<T>(result: T): T {
  if (result instanceof Promise) throw new TypeError('a step cannot wait')
  return result
}
