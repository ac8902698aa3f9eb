/**
 * The application menu, as a template built from the state of the app: pure, so that a test can read it. Most items send a command to
 * the page, which knows what is focused; what concerns only the host (zoom, theme, recent libraries) is done here.
 */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, Settings } from '../shared/rpc/host-port.ts'
import type { MessageId, Words } from './messages.ts'

export interface MenuState {
  /** A library is open. */
  open: boolean
  recent: readonly { recentId: string; name: string; folder: string }[]
  theme: Settings['theme']
  mac: boolean
  packaged: boolean
}

export interface MenuActions {
  command(command: MenuCommand): void
  openRecent(recentId: string): void
  setTheme(theme: Settings['theme']): void
  zoom(direction: 'in' | 'out' | 'reset'): void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

export function menuTemplate(state: MenuState, actions: MenuActions, words: Words): Item[] {
  /** An item that sends a command to the page. */
  const send = (command: MenuCommand, label: MessageId, accelerator?: string, enabled = true): Item => ({
    id: command,
    label: words(label),
    accelerator,
    enabled,
    click: () => actions.command(command),
  })
  const inLibrary = (command: MenuCommand, label: MessageId, accelerator?: string): Item => send(command, label, accelerator, state.open)
  const menu = (label: MessageId, submenu: Item[]): Item => ({ label: words(label), submenu })

  const recent: Item = {
    id: 'library.recent',
    label: words('menu.openRecent'),
    enabled: state.recent.length > 0,
    submenu: state.recent.map(({ recentId, name, folder }) => ({
      id: `recent:${recentId}`,
      // "&" would mark the letter after it.
      label: words('menu.recentItem', { name, folder }).replaceAll('&', '&&'),
      click: () => actions.openRecent(recentId),
    })),
  }
  const file = menu('menu.file', [
    send('library.new', 'menu.newLibrary', 'CmdOrCtrl+N'),
    send('library.open', 'menu.openLibrary', 'CmdOrCtrl+O'),
    recent,
    send('library.openSample', 'menu.openSample'),
    line,
    inLibrary('import.files', 'menu.importArticles', 'CmdOrCtrl+I'),
    inLibrary('import.folder', 'menu.importFolder'),
    inLibrary('import.paste', 'menu.pasteArticle', 'CmdOrCtrl+Shift+V'),
    inLibrary('import.reports', 'menu.imports'),
    inLibrary('library.stories', 'menu.stories'),
    inLibrary('report.export', 'menu.exportReport', 'CmdOrCtrl+E'),
    inLibrary('library.export', 'menu.exportTools', 'CmdOrCtrl+Shift+E'),
    line,
    inLibrary('library.backup', 'menu.saveCopy', 'CmdOrCtrl+Shift+S'),
    inLibrary('library.close', 'menu.closeLibrary', 'CmdOrCtrl+Shift+W'),
    ...(state.mac
      ? []
      : [
          line,
          send('settings.open', 'menu.settings', 'CmdOrCtrl+,'),
          line,
          { role: 'quit', label: words('menu.quit'), accelerator: 'CmdOrCtrl+Q' } satisfies Item,
        ]),
  ])
  const edit = menu('menu.edit', [
    send('edit.undo', 'menu.undo', 'CmdOrCtrl+Z'),
    send('edit.redo', 'menu.redo', 'CmdOrCtrl+Shift+Z'),
    ...(state.mac
      ? []
      : [
          {
            ...send('edit.redo', 'menu.redo', 'Ctrl+Y'),
            id: 'edit.redo.y',
            visible: false,
            acceleratorWorksWhenHidden: true,
          } satisfies Item,
        ]),
    inLibrary('view.history', 'menu.history'),
    line,
    { role: 'cut', label: words('menu.cut') },
    { role: 'copy', label: words('menu.copy') },
    { role: 'paste', label: words('menu.paste') },
    { role: 'selectAll', label: words('menu.selectAll') },
  ])
  const view = menu('menu.view', [
    inLibrary('view.library', 'menu.libraryView', 'CmdOrCtrl+Shift+L'),
    inLibrary('view.read', 'menu.read', 'CmdOrCtrl+1'),
    inLibrary('view.compare', 'menu.compare', 'CmdOrCtrl+2'),
    inLibrary('view.timeline', 'menu.timeline', 'CmdOrCtrl+3'),
    inLibrary('view.ledger', 'menu.ledger', 'CmdOrCtrl+4'),
    inLibrary('view.codebook', 'menu.codebook', 'CmdOrCtrl+5'),
    inLibrary('view.reports', 'menu.reports', 'CmdOrCtrl+6'),
    inLibrary('view.search', 'menu.search', 'CmdOrCtrl+Shift+F'),
    line,
    inLibrary('view.left', 'menu.leftPane', 'CmdOrCtrl+B'),
    inLibrary('view.right', 'menu.rightPane', 'CmdOrCtrl+Alt+B'),
    send('view.palette', 'menu.palette', 'CmdOrCtrl+K'),
    line,
    menu('menu.theme', [theme('system'), theme('light'), theme('dark')]),
    { id: 'zoom.in', label: words('menu.zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoom('in') },
    {
      id: 'zoom.in.equals',
      label: words('menu.zoomIn'),
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: () => actions.zoom('in'),
    },
    { id: 'zoom.out', label: words('menu.zoomOut'), accelerator: 'CmdOrCtrl+-', click: () => actions.zoom('out') },
    { id: 'zoom.reset', label: words('menu.zoomReset'), accelerator: 'CmdOrCtrl+0', click: () => actions.zoom('reset') },
    { role: 'togglefullscreen', label: words('menu.fullScreen') },
    ...(state.packaged ? [] : [line, { role: 'toggleDevTools', label: words('menu.devTools') } satisfies Item]),
  ])
  const help = menu('menu.help', [send('help.keys', 'menu.keys'), send('help.about', 'menu.about')])

  return [...(state.mac ? [macAppMenu()] : []), file, edit, view, ...(state.mac ? [{ role: 'windowMenu' } satisfies Item] : []), help]

  function theme(name: Settings['theme']): Item {
    const labels = { system: 'menu.themeSystem', light: 'menu.themeLight', dark: 'menu.themeDark' } as const
    return {
      id: `theme.${name}`,
      label: words(labels[name]),
      type: 'radio',
      checked: state.theme === name,
      click: () => actions.setTheme(name),
    }
  }

  function macAppMenu(): Item {
    return {
      label: words('window.title'),
      submenu: [
        send('help.about', 'menu.about'),
        line,
        send('settings.open', 'menu.settings', 'CmdOrCtrl+,'),
        line,
        { role: 'services' },
        line,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        line,
        { role: 'quit', label: words('menu.quit') },
      ],
    }
  }
}

const ZOOMS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next zoom factor from `current` in a direction; the ends stay where they are. */
export function nextZoom(current: number, direction: 'in' | 'out' | 'reset'): number {
  if (direction === 'reset') return 1
  if (direction === 'in') return ZOOMS.find((zoom) => zoom > current + 0.001) ?? current
  return ZOOMS.findLast((zoom) => zoom < current - 0.001) ?? current
}
