/**
 * Staged files: bytes that a host has handed over, or a path that it vouches for, waiting to be previewed and imported.
 * The renderer knows them by id only. Bytes live in memory; a path is read again each time, so that nothing stale is imported.
 */
import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportProblem, Staged } from '../../shared/domain/import.ts'
import type { StagedPaths } from '../../shared/rpc/core-control.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { MOST_FILES } from '../../shared/util/folder-files.ts'
import { KeptReadings } from '../importers/kept-readings.ts'
import { filesIn } from './folder-files.ts'

/** Largest single file that is staged, and all staged bytes together. */
export const MAX_STAGED_BYTES = 300 * 1024 * 1024
const MAX_HELD_BYTES = 600 * 1024 * 1024

type Source = { bytes: Uint8Array } | { path: string }

export class Staging {
  readonly #files = new Map<string, { name: string; size: number; source: Source }>()
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
    return this.#add(name, info.size, { path })
  }

  /** Remembers files, and those in folders. What was named and cannot be read is in `refused`; what is passed over in a folder is not. */
  async addPaths(paths: readonly string[]): Promise<StagedPaths> {
    const staged: Staged[] = []
    const refused: { name: string; problem: ImportProblem }[] = []
    let left = 0
    for (const path of paths) {
      const found = await filesIn(path, MOST_FILES - staged.length)
      left += found?.left ?? 0
      for (const file of found?.files ?? [path]) {
        if (staged.length >= MOST_FILES) left += 1
        else
          await this.addPath(file).then(
            (one) => staged.push(one),
            (error: unknown) => refused.push(refusal(error)),
          )
      }
    }
    return { staged, refused, left }
  }

  /** Throws `staged-gone` for an id that is not there. */
  nameOf(stagedId: string): { name: string; size: number } {
    const { name, size } = this.#file(stagedId)
    return { name, size }
  }

  /** The bytes, or why they cannot be had now. Never reads more than the limit, whatever the file has become. */
  async read(stagedId: string): Promise<{ bytes: Uint8Array } | { problem: ImportProblem }> {
    const { name, size, source } = this.#file(stagedId)
    if ('bytes' in source) return { bytes: source.bytes }
    if (size > MAX_STAGED_BYTES) return { problem: { code: 'too-large', details: { name, bytes: size, limit: MAX_STAGED_BYTES } } }
    // O_NONBLOCK: a file that was swapped for a pipe must not hang the core.
    const handle = await open(source.path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null)
    if (!handle) return { problem: { code: 'gone', details: { name } } }
    try {
      const info = await handle.stat()
      if (!info.isFile() || info.size !== size) return { problem: { code: 'unreadable', details: { name } } }
      return { bytes: await handle.readFile() }
    } catch {
      return { problem: { code: 'unreadable', details: { name } } }
    } finally {
      await handle.close()
    }
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

  #file(stagedId: string): { name: string; size: number; source: Source } {
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
