/** What the host says unasked: commands of its menu, files opened with Parley, its own failures, and that the window closes. */
import { useEffect, useRef } from 'react'
import { errorText, useSay } from '../lib/say.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { onHostEvent } from '../lib/transport/host.ts'
import { hasUnsentText } from '../lib/unsent-text.ts'
import { useSettings } from '../stores/settings.ts'
import { toasts } from '../stores/toasts.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { useFollowLink } from './use-follow-link.ts'
import { isReachable, type AppCommand } from './commands.ts'

export function HostEvents({ commands }: { commands: AppCommand[] }) {
  const say = useSay()
  const latest = useRef(commands)
  const followLink = useFollowLink()
  const follow = useRef(followLink)
  useEffect(() => {
    latest.current = commands
    follow.current = followLink
  })
  useEffect(
    () =>
      onHostEvent((event) => {
        if (event.event === 'staged') {
          useWorkbench.getState().addFiles(event.payload.files)
          if (!useWorkbench.getState().canImport)
            toasts.add({ kind: 'info', text: say('host.filesWait', { count: event.payload.files.length }), key: 'files-wait' })
        } else if (event.event === 'linked') follow.current(event.payload.link)
        else if (event.event === 'settingsChanged') useSettings.setState({ settings: event.payload.settings })
        else if (event.event === 'hostError') {
          const { error, name } = event.payload
          const text = errorText(say, new ParleyError(error.code, { ...error.details, name: name ?? '' }))
          const reason = String(error.details?.reason ?? '')
          toasts.add({
            kind: reason === 'left-out' ? 'info' : 'error',
            text: name === null ? text : say('host.errorAbout', { name, text }),
            key: `host-${error.code}-${reason}`,
          })
        } else if (event.event === 'closing') {
          // Fields send what was typed when they lose focus.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        } else runCommand(latest.current, event.payload.command)
      }),
    [say],
  )
  return null
}

/** A menu's undo belongs to the text while someone types: to typing not sent yet, and in a dialog to any field. */
function runCommand(commands: readonly AppCommand[], id: AppCommand['id']): void {
  if ((id === 'edit.undo' || id === 'edit.redo') && (hasUnsentText(document.activeElement) || !isReachable(id))) {
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else reaches the undo of a text field
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
  } else {
    const command = commands.find((candidate) => candidate.id === id)
    if (command?.isEnabled && isReachable(id)) command.run()
  }
}
