/**
 * The libraries of the browser host. A browser has no dialog for places on this machine, so new libraries live in one folder
 * and are known by their names; a library from elsewhere is one that was named at the start. The screen gets ids for paths.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { z } from 'zod'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { makePrivateFolder, writePrivateFile } from './private-files.ts'
import { safeFileName } from './safe-name.ts'
import { say } from './words.ts'

const ending = '.parley'
const kept = 30
const recentFileSchema = z.object({ files: z.array(z.string().min(1)).catch([]) }).catch({ files: [] })

export interface RecentLibrary {
  recentId: string
  name: string
  folder: string
}

export interface LibraryFolder {
  /** Libraries opened before, newest first, then the others of the folder by name. */
  recent(): Promise<RecentLibrary[]>
  /** Path of a library that `recent` has named. Throws `library-missing` for any other id. */
  pathOf(recentId: string): Promise<string>
  /** Puts a library in front of the list. Never fails: a list that cannot be written must not spoil an opening that went well. */
  remember: (path: string) => Promise<void>
  /** Path for a new library of this name, in the folder, which is made where it is missing. */
  newPath(name: string): Promise<string>
  samplePath(): Promise<string>
  /** Path of a dated copy of a library, in the folder's own folder for them. */
  backupPath(libraryName: string, now: Date): Promise<string>
}

/** `folder` holds the libraries, `recentFile` remembers which were opened. */
export function createLibraryFolder(folder: string, recentFile: string): LibraryFolder {
  async function opened(): Promise<string[]> {
    const text = await readFile(recentFile, 'utf8').catch(() => '{}')
    return recentFileSchema.parse(parse(text)).files.map((file) => resolve(file))
  }
  async function paths(): Promise<string[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const here = entries.filter((entry) => entry.isFile() && extname(entry.name) === ending).map((entry) => join(folder, entry.name))
    return [...new Set([...(await opened()), ...here.toSorted()])]
  }
  async function inFolder(...parts: string[]): Promise<string> {
    const path = join(folder, ...parts)
    await makePrivateFolder(dirname(path)).catch((cause: unknown) => {
      throw new ParleyError('file-unwritable', { name: basename(dirname(path)) }, { cause })
    })
    return path
  }
  return {
    recent: async () => (await paths()).map((path) => ({ recentId: idOf(path), name: nameOf(path), folder: basename(dirname(path)) })),
    async pathOf(recentId) {
      const path = (await paths()).find((each) => idOf(each) === recentId)
      if (path === undefined) throw new ParleyError('library-missing')
      return path
    },
    async remember(path) {
      const files = [path, ...(await opened()).filter((each) => each !== path)].slice(0, kept)
      await writePrivateFile(recentFile, JSON.stringify({ files }, null, 2) + '\n').catch(() => undefined)
    },
    newPath: (name) => inFolder(safeFileName(name.replace(/\.parley$/i, '') + ending)),
    samplePath: () => inFolder(safeFileName(say('server.sample.name') + ending)),
    backupPath: (libraryName, now) => inFolder(say('server.backups.folder'), safeFileName(`${libraryName} ${stampOf(now)}${ending}`)),
  }
}

const nameOf = (path: string): string => basename(path, extname(path) === ending ? ending : '')

/** The same library has the same id at every start, and no path can be read from it. */
const idOf = (path: string): string => createHash('sha256').update(path).digest('base64url').slice(0, 22)

/** `2026-11-22 14-03-05.123` in local time: sorts by age, and is a name on every system. */
function stampOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  const time = [two(now.getHours()), two(now.getMinutes()), two(now.getSeconds())].join('-')
  return `${day} ${time}.${String(now.getMilliseconds()).padStart(3, '0')}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return {}
  }
}
