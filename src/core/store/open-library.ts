/**
 * The life of an open library: when it may be written, bulk work, copies, and closing. A failed step leaves no trace and the
 * library goes on; a library whose file was replaced can still be read and copied.
 */
import { resolve } from 'node:path'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { HistoryState, Step } from '../../shared/domain/history.ts'
import { backupTo } from './backup.ts'
import { checkStore, type StoreCheck } from './check.ts'
import type { RawDatabase } from './connection.ts'
import { FileHold } from './file-hold.ts'
import { listSteps } from './history.ts'
import type { LibraryFile, LibraryOptions, ReadOnly } from './library-types.ts'
import { checkpoint, enterWriting, leaveWriting, setDurable } from './pragmas.ts'
import { Recorder, refusePromise } from './recorder.ts'
import { translateSqlite } from './sqlite-errors.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'

/** `path` is the name that was asked for, `file` the real file behind it. */
export interface Place {
  path: string
  file: string
}

export class OpenLibrary implements LibraryFile {
  readonly path: string
  readonly #raw: RawDatabase
  readonly #recorder: Recorder
  readonly #hold: FileHold
  #readOnly: ReadOnly
  #bulk = false

  /** Takes over a checked connection. Reads first and enters the write-ahead log last, so that a file which turns out damaged stays as it is. */
  constructor(raw: RawDatabase, { path, file }: Place, readOnly: ReadOnly, options: LibraryOptions) {
    this.path = resolve(path)
    this.#raw = raw
    this.#readOnly = readOnly
    this.#recorder = new Recorder(raw, options)
    if (readOnly === null) enterWriting(raw)
    this.#hold = new FileHold(file, options.clock(), readOnly !== 'folder')
  }

  get read(): ReadDb {
    return this.#recorder.read
  }

  get readOnly(): ReadOnly {
    return this.#readOnly
  }

  write<T>(label: StepLabel, fn: (db: WriteDb) => T): T {
    this.#assertWritable()
    return this.#recorder.write(label, fn)
  }

  setUp<T>(fn: (db: WriteDb) => T): T {
    this.#assertWritable()
    return this.#recorder.setUp(fn)
  }

  undo(): Step | null {
    this.#assertWritable()
    return this.#recorder.move('undo')
  }

  redo(): Step | null {
    this.#assertWritable()
    return this.#recorder.move('redo')
  }

  revert(seq: number): Step {
    this.#assertWritable()
    return this.#recorder.revert(seq)
  }

  revertAll(seqs: readonly number[], kind: string): void {
    this.#assertWritable()
    this.#recorder.revertAll(seqs, kind)
  }

  historyState(): HistoryState {
    return this.#recorder.state()
  }

  steps({ before, limit }: { before?: number; limit: number }): Step[] {
    return listSteps(this.read, before, limit)
  }

  setCoder(name: string): void {
    this.#recorder.setCoder(name)
  }

  coderId(): number {
    return this.#recorder.coderId()
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
    this.#hold.note(true)
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
        this.#hold.removeLogIndex()
      }
    } catch {
      // No room or no permission: the log stays beside the file and the next open folds it in.
    } finally {
      this.#raw.close()
      this.#hold.release()
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
      this.#hold.note(false)
    }
  }

  #assertWritable(): void {
    if (this.#recorder.busy) throw new Error('a step inside a step')
    this.#noticeMove()
    if (this.#readOnly === 'moved') throw new ParleyError('library-moved')
    if (this.#readOnly !== null) throw new ParleyError('read-only', { reason: this.#readOnly })
  }

  /**
   * Another file at the path, or none: writing stops. What the log still holds goes into the file that was opened, wherever it is
   * now, so that the log beside the other file holds nothing that could be mixed into it.
   */
  #noticeMove(): void {
    if (this.#readOnly !== null || this.#hold.isThere()) return
    this.#readOnly = 'moved'
    try {
      checkpoint(this.#raw)
      this.#hold.removeOwnLog()
    } catch {
      // The steps stay readable from the log, and a copy can still be saved.
    }
  }
}
