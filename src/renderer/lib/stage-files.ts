/**
 * Hands what was dropped, chosen or pasted to the host, and gives back what waits for import. Files go one after the other and are
 * handed on in small groups, so that the first are on screen while the last are still on their way.
 */
import type { Staged } from '../../shared/domain/import.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { hostCall } from './transport/host.ts'

/** Most that is taken from the clipboard or out of another program, in bytes. */
export const MOST_PASTED = 50 * 1024 * 1024
/** Largest file that is handed over, in bytes; the core has the same limit. */
const MOST_STAGED = 300 * 1024 * 1024
/** Milliseconds after which what was staged so far is handed on. */
const GROUP_MS = 400

export interface StageOptions {
  /** A file that cannot be read; the others go on. */
  onFailure: (error: unknown) => void
  /** What was staged since the last time. */
  onStaged?: (staged: Staged[]) => void
  onProgress?: (done: number) => void
  signal?: AbortSignal
}

/** Gives back all that was staged. Never rejects. */
export async function stageFiles(files: readonly File[], { onFailure, onStaged, onProgress, signal }: StageOptions): Promise<Staged[]> {
  const all: Staged[] = []
  let group: Staged[] = []
  let last = performance.now()
  const handOn = (): void => {
    if (group.length > 0) onStaged?.(group)
    group = []
    last = performance.now()
  }
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) break
    try {
      const staged = await hostCall('files.stage', { name: file.name, bytes: await bytesOf(file) })
      all.push(staged)
      group.push(staged)
    } catch (error) {
      onFailure(error)
    }
    onProgress?.(index + 1)
    if (performance.now() - last > GROUP_MS) handOn()
  }
  handOn()
  return all
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  // The core refuses it too, but only once all of it has been carried there.
  if (file.size > MOST_STAGED) throw new ParleyError('file-unreadable', { name: file.name, reason: 'too-large' })
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    throw new ParleyError('file-unreadable', { name: file.name }, { cause })
  }
}

/** Pasted text waits for import like a file in UTF-8. Throws `file-unreadable` (`pasted-too-large`) past the limit. */
export function stageText(name: string, text: string): Promise<Staged> {
  return stageBytes(name, text)
}

/**
 * A piece of a page waits for import as a page of its own: the reader of pages takes its text out, and nothing of it is ever shown as
 * it is.
 */
export function stageHtml(name: string, html: string): Promise<Staged> {
  return stageBytes(name, `<!doctype html><meta charset="utf-8">\n${html}`)
}

async function stageBytes(name: string, text: string): Promise<Staged> {
  // A first look without a copy: a unit of UTF-16 is at least one byte of UTF-8.
  const bytes = text.length > MOST_PASTED ? null : new TextEncoder().encode(text)
  if (bytes === null || bytes.byteLength > MOST_PASTED)
    throw new ParleyError('file-unreadable', { name, reason: 'pasted-too-large', megabytes: MOST_PASTED / (1024 * 1024) })
  return hostCall('files.stage', { name, bytes })
}
