/**
 * The bridge between the page and the host: three functions and nothing else (A16). No event object, no channel name and no
 * Electron module reaches the page. Events that come before the page listens are kept for its first listener.
 */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/rpc/host-port.ts'

const LONGEST = 1_000

const listeners = new Set<(event: unknown) => void>()
let early: unknown[] = []

ipcRenderer.on('parley:event', (_event, message: unknown) => {
  if (listeners.size === 0) early = [...early, message].slice(-LONGEST)
  for (const listener of listeners) tell(listener, message)
})

/** One listener that throws must not keep the others from hearing. */
function tell(listener: (event: unknown) => void, message: unknown): void {
  try {
    listener(message)
  } catch (error) {
    reportError(error)
  }
}

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('parley:call', name, input) as Promise<unknown>,
  host: (action, input) => ipcRenderer.invoke('parley:host', action, input) as Promise<unknown>,
  subscribe(listener) {
    if (typeof listener !== 'function') throw new TypeError('a listener is a function')
    listeners.add(listener)
    const late = early
    early = []
    for (const message of late) tell(listener, message)
    return () => {
      listeners.delete(listener)
    }
  },
}

contextBridge.exposeInMainWorld('parley', Object.freeze(bridge))
