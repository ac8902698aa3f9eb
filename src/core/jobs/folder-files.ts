/**
 * The files of a folder and of the folders in it, in the order of their names. Passed over: what is hidden, what systems and browsers keep
 * for themselves, links (which may lead in circles or out of the folder), and whatever is no regular file.
 */
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDropping, isForeignFolder, MOST_DEPTH, pageFolders } from '../../shared/util/folder-files.ts'

export interface FolderFiles {
  files: string[]
  /** Files past `most`, as far as they were counted, and folders that lie too deep. */
  left: number
}

/** At most `most` files; null where the path is no folder. Never rejects. */
export async function filesIn(path: string, most: number): Promise<FolderFiles | null> {
  const info = await stat(path).catch(() => null)
  if (!info?.isDirectory()) return null
  const found: FolderFiles = { files: [], left: 0 }
  await collect(path, 0, most, found)
  return found
}

async function collect(folder: string, depth: number, most: number, found: FolderFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => [])
  const named = (wanted: (entry: Dirent) => boolean): string[] =>
    entries
      .filter((entry) => !entry.name.startsWith('.') && wanted(entry))
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
  const files = named((entry) => entry.isFile() && !isDropping(entry.name))
  const folders = named((entry) => entry.isDirectory() && !isForeignFolder(entry.name))
  const ofPages = pageFolders(folders, files)
  const room = Math.max(0, most - found.files.length)
  found.files.push(...files.slice(0, room).map((name) => join(folder, name)))
  found.left += Math.max(0, files.length - room)
  for (const name of folders) {
    if (ofPages.has(name)) continue
    if (depth < MOST_DEPTH) await collect(join(folder, name), depth + 1, most, found)
    else found.left += 1
  }
}
