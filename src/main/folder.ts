/** The files in a folder that a person has chosen or opened with Parley, as absolute paths in the order of their names. Links are not followed. */
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDropping, isForeignFolder, MOST_DEPTH, MOST_FILES, pageFolders } from '../shared/util/folder-files.ts'

export interface FolderFiles {
  paths: string[]
  /** Folders that could not be read. */
  unreadable: string[]
}

/** At most MOST_FILES of them; null for what is no folder. Never rejects. */
export async function filesInFolder(folder: string): Promise<FolderFiles | null> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) return null
  const found: FolderFiles = { paths: [], unreadable: [] }
  await walk(folder, found, 0)
  return found
}

async function walk(folder: string, found: FolderFiles, depth: number): Promise<void> {
  const entries: Dirent[] | null = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) return void found.unreadable.push(folder)
  const names = (wanted: (entry: Dirent) => boolean): string[] =>
    entries
      .filter(wanted)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
  const files = names((entry) => entry.isFile())
  const folders = names((entry) => entry.isDirectory())
  const belonging = pageFolders(folders, files)
  for (const name of files) {
    if (found.paths.length >= MOST_FILES) return
    if (!isDropping(name)) found.paths.push(join(folder, name))
  }
  for (const name of folders)
    if (depth < MOST_DEPTH && !belonging.has(name) && !isForeignFolder(name)) await walk(join(folder, name), found, depth + 1)
}
