/** The files of what was dropped, those in folders too, in the order of their names. Folders are read through the entries of the drop. */
import { isDropping, isForeignFolder, MOST_DEPTH, MOST_FILES, pageFolders } from '../../shared/util/folder-files.ts'

export interface FoundFiles {
  files: File[]
  /** Files that were left out on purpose: those of a saved page, and what systems keep for themselves. */
  leftOut: number
  /** There were more than are taken at once. */
  isCut: boolean
  /** Folders and files that could not be read. */
  unreadable: string[]
}

/** Never rejects. Without entries (a drop made by a script) the files are given back as they are. */
export async function filesIn(dropped: { files: readonly File[]; entries: readonly FileSystemEntry[] }): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], leftOut: 0, isCut: false, unreadable: [] }
  if (dropped.entries.length === 0) return { ...found, files: [...dropped.files] }
  await walk(dropped.entries, found, 0)
  return found
}

async function walk(entries: readonly FileSystemEntry[], found: FoundFiles, depth: number): Promise<void> {
  const sorted = entries.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  const folders = sorted.filter(isFolder)
  const files = sorted.filter(isFile)
  const belonging = pageFolders(
    folders.map(({ name }) => name),
    files.map(({ name }) => name),
  )
  for (const file of files) {
    if (found.files.length >= MOST_FILES) return void (found.isCut = true)
    if (isDropping(file.name)) found.leftOut++
    else
      await new Promise<File>((resolve, reject) => file.file(resolve, reject)).then(
        (read) => found.files.push(read),
        () => found.unreadable.push(file.name),
      )
  }
  for (const folder of folders) {
    if (depth >= MOST_DEPTH) return void (found.isCut = true)
    const inside = await childrenOf(folder).catch(() => null)
    if (inside === null) found.unreadable.push(folder.name)
    else if (belonging.has(folder.name) || isForeignFolder(folder.name)) found.leftOut += inside.length
    else await walk(inside, found, depth + 1)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** All entries of a folder: the reader gives them in pieces, and an empty piece at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (piece.length === 0 || all.length > MOST_FILES) return all
    all.push(...piece)
  }
}
