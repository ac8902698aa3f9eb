/** The host action that opens an address outside: checked, shown whole, and only then handed to the system (A11). */
import { shell } from 'electron'
import type { Dialogs } from '../dialogs.ts'
import { openableAddress } from '../link-policy.ts'
import type { HostHandlers } from './types.ts'

export function linkActions(dialogs: Dialogs): Pick<HostHandlers, 'links.open'> {
  return {
    async 'links.open'({ url }) {
      const address = openableAddress(url)
      if (address === null || !(await dialogs.confirmLink(address))) return { opened: false }
      await shell.openExternal(address)
      return { opened: true }
    },
  }
}
