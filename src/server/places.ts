/** Where the browser host keeps things when nobody says otherwise. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Places {
  /** Folder of the libraries. */
  folder: string
  /** Settings and the list of recent libraries. */
  dataDir: string
  /** The built renderer. */
  rendererDir: string
  /** Module of the core's process. */
  coreEntry: string
}

export function placesFrom(given: Partial<Places>): Places {
  const root = resolve(import.meta.dirname, '../..')
  return {
    folder: resolve(given.folder ?? join(homedir(), 'Parley')),
    dataDir: resolve(given.dataDir ?? defaultDataDir()),
    rendererDir: resolve(given.rendererDir ?? join(root, 'out/renderer')),
    coreEntry: resolve(given.coreEntry ?? join(root, 'src/core/process.ts')),
  }
}

/** The system's place for settings. Beside those of the Electron host, never among them: two programs would overwrite each other. */
function defaultDataDir(): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Parley Browser')
  if (process.platform === 'win32') return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'Parley Browser')
  return join(process.env.XDG_CONFIG_HOME || join(home, '.config'), 'parley-browser')
}
