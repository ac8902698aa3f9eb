/**
 * Every native dialog of the app: questions about places, links and trouble. Each returns what the person chose; nothing here
 * acts on it. `dialog.…` is looked up at each call, so that tests can answer in a person's place.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, clipboard, dialog, type BrowserWindow, type FileFilter, type MessageBoxOptions, type SaveDialogOptions } from 'electron'
import { LIBRARY_ENDING, safeFileName, withEnding } from './file-names.ts'
import type { Words } from './messages.ts'

export interface Dialogs {
  newLibrary(name: string | null): Promise<string | null>
  openLibrary(): Promise<string | null>
  backup(name: string): Promise<string | null>
  articles(): Promise<string[]>
  articleFolder(): Promise<string | null>
  saveOutput(name: string): Promise<string | null>
  confirmLink(address: string): Promise<boolean>
  /** Says what went wrong, with a button that copies `details`; true where the person chose `action` instead of the other way out. */
  problem(options: { title: string; text: string; details: string; action: string; otherwise: string }): Promise<boolean>
}

export function createDialogs(parent: () => BrowserWindow | null, words: Words): Dialogs {
  const libraries: FileFilter = { name: words('dialog.filterLibraries'), extensions: [LIBRARY_ENDING.slice(1)] }
  const everything: FileFilter = { name: words('dialog.filterAll'), extensions: ['*'] }
  const documents = (name: string): string => join(app.getPath('documents'), name)

  const ask = (options: MessageBoxOptions) => {
    const window = parent()
    return window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options)
  }
  /** Where the system's dialog did not add the ending, it has not asked about the file that is there under the whole name. */
  async function askPlace(options: SaveDialogOptions, ending: string): Promise<string | null> {
    const window = parent()
    const answer = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
    if (answer.canceled || !answer.filePath) return null
    const path = withEnding(answer.filePath, ending)
    if (path === answer.filePath || !existsSync(path)) return path
    return (await confirmReplace()) ? path : null
  }
  async function confirmReplace(): Promise<boolean> {
    const { response } = await ask({
      type: 'warning',
      message: words('dialog.replaceTitle'),
      detail: words('dialog.replaceText'),
      buttons: [words('dialog.replace'), words('dialog.cancel')],
      defaultId: 1,
      cancelId: 1,
    })
    return response === 0
  }
  async function askFiles(options: Electron.OpenDialogOptions): Promise<string[]> {
    const window = parent()
    const answer = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
    return answer.canceled ? [] : answer.filePaths
  }

  return {
    newLibrary: (name) =>
      askPlace(
        {
          title: words('dialog.newLibrary'),
          buttonLabel: words('dialog.newLibraryButton'),
          defaultPath: documents(safeFileName(name ?? words('dialog.newLibraryName'), 'Library') + LIBRARY_ENDING),
          filters: [libraries],
          properties: ['createDirectory'],
        },
        LIBRARY_ENDING,
      ),
    async openLibrary() {
      const [path] = await askFiles({ title: words('dialog.openLibrary'), filters: [libraries, everything], properties: ['openFile'] })
      return path ?? null
    },
    backup: (name) =>
      askPlace(
        {
          title: words('dialog.backup'),
          buttonLabel: words('dialog.backupButton'),
          defaultPath: documents(safeFileName(words('dialog.backupName', { name }), 'Copy') + LIBRARY_ENDING),
          filters: [libraries],
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        },
        LIBRARY_ENDING,
      ),
    articles: () =>
      askFiles({
        title: words('dialog.articles'),
        buttonLabel: words('dialog.articlesButton'),
        filters: [everything],
        properties: ['openFile', 'multiSelections'],
      }),
    async articleFolder() {
      const [path] = await askFiles({
        title: words('dialog.articleFolder'),
        buttonLabel: words('dialog.articlesButton'),
        properties: ['openDirectory'],
      })
      return path ?? null
    },
    saveOutput(name) {
      const safe = safeFileName(name, 'Report')
      const ending = /\.[a-z0-9]{1,10}$/i.exec(safe)?.[0] ?? ''
      return askPlace(
        {
          title: words('dialog.saveOutput'),
          defaultPath: documents(safe),
          filters: ending === '' ? [everything] : [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }, everything],
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        },
        ending,
      )
    },
    async confirmLink(address) {
      const { response } = await ask({
        type: 'question',
        message: words('dialog.linkTitle'),
        detail: address,
        buttons: [words('dialog.linkOpen'), words('dialog.cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      return response === 0
    },
    async problem({ title, text, details, action, otherwise }) {
      for (;;) {
        const { response } = await ask({
          type: 'error',
          message: title,
          detail: `${text}\n\n${details}`,
          buttons: [action, otherwise, words('dialog.copy')],
          defaultId: 0,
          cancelId: 1,
          noLink: true,
        })
        if (response !== 2) return response === 0
        await clipboard.writeText(`${title}\n${text}\n\n${details}`)
      }
    },
  }
}
