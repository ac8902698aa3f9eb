/**
 * What a host may ask of the core beyond the contract: paths, bytes, life and death of a library. Hosts only:
 * nothing here is reachable from a renderer or over HTTP. Failures are ParleyError with a code of the envelope.
 */
import type { Staged } from '../domain/import.ts'
import type { LibraryStatus } from '../domain/library.ts'
import type { Envelope } from './envelope.ts'
import type { CoreEvent } from './events.ts'

export interface OutputBytes {
  name: string
  mediaType: string
  bytes: Uint8Array
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
