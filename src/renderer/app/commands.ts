/**
 * Every command of the window in one table: the menu in the window, the host's own menu, the palette, the shortcuts and the
 * map of keys all read it, so none of them can promise what another does not do.
 */
import { useMemo } from 'react'
import type { MenuCommand } from '../../shared/rpc/host-port.ts'
import { useData, useShowError } from '../lib/data.ts'
import { usePlaces } from '../lib/places.ts'
import { useSay } from '../lib/say.ts'
import { chooseFiles } from '../lib/transport/browser-files.ts'
import { hostCall } from '../lib/transport/host.ts'
import { toggleFolded } from '../stores/folded-panes.ts'
import { useSearch } from '../stores/search.ts'
import { useSettings } from '../stores/settings.ts'
import { toasts } from '../stores/toasts.ts'
import { useWorkbench } from '../stores/workbench.ts'
import { useTakeFiles } from './use-bring-in.ts'
import { useHistory } from './use-history.ts'
import { useHostInfo } from './use-host-info.ts'

export interface AppCommand {
  id: MenuCommand
  label: string
  shortcut?: string
  isEnabled: boolean
  run: () => void
}

/** Shortcuts as the kit writes them: Mod is Cmd on a Mac, Ctrl elsewhere. */
export const SHORTCUTS: Partial<Record<MenuCommand, string>> = {
  'import.files': 'Mod+I',
  'import.paste': 'Mod+Shift+V',
  'library.open': 'Mod+O',
  'report.export': 'Mod+E',
  'library.export': 'Mod+Shift+E',
  'edit.undo': 'Mod+Z',
  'edit.redo': 'Mod+Shift+Z',
  'view.library': 'Mod+Shift+L',
  'view.read': 'Mod+1',
  'view.compare': 'Mod+2',
  'view.timeline': 'Mod+3',
  'view.ledger': 'Mod+4',
  'view.codebook': 'Mod+5',
  'view.reports': 'Mod+6',
  'view.search': 'Mod+Shift+F',
  'view.palette': 'Mod+K',
  'view.left': 'Mod+B',
  'view.right': 'Mod+Alt+B',
  'settings.open': 'Mod+,',
  'help.keys': '?',
}

export function useCommands(): AppCommand[] {
  const say = useSay()
  const places = usePlaces()
  const showError = useShowError()
  const history = useHistory()
  const host = useHostInfo()
  const { data: status } = useData('library.status', {})
  const isOpen = status?.open ?? false
  const canWrite = isOpen && status?.readOnly === null
  const hasDialogs = host?.nativeDialogs ?? false
  const take = useTakeFiles()

  return useMemo(() => {
    const { open, addFiles } = useWorkbench.getState()
    const change: typeof changeSettings = (patch) => changeSettings(patch).catch(showError)
    const act = (work: () => Promise<unknown>) => () => void work().catch(showError)
    const command = (id: MenuCommand, isEnabled: boolean, run: () => void): AppCommand => ({
      id,
      label: say(`command.${id}`),
      isEnabled,
      run,
      ...(SHORTCUTS[id] && { shortcut: SHORTCUTS[id] }),
    })
    return [
      command('library.new', true, hasDialogs ? act(() => hostCall('libraries.create', {})) : () => open({ kind: 'new-library' })),
      command('library.open', true, hasDialogs ? act(() => hostCall('libraries.open', {})) : () => open({ kind: 'open-library' })),
      command(
        'library.openSample',
        true,
        act(() => hostCall('libraries.openSample', {})),
      ),
      command(
        'library.backup',
        isOpen,
        act(async () => {
          const { name } = await hostCall('libraries.backup', {})
          if (name !== null) toasts.add({ kind: 'success', text: say('library.saved', { name }) })
        }),
      ),
      command('library.export', isOpen, () => open({ kind: 'export' })),
      command(
        'library.close',
        isOpen,
        act(() => hostCall('libraries.close', {})),
      ),
      command(
        'import.files',
        canWrite,
        hasDialogs ? act(async () => addFiles(await hostCall('files.pick', {}))) : act(async () => take(await chooseFiles())),
      ),
      command(
        'import.folder',
        canWrite,
        hasDialogs
          ? act(async () => addFiles(await hostCall('files.pick', { folder: true })))
          : act(async () =>
              take(
                await chooseFiles({
                  folder: true,
                  onLeftOut: (out) => toasts.add({ kind: 'info', text: say('drop.folderLeftOut', { ...out }) }),
                }),
              ),
            ),
      ),
      command('import.paste', canWrite, () => open({ kind: 'paste' })),
      command('import.reports', isOpen, () => open({ kind: 'imports' })),
      command('library.stories', isOpen, () => open({ kind: 'stories' })),
      command('report.export', isOpen, () => places.reports()),
      command('edit.undo', history.next.undo !== null, () => void history.undo()),
      command('edit.redo', history.next.redo !== null, () => void history.redo()),
      command('view.library', isOpen, () => places.library()),
      command('view.read', isOpen, () => places.resume('/read')),
      command('view.compare', isOpen, () => places.resume('/compare')),
      command('view.timeline', isOpen, () => places.resume('/timeline')),
      command('view.ledger', isOpen, () => places.resume('/ledger')),
      command('view.codebook', isOpen, () => places.resume('/codebook')),
      command('view.reports', isOpen, () => places.resume('/reports')),
      command('view.search', isOpen, () => useSearch.getState().ask()),
      command('view.palette', true, () => open({ kind: 'palette' })),
      command('view.left', isOpen, () => toggleFolded('left') || void change({ panes: { ...panes(), leftOpen: !panes().leftOpen } })),
      command('view.right', isOpen, () => toggleFolded('right') || void change({ panes: { ...panes(), rightOpen: !panes().rightOpen } })),
      command('view.theme', true, () => void change({ theme: nextTheme() })),
      command('view.history', isOpen, () => open({ kind: 'history' })),
      command('settings.open', true, () => open({ kind: 'settings' })),
      command('help.keys', true, () => open({ kind: 'keys' })),
      command('help.about', true, () => open({ kind: 'about' })),
    ]
  }, [say, places, showError, history, hasDialogs, isOpen, canWrite, take])
}

/** While a dialog is open only what it offers itself: all else would happen behind it, or in its place with what is typed there. */
export function isReachable(id: MenuCommand): boolean {
  const { kind } = useWorkbench.getState().dialog
  return kind === 'none' || (kind === 'history' && id.startsWith('edit.'))
}

const changeSettings = useSettings.getState().change
const panes = () => useSettings.getState().settings.panes

/** light → dark → as the system → light. */
function nextTheme(): 'light' | 'dark' | 'system' {
  const { theme } = useSettings.getState().settings
  return theme === 'light' ? 'dark' : theme === 'dark' ? 'system' : 'light'
}
