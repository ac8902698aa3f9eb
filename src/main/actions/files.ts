/** Host actions for files that become articles: chosen in a dialog, dropped, pasted, or opened from outside. Only ids reach the page. */
import type { Staged } from '../../shared/domain/import.ts'
import type { CoreControl } from '../../shared/rpc/core-control.ts'
import type { WireError } from '../../shared/rpc/envelope.ts'
import { basename } from 'node:path'
import type { Dialogs } from '../dialogs.ts'
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
    'files.pick': async () => stagePaths(await options.dialogs.articles(), options),
    'files.stage': ({ name, bytes }) => options.control.stageBytes(name, bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)),
  }
}

/** Stages what can be read; each file that cannot is told apart, and the others go on. */
export async function stagePaths(
  paths: readonly string[],
  { control, toWire, onRefused }: Omit<FileActionOptions, 'dialogs'>,
): Promise<Staged[]> {
  const staged: Staged[] = []
  for (const path of paths) {
    try {
      staged.push(await control.stagePath(path))
    } catch (error) {
      onRefused(basename(path), toWire(error))
    }
  }
  return staged
}
