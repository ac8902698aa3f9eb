/**
 * The hold on a library's file: which file it is, who has it, and whether it is still the one at its path. The engine holds the
 * lock; this notices what the engine does not: that another file took the place.
 */
import { rmSync, statSync } from 'node:fs'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { identityOf, markClosed, markOpen } from './file-identity.ts'
import { removeLockNote, writeLockNote } from './lock-note.ts'

export class FileHold {
  readonly #file: string
  readonly #since: number
  readonly #identity: string
  readonly #logIdentity: string | null
  readonly #noted: boolean

  /** Takes hold of an open file. `noted`: whether the folder takes a note saying so. */
  constructor(file: string, since: number, noted: boolean) {
    const identity = identityOf(file)
    if (identity === null) throw new ParleyError('library-moved')
    this.#file = file
    this.#since = since
    this.#identity = identity
    this.#logIdentity = identityOf(`${file}-wal`)
    this.#noted = noted
    markOpen(identity)
    this.note(false)
  }

  /** Whether the path still leads to the file that was opened. Costs one look at the folder, so it is asked before every write. */
  isThere(): boolean {
    return identityOf(this.#file) === this.#identity
  }

  /** Says beside the file who has it, and whether bulk work is going on. */
  note(bulk: boolean): void {
    if (this.#noted) writeLockNote(this.#file, this.#since, bulk)
  }

  /**
   * Removes this library's own empty log from beside another file. At once when that is noticed, not at the end: by then another
   * process may have begun to use it for the other file.
   */
  removeOwnLog(): void {
    const log = `${this.#file}-wal`
    const empty = statSync(log, { throwIfNoEntry: false })?.size === 0
    if (empty && identityOf(log) === this.#logIdentity) rmSync(log, { force: true })
  }

  /** Removes the index of a log that once could not be folded in; this connection keeps its own in memory and would leave it. */
  removeLogIndex(): void {
    rmSync(`${this.#file}-shm`, { force: true })
  }

  release(): void {
    markClosed(this.#identity)
    removeLockNote(this.#file)
  }
}
