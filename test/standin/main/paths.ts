/** Where an app's files go: `app.getPath` and `app.setPath`, with Electron's defaults per system. */
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { appPath, commandLineValue } from './state.ts'

const given = new Map<string, string>()
const made = new Set(['userData', 'sessionData', 'logs', 'crashDumps'])

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData/Roaming')
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

function standard(name: string, appName: string): string {
  const userData = (): string => commandLineValue('user-data-dir') ?? join(getPath('appData', appName), appName)
  switch (name) {
    case 'home':
      return homedir()
    case 'appData':
      return appData()
    case 'userData':
      return resolve(userData())
    case 'sessionData':
      return getPath('userData', appName)
    case 'temp':
      return tmpdir()
    case 'exe':
      return process.execPath
    case 'module':
      return appPath
    case 'logs':
      return join(getPath('userData', appName), 'logs')
    case 'crashDumps':
      return join(getPath('userData', appName), 'Crashpad')
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return join(homedir(), name[0]?.toUpperCase() + name.slice(1))
    default:
      throw new Error(`Failed to get '${name}' path`)
  }
}

/** The path for a name of Electron's list; folders of the app are made. Throws for an unknown name. */
export function getPath(name: string, appName: string): string {
  const path = given.get(name) ?? standard(name, appName)
  if (made.has(name)) mkdirSync(path, { recursive: true, mode: 0o700 })
  return path
}

export function setPath(name: string, path: string): void {
  given.set(name, path)
}
