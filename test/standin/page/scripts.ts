/**
 * Puts together the scripts that a window's page starts with: our half of the bridge in the page's own world, then bridge, runtime and the
 * app's real preload in an isolated world named as Electron's.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { codec } from '../lib/codec.ts'
import { bridge } from './bridge.ts'
import { preloadRuntime } from './preload-runtime.ts'

/** Names of our events and of the CDP binding: unguessable for a page. */
export const secret = `standin-${randomBytes(12).toString('hex')}`
export const world = 'Electron Isolated Context'

/** The code that hands a message to the preload's runtime; its only argument is the JSON. */
export const deliver = `(json) => globalThis[${JSON.stringify(`${secret}:runtime`)}]?.deliver(json)`

export interface PageScript {
  source: string
  worldName?: string
}

/** In the order in which they must run. Both skip subframes: a preload runs in the top frame only. */
export function pageScripts(preload: string): PageScript[] {
  const key = JSON.stringify(secret)
  const versions = { node: process.versions.node, chrome: process.versions.chrome, electron: process.versions.electron }
  const info = JSON.stringify({ platform: process.platform, arch: process.arch, versions })
  const names = 'exports, require, module, __filename, __dirname, process, global, setImmediate, clearImmediate'
  const values = [
    '{}',
    'runtime.require',
    '{ exports: {} }',
    JSON.stringify(preload),
    JSON.stringify(dirname(preload)),
    'runtime.process',
    'globalThis',
    '(run, ...args) => setTimeout(run, 0, ...args)',
    'clearTimeout',
  ].join(', ')
  return [
    { source: `if (window === window.top) (${String(bridge)})('m', ${key})` },
    {
      worldName: world,
      source: `if (window === window.top) {
const runtime = (${String(preloadRuntime)})((${String(bridge)})('i', ${key}), ${key}, (${String(codec)})(), ${info})
globalThis[${key} + ':runtime'] = runtime;
(function (${names}) {${readFileSync(preload, 'utf8')}
}).call(globalThis, ${values})
}
//# sourceURL=${pathToFileURL(preload).href}`,
    },
  ]
}
