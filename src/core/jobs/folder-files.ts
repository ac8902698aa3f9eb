/**
 * The files of a folder and of the folders in it, in the order of their names. Passed over: what is hidden, what systems and browsers keep
 * for themselves, links (which may lead in circles or out of the folder), and whatever is no regular file. All of it is counted.
 */
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isDropping, isForeignFolder, MOST_DEPTH, MOST_FILES, pageFolders } from '../../shared/util/folder-files.ts'

export interface FolderFiles {
  files: string[]
  /** Files past `most`, or too deep; of a folder that lies too deep, or is very large, only the files that were counted. */
  left: number
  /** Files that are not meant: parts of saved pages, what is hidden, what systems keep; links and what is no regular file. */
  passed: number
  /** Names of folders that could not be read. */
  unreadable: string[]
}

/** At most `most` files; null where the path is no folder. Never rejects. */
export async function filesIn(path: string, most: number): Promise<FolderFiles | null> {
  const info = await stat(path).catch(() => null)
  if (!info?.isDirectory()) return null
  const found: FolderFiles = { files: [], left: 0, passed: 0, unreadable: [] }
  await collect(path, 0, most, found)
  return found
}

async function collect(folder: string, depth: number, most: number, found: FolderFiles): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] | null => null)
  if (entries === null) return void found.unreadable.push(basename(folder))
  const named = (wanted: (entry: Dirent) => boolean): string[] =>
    entries
      .filter(wanted)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
  const all = named((entry) => entry.isFile())
  const files = all.filter((name) => !isDropping(name))
  const folders = named((entry) => entry.isDirectory())
  const ofPages = pageFolders(folders, files)
  const room = Math.max(0, most - found.files.length)
  found.files.push(...files.slice(0, room).map((name) => join(folder, name)))
  found.left += Math.max(0, files.length - room)
  found.passed += entries.length - folders.length - files.length
  for (const name of folders) {
    const inside = join(folder, name)
    if (ofPages.has(name) || isForeignFolder(name)) found.passed += await countIn(inside)
    else if (depth < MOST_DEPTH) await collect(inside, depth + 1, most, found)
    else found.left += Math.max(1, await countIn(inside))
  }
}

/** How many files lie in a folder and those in it; counting ends where it is clear that they are many. */
async function countIn(folder: string): Promise<number> {
  const waiting = [folder]
  let count = 0
  for (let folders = 0; waiting.length > 0 && folders < MOST_FILES && count < MOST_FILES; folders++) {
    const next = waiting.pop() ?? folder
    for (const entry of await readdir(next, { withFileTypes: true }).catch((): Dirent[] => [])) {
      if (entry.isDirectory()) waiting.push(join(next, entry.name))
      else count++
    }
  }
  return count
}
