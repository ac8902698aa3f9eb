/**
 * Finding, and if wanted fetching, the Electron binary.
 * Never `require('electron')`: that starts a download on its own, without saying so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.ts'
import { runTool } from './run.ts'

const probe = 4_000
const download = 15 * 60_000

/** The path of the installed Electron binary, or null. */
export function electronBinary(): string | null {
  const name = at('node_modules/electron/path.txt')
  if (!existsSync(name)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || at('node_modules/electron/dist')
  const binary = join(folder, readFileSync(name, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** True when the user asked for no network: PARLEY_OFFLINE, or npm's own --offline. */
export const offline = (env: NodeJS.ProcessEnv = process.env): boolean =>
  Boolean(env.PARLEY_OFFLINE && env.PARLEY_OFFLINE !== '0') || env.npm_config_offline === 'true'

/** Why the Electron window cannot be used on this machine (and the browser host is the way to go), or null. */
export function noWindowReason(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.PARLEY_HOST === 'electron') return null
  if (env.PARLEY_HOST === 'browser') return 'PARLEY_HOST=browser'
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display here'
  if (process.getuid?.() === 0) return 'Electron does not run its sandbox for root'
  return null
}

/** True when Electron's download server answers within a few seconds. A mirror or proxy is trusted to work, since we cannot ask through it. */
async function reachable(): Promise<boolean> {
  const env = process.env
  if ([env.ELECTRON_MIRROR, env.npm_config_electron_mirror, env.HTTPS_PROXY, env.https_proxy].some(Boolean)) return true
  try {
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probe) })
    return true
  } catch {
    return false
  }
}

/** Downloads the Electron binary with Electron's own install script. True when the binary is there afterwards. */
export async function installElectron(say: (line: string) => void): Promise<boolean> {
  if (electronBinary()) return true
  if (offline() || !(await reachable())) return false
  say('Downloading Electron (about 110 MB, once) …')
  await runTool('electron/install.js', [], { stdio: 'ignore', timeout: download }).catch(() => 1)
  return electronBinary() !== null
}
