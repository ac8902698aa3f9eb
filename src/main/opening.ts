/**
 * What is opened from outside: by an argument, a second start, or the system's file manager. A library is opened, any other file waits to be
 * imported. Nobody on the page asked, so failures are told as events.
 */
import { basename } from 'node:path'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { stagePaths, type FileActionOptions } from './actions/files.ts'
import type { HandOver } from './arguments.ts'
import { isLibraryPath, libraryName } from './file-names.ts'
import type { Libraries } from './libraries.ts'
import type { Outbox } from './outbox.ts'

export interface OpeningOptions extends Omit<FileActionOptions, 'dialogs'> {
  libraries: Libraries
  outbox: Outbox
  /** Path of the open library, or null. */
  openPath: () => string | null
  /** Tells the page of a failure, and what it was about. */
  tell: (name: string | null, error: unknown) => void
}

/** Opens what was asked for, one request after the other. */
export function createOpening(options: OpeningOptions): (request: HandOver) => void {
  const { libraries, outbox, openPath, tell } = options
  let last = Promise.resolve()

  async function open({ files, links, sample }: HandOver): Promise<void> {
    if (sample) await libraries.openSample().catch((error: unknown) => tell(null, error))
    const library = files.find(isLibraryPath)
    if (library !== undefined) await libraries.open(library).catch((error: unknown) => tell(libraryName(library), error))
    for (const link of links) outbox.send({ event: 'linked', payload: { link } })
    const articles = files.filter((file) => !isLibraryPath(file))
    const [first] = articles
    if (first === undefined) return
    if (openPath() === null) return tell(basename(first), new ParleyError('no-library'))
    const staged = await stagePaths(articles, options)
    if (staged.length > 0) outbox.send({ event: 'staged', payload: { files: staged } })
  }

  return (request) => {
    last = last.then(() => open(request)).catch((error: unknown) => tell(null, error))
  }
}
