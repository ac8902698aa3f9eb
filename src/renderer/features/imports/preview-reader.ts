/**
 * Reads staged files for the review, a few at a time and in order, so that the first are on screen while the last wait. A file that is
 * read again (another encoding, a password, other columns) goes first; an answer that is out of date by then is dropped.
 */
import type { ImportPreview, ImportSource, Staged } from '../../../shared/domain/import.ts'
import { ParleyError } from '../../../shared/rpc/envelope.ts'
import { sharedClient } from '../../lib/transport/client.ts'

export type HowToRead = Omit<ImportSource, 'stagedId'>

export interface FileReading {
  readonly staged: Staged
  readonly how: HowToRead
  /** As it was read last; null: not yet. */
  readonly preview: ImportPreview | null
  readonly isReading: boolean
  /** Why there was no answer at all. */
  readonly error: ParleyError | null
}

export type Preview = (items: ImportSource[]) => Promise<ImportPreview[]>

/** At once: few enough that the first come soon, enough that ten thousand do not take ten thousand calls. */
const GROUP = { files: 8, bytes: 4 * 1024 * 1024 }
const LANES = 2

export class PreviewReader {
  readonly #ask: Preview
  readonly #listeners = new Set<() => void>()
  #files: readonly FileReading[] = []
  #waiting: string[] = []
  #lanes = 0
  #isOn = false

  constructor(ask: Preview = (items) => sharedClient().call('imports.preview', { items })) {
    this.#ask = ask
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly files = (): readonly FileReading[] => this.#files

  /** Goes on with what waits. */
  start(): void {
    this.#isOn = true
    this.#fill()
  }
  /** Nothing more is asked for; answers that come are still taken. */
  stop(): void {
    this.#isOn = false
  }

  /** The files to be read; those known already stay as they are. */
  want(staged: readonly Staged[]): void {
    const known = new Set(this.#files.map((file) => file.staged.stagedId))
    const added = staged.filter(({ stagedId }) => !known.has(stagedId))
    if (added.length === 0) return
    this.#waiting.push(...added.map(({ stagedId }) => stagedId))
    this.#set([...this.#files, ...added.map((each) => ({ staged: each, how: {}, preview: null, isReading: true, error: null }))])
    this.#fill()
  }

  /** Reads a file again in another way; what is not named stays, what is undefined is left to the reader again. */
  readAgain(stagedId: string, how: HowToRead): void {
    const merged = (before: HowToRead): HowToRead =>
      Object.fromEntries(Object.entries({ ...before, ...how }).filter(([, value]) => value !== undefined))
    this.#change(stagedId, (file) => ({ ...file, how: merged(file.how), isReading: true }))
    this.#waiting = [stagedId, ...this.#waiting.filter((id) => id !== stagedId)]
    this.#fill()
  }

  #fill(): void {
    while (this.#isOn && this.#lanes < LANES && this.#waiting.length > 0) {
      this.#lanes++
      void this.#read(this.#next()).finally(() => {
        this.#lanes--
        this.#fill()
      })
    }
  }

  /** The first file alone: it is the one that is looked at. */
  #next(): FileReading[] {
    const byId = new Map(this.#files.map((file) => [file.staged.stagedId, file]))
    const isFirst = this.#files.every((file) => file.preview === null)
    const group: FileReading[] = []
    let bytes = 0
    while (this.#waiting.length > 0 && group.length < (isFirst ? 1 : GROUP.files)) {
      const file = byId.get(this.#waiting[0] ?? '')
      if (file && group.length > 0 && bytes + file.staged.bytes > GROUP.bytes) break
      this.#waiting.shift()
      if (file) group.push(file)
      bytes += file?.staged.bytes ?? 0
    }
    return group
  }

  async #read(group: readonly FileReading[]): Promise<void> {
    if (group.length === 0) return
    try {
      const previews = await this.#ask(group.map(({ staged, how }) => ({ stagedId: staged.stagedId, ...how })))
      const byId = new Map(previews.map((preview) => [preview.stagedId, preview]))
      this.#answer(group, (file) => ({ preview: byId.get(file.staged.stagedId) ?? null, error: null }))
    } catch (error) {
      // One of them spoils the call for all: each for itself says which.
      if (group.length > 1) for (const file of group) await this.#read([file])
      else this.#answer(group, () => ({ error: error instanceof ParleyError ? error : new ParleyError('internal') }))
    }
  }

  #answer(group: readonly FileReading[], answer: (file: FileReading) => Partial<FileReading>): void {
    const asked = new Map(group.map((file) => [file.staged.stagedId, file.how]))
    this.#set(
      this.#files.map((file) => (asked.get(file.staged.stagedId) === file.how ? { ...file, ...answer(file), isReading: false } : file)),
    )
  }

  #change(stagedId: string, change: (file: FileReading) => FileReading): void {
    this.#set(this.#files.map((file) => (file.staged.stagedId === stagedId ? change(file) : file)))
  }
  #set(files: readonly FileReading[]): void {
    this.#files = files
    for (const listener of this.#listeners) listener()
  }
}
