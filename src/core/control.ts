/**
 * What hosts ask of the core beyond the contract: open and close libraries, hand over bytes, fetch outputs. Whatever changes
 * which library is open goes in turn: two such wishes at once (a double click, two windows) never meet half-way.
 */
import { existsSync, rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { CoreControl } from '../shared/rpc/core-control.ts'
import type { CoreEvent } from '../shared/rpc/events.ts'
import type { LibraryStatus } from '../shared/domain/library.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { settleHeld } from './held.ts'
import { settleCells } from './held-cells.ts'
import { readStatementsAhead } from './handlers/with-statements.ts'
import { indexIfNeeded } from './search/index-job.ts'
import { seedCodebook } from './seed.ts'
import { fillSample } from './sample.ts'
import type { Session } from './session.ts'
import { libraryStatus } from './status.ts'
import { writeFileAtomic } from './store/atomic-file.ts'
import { translateFileWrite } from './store/sqlite-errors.ts'
import { createLibraryFile, openLibraryFile, type LibraryFile, type LibraryOptions } from './store/library-file.ts'

export function createControl(session: Session, emit: (event: CoreEvent) => void): CoreControl {
  const options = (): LibraryOptions => ({ clock: session.clock, uid: session.uid, coder: session.coder })

  let turn: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  /** The new library is opened before the old one is closed, so that a failure leaves the old one in place. */
  async function replace(open: () => LibraryFile): Promise<LibraryStatus> {
    const next = open()
    await release()
    session.library = next
    const status = announce()
    indexIfNeeded(session)
    readStatementsAhead(session)
    return status
  }
  async function release(): Promise<void> {
    await session.jobs.stopAll()
    if (session.library) {
      settleHeld(session)
      settleCells(session)
    }
    session.library?.close()
    session.library = null
  }
  function announce(): LibraryStatus {
    const status = libraryStatus(session)
    emit({ event: 'libraryOpened', payload: { status } })
    return status
  }
  /** The same file cannot be held twice: it is closed first, and where it cannot be opened again the views hear that none is open. */
  async function open(path: string, how: { readOnly?: boolean } = {}): Promise<LibraryStatus> {
    const isSame = session.library?.path === path
    if (isSame) await release()
    try {
      return await replace(() => openLibraryFile(path, { ...options(), ...how }))
    } catch (error) {
      if (isSame) announce()
      throw error
    }
  }
  /** Made beside its place and put there when complete: a core that dies half-way leaves no half sample. */
  async function makeSample(path: string): Promise<void> {
    const unfinished = `${path}.${process.pid}.unfinished`
    const clear = (): Promise<unknown> => Promise.all(['', '-wal', '-shm', '-journal'].map((end) => rm(unfinished + end, { force: true })))
    await clear()
    try {
      const library = create(unfinished)
      try {
        await fillSample(library, session)
      } finally {
        library.close()
      }
      if (existsSync(path)) throw new ParleyError('library-exists')
      await rename(unfinished, path)
    } catch (error) {
      await clear()
      throw translateFileWrite(error)
    }
  }
  function create(path: string): LibraryFile {
    const library = createLibraryFile(path, options())
    try {
      seedCodebook(library, session.uid)
      return library
    } catch (error) {
      library.close()
      rmSync(path, { force: true })
      throw error
    }
  }

  return {
    createLibrary: (path) => inTurn(() => replace(() => create(path))),
    openLibrary: (path, how) => inTurn(() => open(path, how)),
    openSample: (path) =>
      inTurn(async () => {
        if (!existsSync(path)) await makeSample(path)
        return open(path)
      }),
    closeLibrary: () => inTurn(() => release().then(announce)),
    backupLibrary: (path) => session.opened().backup(path),
    async setCoder(name) {
      session.coder = name
      session.library?.setCoder(name)
      emit({ event: 'changed', payload: { touches: ['library'] } })
    },
    stageBytes: async (name, bytes) => session.staging.addBytes(name, bytes),
    stagePath: (path) => session.staging.addPath(path),
    stagePaths: (paths) => session.staging.addPaths(paths),
    readOutput: async (outputId) => session.outputs.get(outputId),
    writeOutput: async (outputId, path) => writeFileAtomic(path, session.outputs.get(outputId).bytes),
    shutdown: () =>
      inTurn(async () => {
        await release()
        await session.parsers.close()
      }),
  }
}
