/** Host actions for files that become articles: chosen in a dialog, dropped, pasted, or opened from outside. Only ids reach the page. */
import type { Staged } from '../../shared/domain/import.ts'
import type { CoreControl } from '../../shared/rpc/core-control.ts'
import { ParleyError, type WireError } from '../../shared/rpc/envelope.ts'
import { basename } from 'node:path'
import type { Dialogs } from '../dialogs.ts'
import type { HostHandlers } from './types.ts'

export interface FileActionOptions {
  control: CoreControl
  dialogs: Dialogs
  toWire: (error: unknown) => WireError
  /** Tells the page of a file that could not be taken, or of files that were left out. */
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

/** Stages what can be read, of folders all that is in them; what cannot, and how much was left out, is told apart. */
export async function stagePaths(
  paths: readonly string[],
  { control, toWire, onRefused }: Omit<FileActionOptions, 'dialogs'>,
): Promise<Staged[]> {
  const [first] = paths
  if (first === undefined) return []
  const { staged, refused, left, passed } = await control.stagePaths(paths)
  for (const { name, problem } of refused)
    onRefused(name, toWire(new ParleyError('file-unreadable', { name, reason: reasonOf(problem.details.reason) })))
  if (left + passed > 0)
    onRefused(basename(first), toWire(new ParleyError('file-unreadable', { name: basename(first), reason: 'left-out', left, passed })))
  return [...staged]
}

const reasonOf = (reason: string | number | undefined): string | null => (typeof reason === 'string' ? reason : null)
