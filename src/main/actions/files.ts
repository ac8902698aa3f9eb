/** Host actions for files that become articles: chosen in a dialog, dropped, pasted, or opened from outside. Only ids reach the page. */
import type { Staged } from '../../shared/domain/import.ts'
import type { CoreControl } from '../../shared/rpc/core-control.ts'
import { ParleyError, type WireError } from '../../shared/rpc/envelope.ts'
import { basename } from 'node:path'
import type { Dialogs } from '../dialogs.ts'
import { filesInFolder } from '../folder.ts'
import type { HostHandlers } from './types.ts'

export interface FileActionOptions {
  control: CoreControl
  dialogs: Dialogs
  toWire: (error: unknown) => WireError
  /** Tells the page of a file that could not be taken. */
  onRefused: (name: string, error: WireError) => void
}

export function fileActions(options: FileActionOptions): Pick<HostHandlers, 'files.pick' | 'files.stage'> {
  return {
    async 'files.pick'({ folder }) {
      if (!folder) return stagePaths(await options.dialogs.articles(), options)
      const chosen = await options.dialogs.articleFolder()
      return chosen === null ? [] : stagePaths([chosen], options)
    },
    'files.stage': ({ name, bytes }) => options.control.stageBytes(name, bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)),
  }
}

/** Stages what can be read, of folders all that is in them; each file that cannot is told apart, and the others go on. */
export async function stagePaths(
  paths: readonly string[],
  { control, toWire, onRefused }: Omit<FileActionOptions, 'dialogs'>,
): Promise<Staged[]> {
  const staged: Staged[] = []
  const refuse = (path: string, error: unknown): void => onRefused(basename(path), toWire(error))
  for (const given of paths) {
    const folder = await filesInFolder(given)
    for (const path of folder?.unreadable ?? []) refuse(path, new ParleyError('file-unreadable', { name: basename(path) }))
    if (folder?.paths.length === 0 && folder.unreadable.length === 0)
      refuse(given, new ParleyError('file-unreadable', { name: basename(given), reason: 'no-files' }))
    for (const path of folder?.paths ?? [given])
      await control.stagePath(path).then(
        (file) => staged.push(file),
        (error) => refuse(path, error),
      )
  }
  return staged
}
