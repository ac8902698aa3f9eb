/**
 * Which file a path means: device and inode. Files that this process has open are kept in a list, because opening and closing
 * such a file a second time by any means other than the engine would silently drop the engine's lock on it (POSIX locks belong
 * to the process, not to the handle).
 */
import { statSync } from 'node:fs'

const openHere = new Set<string>()

/** Device and inode of what is at `path`, or null where nothing is. */
export function identityOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : null
}

export function markOpen(identity: string): void {
  openHere.add(identity)
}

export function markClosed(identity: string): void {
  openHere.delete(identity)
}

/** Whether this process has the file open as a library. */
export function isOpenHere(identity: string | null): boolean {
  return identity !== null && openHere.has(identity)
}
