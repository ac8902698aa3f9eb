/** The core's process as Electron makes it: a utility process that runs out/main/core.js, seen through the small interface of core-process.ts. */
import { utilityProcess } from 'electron'
import type { CoreChild } from './core-process.ts'

/** Variables that would let whoever starts us load code of theirs into the core. */
const FOREIGN = ['NODE_OPTIONS', 'NODE_PATH', 'NODE_EXTRA_CA_CERTS', 'ELECTRON_RUN_AS_NODE']

/** Starts the core from `modulePath`; a packaged core does not check its own answers. Needs Electron to be ready. */
export function forkCore(modulePath: string, packaged: boolean): CoreChild {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name)))
  if (packaged) env.NODE_ENV = 'production'
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'parley-core', stdio: 'inherit', env })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onClose: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
