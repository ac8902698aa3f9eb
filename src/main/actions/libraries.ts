/** Host actions on libraries: ask for the place, then let `libraries` do it. A dialog that was cancelled answers with null. */
import type { Dialogs } from '../dialogs.ts'
import { libraryName } from '../file-names.ts'
import type { Libraries } from '../libraries.ts'
import type { Recent } from '../recent.ts'
import type { HostHandlers } from './types.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'

type LibraryActions = Pick<
  HostHandlers,
  'libraries.recent' | 'libraries.create' | 'libraries.open' | 'libraries.openSample' | 'libraries.close' | 'libraries.backup'
>

export function libraryActions(options: {
  libraries: Libraries
  recent: Recent
  dialogs: Dialogs
  /** Path of the open library, or null. */
  openPath: () => string | null
}): LibraryActions {
  const { libraries, recent, dialogs, openPath } = options
  return {
    'libraries.recent': () => recent.list(),
    async 'libraries.create'({ name }) {
      const path = await dialogs.newLibrary(name ?? null)
      return { status: path === null ? null : await libraries.create(path) }
    },
    async 'libraries.open'({ recentId }) {
      if (recentId !== undefined) return { status: await libraries.openRecent(recentId) }
      const path = await dialogs.openLibrary()
      return { status: path === null ? null : await libraries.open(path) }
    },
    'libraries.openSample': async () => ({ status: await libraries.openSample() }),
    'libraries.close': async () => ({ status: await libraries.close() }),
    async 'libraries.backup'() {
      const open = openPath()
      if (open === null) throw new ParleyError('no-library')
      const path = await dialogs.backup(libraryName(open))
      if (path === null) return { name: null }
      await libraries.backup(path)
      return { name: libraryName(path) }
    },
  }
}
