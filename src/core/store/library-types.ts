/** What the rest of the core sees of a library: the promises, without how they are kept. */
import type { HistoryState, Step } from '../../shared/domain/history.ts'
import type { StoreCheck } from './check.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'

export interface LibraryOptions {
  clock: () => number
  uid: () => string
  /** Name of the person at this copy. */
  coder: string
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
  /**
   * Takes one step back by itself, also where others followed, and returns it; that is a new step. Throws `not-found`, and `undo-conflict`
   * with the later step that changed the same in its details.
   */
  revert(seq: number): Step
  /** Takes steps back that belong together, as one new step of this kind. Throws `not-found` and `undo-conflict`. */
  revertAll(seqs: readonly number[], kind: string): void
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
