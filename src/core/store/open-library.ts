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
  appendStep, changesOf, historyState, listSteps, markRedone, markUndone, readHead, redoKind, setUpKind, stepInWordsOf, undoKind, type Head, type NewStep,
} from './history.ts' // prettier-ignore
import { removeLockNote, writeLockNote } from './lock-note.ts'
import { checkpoint, leaveWriting, setDurable } from './pragmas.ts'
import { translateSqlite } from './sqlite-errors.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'
import { makeApplier, type Applier } from './undo.ts'

export interface LibraryOptions {
  clock: () => number
  uid: () => string
  /** Name of the person at this copy. */
  coder: string
  /** Called inside the transaction of an undo or redo with every row it touched, each once, so that derived data can follow. */
  afterApply?: (db: WriteDb, rows: { tbl: string; rowId: number }[]) => void
}

export type ReadOnly = null | 'file' | 'folder' | 'chosen' | 'moved'

export interface LibraryFile {
  readonly path: string
  /** Why nothing can be written; null where it can. Becomes `moved` when another file takes the path. */
  readonly readOnly: ReadOnly
  readonly read: ReadDb
  /**
   * One transaction, one step of the history; `fn` may change the label before it returns and must not be asynchronous. A step
   * without changes leaves no trace. Throws `read-only`, `library-moved`, `disk-full`, `file-unwritable`, or what `fn` throws; then nothing is written.
   */
  write<T>(label: StepLabel, fn: (db: WriteDb) => T): T
  /** What a new library starts with, before its first step: recorded, but nothing that undo goes back behind. */
  setUp<T>(fn: (db: WriteDb) => T): T
  /** Takes the last step back and returns it; null where there is none. Throws `undo-conflict` where a row is not what the step left. */
  undo(): Step | null
  /** Does the last step taken back again and returns it; null where there is none. */
  redo(): Step | null
  historyState(): HistoryState
  /** Steps numbered below `before`, newest first. */
  steps(range: { before?: number; limit: number }): Step[]
  /** Coder of the following steps. */
  setCoder(name: string): void
  /** Id of the current coder. Inside `write` the row is made if need be; outside it throws where there is none yet. */
  coderId(): number
  check(thoroughness?: 'quick' | 'complete'): StoreCheck
  /** Writes a checked copy, one plain file, while work goes on. Also works for a library that was moved. */
  backup(path: string): Promise<void>
  /** Many steps with one sync at the end: a power cut may lose them, but not damage the file. `fn` must not be asynchronous. */
  bulk<T>(fn: () => T): T
  close(): void
}

export class OpenLibrary implements LibraryFile {
  readonly path: string
  readonly #file: string
  readonly #raw: RawDatabase
  readonly #faces: Faces
  readonly #begin: Statement
  readonly #commit: Statement
  readonly #options: LibraryOptions
  readonly #applier: Applier
  readonly #identity: string
  readonly #since: number
  readonly #logIdentity: string | null
  #readOnly: ReadOnly
  #coder: string
  #head: Head
  #bulk = false
  /** Changes of the step that is open; null where none is. */
  #captured: Change[] | null = null

  /** `path` is the name that was asked for, `file` the real file behind it. */
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
    this.#identity = identityOf(file) ?? ''
    this.#logIdentity = identityOf(`${file}-wal`)
    markOpen(this.#identity)
    this.#since = options.clock()
    this.#note(false)
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
    try {
      const result = refusePromise(fn())
      checkpoint(this.#raw)
      return result
    } catch (error) {
      throw translateSqlite(error)
    } finally {
      setDurable(this.#raw, true)
      this.#bulk = false
      this.#note(false)
    }
  }

  close(): void {
    if (!this.#raw.open) return
    this.#noticeMove()
    const own = this.#readOnly !== 'moved'
    try {
      if (this.#readOnly === null) leaveWriting(this.#raw)
    } catch {
      // No room or no permission: the log stays beside the file and the next open folds it in.
    } finally {
      this.#raw.close()
      markClosed(this.#identity)
    }
    if (own) removeLockNote(this.#file)
    else this.#removeOwnLog()
  }

  /** `finish` has the last word on where the history stands, inside the same transaction. */
  #step<T>(label: StepLabel, place: NewStep['place'], fn: (db: WriteDb) => T, finish: (db: WriteDb, head: Head) => Head = (_, head) => head): T {
    this.#assertWritable()
    let head = this.#head
    try {
      this.#begin.run()
      this.#captured = []
      const result = refusePromise(fn(this.#faces.write))
      if (this.#captured.length > 0) {
        const step = { label, at: this.#options.clock(), coderId: this.coderId(), changes: this.#captured, place }
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
    const back = way === 'undo'
    this.#step(
      { kind: back ? undoKind : redoKind, subject: target.subject, count: target.count },
      { undoes: target.seq },
      (db) => {
        this.#raw.pragma('defer_foreign_keys = ON')
        const changes = changesOf(db, target.seq)
        const rows = back ? this.#applier.back(db, changes) : this.#applier.forth(db, changes)
        this.#options.afterApply?.(db, rows)
      },
      back ? markUndone : markRedone,
    )
    return { ...target, state: back ? 'undone' : 'done' }
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
    } catch {
      // The steps stay readable from the log, and a copy can still be saved.
    }
  }

  #note(bulk: boolean): void {
    if (this.#readOnly !== 'folder') writeLockNote(this.#file, this.#since, bulk)
  }

  #removeOwnLog(): void {
    const log = `${this.#file}-wal`
    const stat = statSync(log, { throwIfNoEntry: false })
    if (stat?.size === 0 && identityOf(log) === this.#logIdentity) rmSync(log, { force: true })
  }
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
