/**
 * Opening and closing libraries by path, for dialogs, menus, recent ones, arguments and the system's file manager alike. Knows
 * which one is open, keeps the list of recent ones, and never throws away work done in the sample library.
 */
import { existsSync, realpathSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { libraryStatusSchema, type LibraryStatus } from '../shared/domain/library.ts'
import { openEnvelope, ParleyError } from '../shared/rpc/envelope.ts'
import type { CoreProcess } from './core-process.ts'
import { libraryName } from './file-names.ts'
import type { Recent } from './recent.ts'

export interface Libraries {
  create(path: string): Promise<LibraryStatus>
  /** Opens a library, or answers with the status of the one that is open where it is the same file. */
  open(path: string): Promise<LibraryStatus>
  openRecent(recentId: string): Promise<LibraryStatus>
  /** Opens the sample library as it was left, or makes it. */
  openSample(): Promise<LibraryStatus>
  close(): Promise<LibraryStatus>
  /** Writes a checked copy. Throws `library-exists` for the place of the open library itself. */
  backup(path: string): Promise<void>
}

export interface LibrariesOptions {
  core: CoreProcess
  recent: Recent
  /** Folder of the sample library. */
  folder: string
  /** Whether the sample library was made to its end. */
  sampleMade: { get(): boolean; set(made: boolean): void }
  now?: () => Date
}

/** A sample that cannot be read is made anew; what was there is kept beside it. */
const UNREADABLE = new Set(['library-damaged', 'library-not-parley'])

export function createLibraries({ core, recent, folder, sampleMade, now = () => new Date() }: LibrariesOptions): Libraries {
  const sample = join(folder, 'Sample.parley')
  const isOpen = (path: string): boolean => core.openPath() !== null && real(core.openPath() ?? '') === real(path)

  async function status(): Promise<LibraryStatus> {
    return libraryStatusSchema.parse(openEnvelope(await core.call('library.status', {})))
  }

  async function open(path: string): Promise<LibraryStatus> {
    if (isOpen(path)) return status()
    const opened = await core.control.openLibrary(path)
    recent.add(path)
    return opened
  }

  /** The mark comes off first and goes on last: a core that dies half-way leaves half a sample, which is made again. */
  async function makeSample(): Promise<LibraryStatus> {
    sampleMade.set(false)
    const made = await core.control.openSample(sample)
    sampleMade.set(true)
    return made
  }

  return {
    open,
    async create(path) {
      const created = await core.control.createLibrary(path)
      recent.add(path)
      return created
    },
    async openRecent(recentId) {
      const path = recent.path(recentId)
      if (path === null) throw new ParleyError('library-missing', { name: '' })
      return open(path)
    },
    async openSample() {
      if (isOpen(sample)) return status()
      if (!sampleMade.get() || !existsSync(sample)) return makeSample()
      try {
        return await core.control.openLibrary(sample)
      } catch (error) {
        if (!(error instanceof ParleyError) || !UNREADABLE.has(error.code)) throw error
        renameSync(sample, join(folder, `Sample ${now().toISOString().replaceAll(':', '-')}.parley.bad`))
        return makeSample()
      }
    },
    close: () => core.control.closeLibrary(),
    async backup(path) {
      if (isOpen(path)) throw new ParleyError('library-exists', { name: libraryName(path) })
      await core.control.backupLibrary(path)
    },
  }
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
