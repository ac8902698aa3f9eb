/** Host actions on finished reports: save where the person says, then show the file or open it. Paths stay here, by output id. */
import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { shell } from 'electron'
import type { CoreControl } from '../../shared/rpc/core-control.ts'
import type { Dialogs } from '../dialogs.ts'
import type { HostHandlers } from './types.ts'

/** Kinds of file that we write and that a system opens in a viewer; any other name is only shown in its folder. */
const VIEWED = new Set(['.html', '.pdf', '.docx', '.xlsx', '.csv', '.tsv', '.md', '.txt', '.json'])

export function outputActions(control: CoreControl, dialogs: Dialogs): Pick<HostHandlers, 'outputs.save' | 'outputs.show'> {
  const saved = new Map<string, string>()
  return {
    async 'outputs.save'({ outputId, name }) {
      const path = await dialogs.saveOutput(name)
      if (path === null) return { name: null }
      await control.writeOutput(outputId, path)
      saved.set(outputId, path)
      return { name: basename(path) }
    },
    async 'outputs.show'({ outputId, how }) {
      const path = saved.get(outputId)
      if (path === undefined || !existsSync(path)) return { shown: false }
      if (how === 'open' && VIEWED.has(extname(path).toLowerCase())) return { shown: (await shell.openPath(path)) === '' }
      shell.showItemInFolder(path)
      return { shown: true }
    },
  }
}
