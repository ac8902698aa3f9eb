/**
 * What a host may ask of the core beyond the contract: paths, bytes, life and death of a library. Hosts only:
 * nothing here is reachable from a renderer or over HTTP. Failures are ParleyError with a code of the envelope.
 */
import type { ImportProblem, Staged } from '../domain/import.ts'
import type { LibraryStatus } from '../domain/library.ts'
import type { Envelope } from './envelope.ts'
import type { CoreEvent } from './events.ts'

export interface OutputBytes {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Files and folders that were handed over together. */
export interface StagedPaths {
  readonly staged: readonly Staged[]
  /** What is no file that can be read, by its name. */
  readonly refused: readonly { readonly name: string; readonly problem: ImportProblem }[]
  /** Files of folders that were left, because there are more than are staged at once, or because they lie too deep. */
  readonly left: number
  /** Files of folders that were passed over on purpose. */
  readonly passed: number
}

export interface CoreControl {
  /** Makes an empty library at `path` and opens it. `library-exists` where something is there already. */
  createLibrary(path: string): Promise<LibraryStatus>
  /** Opens a library; closes the one that was open only when the new one has opened. */
  openLibrary(path: string, options?: { readOnly?: boolean }): Promise<LibraryStatus>
  /** Opens the sample library at `path`; builds it first where there is no file. One that is there keeps what was done in it. */
  openSample(path: string): Promise<LibraryStatus>
  closeLibrary(): Promise<LibraryStatus>
  /** Writes a checked copy of the open library; temp file, fsync, rename. */
  backupLibrary(path: string): Promise<void>
  /** Name under which changes are recorded from now on. */
  setCoder(name: string): Promise<void>
  stageBytes(name: string, bytes: Uint8Array): Promise<Staged>
  /** Remembers a path to be read at preview and import; refuses all but regular files. */
  stagePath(path: string): Promise<Staged>
  /**
   * Remembers files, and all files in folders and the folders in them: at most 10,000, in the order of their names. What is hidden or kept
   * by systems and browsers for themselves, links, and what is no regular file are passed over in folders and counted; what was named itself
   * and cannot be read, and folders that cannot be read or hold nothing, are in `refused`.
   */
  stagePaths(paths: readonly string[]): Promise<StagedPaths>
  readOutput(outputId: string): Promise<OutputBytes>
  /** Writes an output to `path`: temp file in the same folder, fsync, rename. */
  writeOutput(outputId: string, path: string): Promise<void>
  /** Stops jobs at a document boundary, checkpoints, closes. */
  shutdown(): Promise<void>
}

export interface Core {
  call(name: string, input: unknown): Promise<Envelope>
  subscribe(listener: (event: CoreEvent) => void): () => void
  control: CoreControl
}
