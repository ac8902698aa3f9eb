/** The libraries opened lately, newest first. Ids stand for paths, so that the page can ask for one without knowing where it is. */
import { randomUUID } from 'node:crypto'
import type { HostOutput } from '../shared/rpc/host-port.ts'
import { folderName, libraryName } from './file-names.ts'
import type { JsonFile } from './json-file.ts'
import type { ShellState } from './settings.ts'

const LONGEST = 10

export interface Recent {
  list(): HostOutput<'libraries.recent'>
  /** Path behind an id, or null. */
  path(recentId: string): string | null
  /** Puts a library at the top. */
  add(path: string): void
  subscribe(listener: () => void): void
}

/** `save` writes the state and may fail without harm: the list is a convenience. */
export function createRecent(state: JsonFile<ShellState>, save: (next: ShellState) => void): Recent {
  const entries = () => state.get().recent
  const listeners = new Set<() => void>()
  return {
    list: () => entries().map(({ recentId, path }) => ({ recentId, name: libraryName(path), folder: folderName(path) })),
    path: (recentId) => entries().find((entry) => entry.recentId === recentId)?.path ?? null,
    add(path) {
      const recentId = entries().find((entry) => entry.path === path)?.recentId ?? randomUUID()
      const recent = [{ recentId, path }, ...entries().filter((entry) => entry.path !== path)].slice(0, LONGEST)
      save({ ...state.get(), recent })
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => void listeners.add(listener),
  }
}
