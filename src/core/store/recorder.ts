/**
 * Writes steps. Everything that a step changes is captured, appended to the history and committed with it, or nothing is. Undo and
 * redo are steps that apply recorded rows. Knows nothing of files: whether writing is allowed is decided before.
 */
import { ParleyError } from '../../shared/rpc/envelope.ts'
import type { HistoryState, Step } from '../../shared/domain/history.ts'
import { installCapture, type Change } from './capture.ts'
import { keepingRules } from './codebook-rules.ts'
import { facesOf, type Faces, type RawDatabase, type Statement } from './connection.ts'
import { keepIndex } from './full-text.ts'
import * as history from './history.ts'
import type { LibraryOptions } from './library-types.ts'
import { keepSignatures } from './signatures.ts'
import { keepStatementsOf } from './statement-columns.ts'
import { systemCode, translateSqlite } from './sqlite-errors.ts'
import { explainConflict } from './step-conflict.ts'
import type { ReadDb, StepLabel, WriteDb } from './types.ts'
import { makeApplier, type Applier } from './undo.ts'

export class Recorder {
  readonly #raw: RawDatabase
  readonly #options: LibraryOptions
  readonly #faces: Faces
  readonly #begin: Statement
  readonly #commit: Statement
  readonly #applier: Applier
  #coder: string
  /** Coder of the last step, whose row is therefore there to stay. */
  #committed: { id: number; name: string } | null = null
  #head: history.Head
  /** Changes of the step that is open; null where none is. */
  #captured: Change[] | null = null
  /** What waits for the open step to be in the history. */
  #waiting: ((seq: number) => void)[] = []

  /** Only reads. Throws `library-damaged` where the history cannot be read. */
  constructor(raw: RawDatabase, options: LibraryOptions) {
    this.#raw = raw
    this.#options = options
    this.#coder = coderName(options.coder)
    this.#faces = facesOf(
      raw,
      () => this.#captured !== null,
      (fn) => void this.#waiting.push(fn),
    )
    keepStatementsOf([this.#faces.read, this.#faces.write], () => this.#captured ?? [])
    this.#begin = raw.prepare('BEGIN IMMEDIATE')
    this.#commit = raw.prepare('COMMIT')
    this.#head = history.readHead(this.#faces.read)
    this.#applier = makeApplier(raw)
    installCapture(raw, (change) => {
      if (this.#captured === null) throw new Error('a change needs a step')
      this.#captured.push(change)
    })
  }

  get read(): ReadDb {
    return this.#faces.read
  }

  /** Whether a step is open. */
  get busy(): boolean {
    return this.#captured !== null
  }

  write<T>(label: StepLabel, fn: (db: WriteDb) => T): T {
    return this.#step(label, 'ordinary', fn)
  }

  setUp<T>(fn: (db: WriteDb) => T): T {
    if (this.#head.seq > 0) throw new Error('a library is set up before its first step')
    return this.#step({ kind: history.setUpKind, subject: null, count: 1 }, 'start', fn)
  }

  state(): HistoryState {
    return history.historyState(this.read, this.#head)
  }

  setCoder(name: string): void {
    this.#coder = coderName(name)
  }

  coderId(): number {
    if (this.#committed?.name === this.#coder) return this.#committed.id
    const known = this.read.get<{ id: number }>('SELECT id FROM coder WHERE name = ?', [this.#coder])
    if (known) return known.id
    return this.#faces.write.run('INSERT INTO coder(uid, name) VALUES (?, ?)', [this.#options.uid(), this.#coder]).lastId
  }

  /** Takes the last step back, or does the last one taken back again; null where there is none. */
  move(way: 'undo' | 'redo'): Step | null {
    const target = history.stepInWordsOf(this.read, this.#head[way])
    if (!target) return null
    this.#inAnyOrder((deferred) => this.#apply(way, target, deferred))
    return { ...target, state: way === 'undo' ? 'undone' : 'done' }
  }

  /**
   * Takes one step back by itself, also where others followed: an ordinary step, which undo takes back in turn. Throws `not-found`, and
   * `undo-conflict` where it was taken back already (`what: 'undone'`), where a later step changed the same (with that step in the details),
   * or where what is put back no longer goes with what is there (`what: 'constraint'`).
   */
  revert(seq: number): Step {
    const target = history.stepInWordsOf(this.read, seq)
    if (!target) throw new ParleyError('not-found', { what: 'step', id: seq })
    if (target.state !== 'done') throw new ParleyError('undo-conflict', { table: null, what: target.state })
    const last = seq === this.#head.undo ? this.move('undo') : null
    if (last) return last
    try {
      this.#inAnyOrder((deferred) => this.#revert(target, deferred))
    } catch (error) {
      throw explainConflict(this.read, seq, error)
    }
    return target
  }

  /** The same for steps that belong together, in one step of the kind given. */
  revertAll(seqs: readonly number[], kind: string): void {
    const targets = seqs.toSorted((a, b) => a - b).map((seq) => history.stepInWordsOf(this.read, seq))
    const [first] = targets
    if (!first) throw new ParleyError('not-found', { what: 'step', id: seqs[0] ?? 0 })
    const count = targets.reduce((sum, target) => sum + (target?.count ?? 0), 0)
    const label = { kind, subject: first.subject, count }
    this.#inAnyOrder((deferred) =>
      this.#step(label, 'ordinary', (db) => {
        if (deferred) this.#raw.pragma('defer_foreign_keys = ON')
        const changes = targets.flatMap((target) => (target ? history.changesOf(db, target.seq) : []))
        keepingRules(db, changes, () => this.#applier.backAlone(db, changes))
      }),
    )
  }

  #revert(target: Step, deferred: boolean): void {
    this.#step({ kind: history.revertKind, subject: target.subject, count: target.count }, 'ordinary', (db) => {
      if (deferred) this.#raw.pragma('defer_foreign_keys = ON')
      const changes = history.changesOf(db, target.seq)
      keepingRules(db, changes, () => this.#applier.backAlone(db, changes))
    })
  }

  /**
   * Rows that one statement changed together may refer to each other in any order; only then are references checked at the end.
   * Not always, because the switch makes the engine prepare every statement anew, which costs more than the rest of an undo.
   */
  #inAnyOrder(work: (deferred: boolean) => void): void {
    try {
      work(false)
    } catch (error) {
      if (!isReferenceError(error)) throw error
      try {
        work(true)
      } catch (again) {
        if (!isReferenceError(again)) throw again
        throw new ParleyError('undo-conflict', { table: null, what: 'constraint' }, { cause: again })
      }
    }
  }

  #apply(way: 'undo' | 'redo', target: Step, deferred: boolean): void {
    const back = way === 'undo'
    const label = { kind: back ? history.undoKind : history.redoKind, subject: target.subject, count: target.count }
    const apply = (db: WriteDb) => {
      if (deferred) this.#raw.pragma('defer_foreign_keys = ON')
      const changes = history.changesOf(db, target.seq)
      if (back) this.#applier.back(db, changes)
      else this.#applier.forth(db, changes)
    }
    this.#step(label, { undoes: target.seq }, apply, back ? history.markUndone : history.markRedone)
  }

  /** `finish` has the last word on where the history stands, inside the same transaction. */
  #step<T>(
    label: StepLabel,
    place: history.NewStep['place'],
    fn: (db: WriteDb) => T,
    finish: (db: WriteDb, head: history.Head) => history.Head = (_, head) => head,
  ): T {
    let head = this.#head
    let coder = this.#committed
    try {
      this.#begin.run()
      this.#captured = []
      const db = this.#faces.write
      const result = refusePromise(fn(db))
      if (typeof place === 'object' && this.#captured.length === 0) throw new Error('the step to apply changed nothing')
      if (this.#captured.length > 0) {
        keepIndex(db, this.#captured)
        keepSignatures(db, this.#captured)
        coder = { id: this.coderId(), name: this.#coder }
        head = finish(db, history.appendStep(db, head, { label, at: this.#options.clock(), coder, changes: this.#captured, place }))
        for (const recorded of this.#waiting) recorded(head.seq)
      }
      this.#commit.run()
      this.#head = head
      this.#committed = coder
      return result
    } catch (error) {
      throw translateSqlite(error)
    } finally {
      this.#captured = null
      this.#waiting = []
      if (this.#raw.inTransaction) this.#raw.exec('ROLLBACK')
    }
  }
}

/** A broken reference, met directly or while a row was put back. */
function isReferenceError(error: unknown): boolean {
  const cause = error instanceof ParleyError ? error.cause : error
  return systemCode(cause) === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

function coderName(name: string): string {
  const trimmed = name.trim().toWellFormed()
  if (trimmed === '') throw new ParleyError('invalid-input', { field: 'coder', problem: 'empty' })
  return trimmed
}

/** What runs in a transaction cannot wait: the promise would go on after the commit. */
export function refusePromise<T>(result: T): T {
  if (result instanceof Promise) throw new TypeError('a step cannot wait')
  return result
}
