/** Which reports belong to an import that is at work now. A report that says so and is not here was broken off by a crash. */
import type { LibraryFile } from '../store/library-file.ts'

const live = new WeakMap<LibraryFile, Set<number>>()

export const isLive =
  (library: LibraryFile) =>
  (runId: number): boolean =>
    live.get(library)?.has(runId) ?? false

export function begin(library: LibraryFile, runId: number): void {
  live.set(library, (live.get(library) ?? new Set()).add(runId))
}

export function end(library: LibraryFile, runId: number): void {
  live.get(library)?.delete(runId)
}
