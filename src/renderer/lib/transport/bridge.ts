/**
 * The renderer's one way out. In Electron the preload has put the bridge on the window; in the browser host the same three
 * functions go over HTTP. Nothing else in the renderer knows which of the two it is.
 */
import type { Bridge } from '../../../shared/rpc/host-port.ts'
import { createHttpBridge } from './http-bridge.ts'
import { openSession } from './session.ts'

declare global {
  interface Window {
    /** Put there by the preload of the Electron host; absent in the browser host. */
    readonly parley?: Bridge
  }
}

/** The bridge of this window: the preload's, or HTTP to the server that served the page. */
export function createBridge(): Bridge {
  return window.parley ?? createHttpBridge({ origin: window.location.origin, session: openSession(window) })
}

let made: Bridge | undefined

/** The bridge that the whole window shares. The first use takes the one-time code out of the address: call it before the router starts. */
export const sharedBridge = (): Bridge => (made ??= createBridge())
