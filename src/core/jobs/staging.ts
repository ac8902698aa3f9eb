/**
 * Staged files: bytes that a host has handed over, or a path that it vouches for, waiting to be previewed and imported.
 * The renderer knows them by id only. Bytes live in memory; a path is read again each time, and refused where it is not what was shown.
 */
import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportProblem, Staged } from '../../shared/domain/import.ts'
import type { StagedPaths } from '../../shared/rpc/core-control.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { MOST_FILES } from '../../shared/util/folder-files.ts'
import { KeptReadings } from '../importers/kept-readings.ts'
import { changedSince } from '../importers/staged-reading.ts'
import { filesIn } from './folder-files.ts'

/** Largest single file that is staged, and all staged bytes together. */
export const MAX_STAGED_BYTES = 300 * 1024 * 1024
const MAX_HELD_BYTES = 600 * 1024 * 1024

/** `changedAt`: when the file was written last, in milliseconds, as the system has it. */
type Source = { bytes: Uint8Array } | { path: string; changedAt: number }

interface StagedFile {
  name: string
  size: number
  source: Source
  /** Hash of what a person was shown of it last. */
  shown?: string
}

export class Staging {
  readonly #files = new Map<string, StagedFile>()
  readonly #newId: () => string
  /** Staged bytes that are held in memory. */
  #held = 0
  /** What was read of them, for as long as they wait. */
  readonly readings = new KeptReadings()

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** Keeps bytes under a new id. Throws `file-unreadable` past the limits. */
  addBytes(name: string, bytes: Uint8Array): Staged {
    if (bytes.byteLength > MAX_STAGED_BYTES || this.#held + bytes.byteLength > MAX_HELD_BYTES)
      throw new ParleyError('file-unreadable', { name, reason: 'too-large' })
    this.#held += bytes.byteLength
    return this.#add(name, bytes.byteLength, { bytes })
  }

  /** Remembers a regular file. Throws `file-unreadable` for anything else. */
  async addPath(path: string): Promise<Staged> {
    const name = basename(path)
    const info = await stat(path).catch((cause: unknown) => {
      throw new ParleyError('file-unreadable', { name, reason: 'gone' }, { cause })
    })
    if (!info.isFile()) throw new ParleyError('file-unreadable', { name, reason: 'not-a-file' })
    return this.#add(name, info.size, { path, changedAt: info.mtimeMs })
  }

  /** Remembers files, and those in folders. What was named and cannot be read is in `refused`; what is passed over in a folder is counted. */
  async addPaths(paths: readonly string[]): Promise<StagedPaths> {
    const staged: Staged[] = []
    const refused: { name: string; problem: ImportProblem }[] = []
    let left = 0
    let passed = 0
    for (const path of paths) {
      const found = await filesIn(path, MOST_FILES - staged.length)
      left += found?.left ?? 0
      passed += found?.passed ?? 0
      for (const name of found?.unreadable ?? []) refused.push({ name, problem: { code: 'unreadable', details: { reason: 'folder' } } })
      if (found && found.files.length + found.left + found.unreadable.length === 0)
        refused.push({ name: basename(path), problem: { code: 'unreadable', details: { reason: 'no-files' } } })
      for (const file of found?.files ?? [path]) {
        if (staged.length >= MOST_FILES) left += 1
        else
          await this.addPath(file).then(
            (one) => staged.push(one),
            (error: unknown) => refused.push(refusal(error)),
          )
      }
    }
    return { staged, refused, left, passed }
  }

  /** Throws `staged-gone` for an id that is not there. */
  nameOf(stagedId: string): { name: string; size: number } {
    const { name, size } = this.#file(stagedId)
    return { name, size }
  }

  /**
   * The bytes, or why they cannot be had now. A file that was written since is refused, unless it is to be shown anew (`isShown`). Never
   * reads more than the limit, whatever the file has become.
   */
  async read(stagedId: string, isShown = false): Promise<{ bytes: Uint8Array } | { problem: ImportProblem }> {
    const file = this.#file(stagedId)
    const { name, source } = file
    if ('bytes' in source) return { bytes: source.bytes }
    // O_NONBLOCK: a file that was swapped for a pipe must not hang the core.
    const handle = await open(source.path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null)
    if (!handle) return { problem: { code: 'gone', details: { name } } }
    try {
      const info = await handle.stat()
      if (!info.isFile()) return { problem: { code: 'unreadable', details: { name } } }
      // Where it is known what was shown, the bytes themselves say whether they are others: a copy of the same may be newer.
      const isWritten = info.size !== file.size || (file.shown === undefined && info.mtimeMs !== source.changedAt)
      if (isWritten && !isShown) return { problem: changedSince(name) }
      if (info.size > MAX_STAGED_BYTES)
        return { problem: { code: 'too-large', details: { name, bytes: info.size, limit: MAX_STAGED_BYTES } } }
      file.size = info.size
      source.changedAt = info.mtimeMs
      return { bytes: await handle.readFile() }
    } catch {
      return { problem: { code: 'unreadable', details: { name } } }
    } finally {
      await handle.close()
    }
  }

  /** Keeps the hash of what a person is shown of a file. */
  shown(stagedId: string, sha256: string): void {
    this.#file(stagedId).shown = sha256
  }

  /** Whether a file with this hash is what was shown, or nothing was. */
  isAsShown(stagedId: string, sha256: string): boolean {
    const { shown } = this.#file(stagedId)
    return shown === undefined || shown === sha256
  }

  discard(stagedIds: readonly string[]): void {
    for (const id of stagedIds) {
      const file = this.#files.get(id)
      if (file && 'bytes' in file.source) this.#held -= file.size
      this.#files.delete(id)
      this.readings.drop(id)
    }
  }

  #add(name: string, size: number, source: Source): Staged {
    const stagedId = this.#newId()
    this.#files.set(stagedId, { name, size, source })
    return { stagedId, name, bytes: size }
  }

  #file(stagedId: string): StagedFile {
    const file = this.#files.get(stagedId)
    if (!file) throw new ParleyError('staged-gone')
    return file
  }
}

/** A file that is not there stops no other. */
function refusal(error: unknown): StagedPaths['refused'][number] {
  if (!(error instanceof ParleyError) || error.code !== 'file-unreadable') throw error
  const { name, reason } = error.details
  return { name: String(name), problem: { code: reason === 'gone' ? 'gone' : 'unreadable', details: { reason: String(reason) } } }
}
