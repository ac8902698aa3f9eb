/** What hosts ask of the core beyond the contract: open and close libraries, hand over bytes, fetch outputs. */
import { rm } from 'node:fs/promises'
import type { CoreControl } from '../shared/rpc/core-control.ts'
import type { CoreEvent } from '../shared/rpc/events.ts'
import type { LibraryStatus } from '../shared/domain/library.ts'
import { seedCodebook } from './seed.ts'
import { fillSample } from './sample.ts'
import type { Session } from './session.ts'
import { libraryStatus } from './status.ts'
import { writeFileAtomic } from './store/atomic-file.ts'
import { indexArticle } from './store/full-text.ts'
import { createLibraryFile, openLibraryFile, type LibraryFile, type LibraryOptions } from './store/library-file.ts'

export function createControl(session: Session, emit: (event: CoreEvent) => void): CoreControl {
  const options = (): LibraryOptions => ({
    clock: session.clock,
    uid: session.uid,
    coder: session.coder,
    afterApply: (db, rows) =>
      new Set(rows.filter((row) => row.tbl === 'article').map((row) => row.rowId)).forEach((id) => indexArticle(db, id)),
  })

  /** The new library is opened before the old one is closed, so that a failure leaves the old one in place. */
  async function replace(open: () => LibraryFile): Promise<LibraryStatus> {
    const next = open()
    await session.jobs.stopAll()
    session.library?.close()
    session.library = next
    return announce()
  }
  function announce(): LibraryStatus {
    const status = libraryStatus(session)
    emit({ event: 'libraryOpened', payload: { status } })
    return status
  }
  /** The same file cannot be held twice: it is closed first, there is nothing to fall back to. */
  async function releaseIfSame(path: string): Promise<void> {
    if (session.library?.path !== path) return
    await session.jobs.stopAll()
    session.library.close()
    session.library = null
  }
  function create(path: string): LibraryFile {
    const library = createLibraryFile(path, options())
    seedCodebook(library, session.uid)
    return library
  }

  return {
    createLibrary: (path) => replace(() => create(path)),
    async openLibrary(path, open = {}) {
      await releaseIfSame(path)
      return replace(() => openLibraryFile(path, { ...options(), ...open }))
    },
    async openSample(path) {
      await releaseIfSame(path)
      await rm(path, { force: true })
      const library = create(path)
      try {
        await fillSample(library, session)
        library.setCoder(session.coder)
      } catch (error) {
        library.close()
        await rm(path, { force: true })
        throw error
      }
      return replace(() => library)
    },
    async closeLibrary() {
      await session.jobs.stopAll()
      session.library?.close()
      session.library = null
      return announce()
    },
    backupLibrary: (path) => session.opened().backup(path),
    async setCoder(name) {
      session.coder = name
      session.library?.setCoder(name)
      emit({ event: 'changed', payload: { touches: ['library'] } })
    },
    stageBytes: async (name, bytes) => session.staging.addBytes(name, bytes),
    stagePath: (path) => session.staging.addPath(path),
    readOutput: async (outputId) => session.outputs.get(outputId),
    writeOutput: async (outputId, path) => writeFileAtomic(path, session.outputs.get(outputId).bytes),
    async shutdown() {
      await session.jobs.stopAll()
      session.library?.close()
      session.library = null
    },
  }
}
