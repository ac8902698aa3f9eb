/**
 * A page without the app's screens: the renderer's real transport, and nothing else, on `window.raw`. For browser tests of the
 * host itself.
 */
import { clientOver } from '../../src/renderer/lib/transport/client.ts'
import { hostCallOver } from '../../src/renderer/lib/transport/host.ts'
import { sharedBridge } from '../../src/renderer/lib/transport/bridge.ts'
import type { Bridge } from '../../src/shared/rpc/host-port.ts'

export interface Raw {
  bridge: Bridge
  client: ReturnType<typeof clientOver>
  host: typeof hostCallOver
  heard: unknown[]
}
declare global {
  interface Window {
    raw: Raw
  }
}

const bridge = sharedBridge()
const heard: unknown[] = []
bridge.subscribe((event) => heard.push(event))
window.raw = { bridge, client: clientOver(bridge), host: hostCallOver, heard }
document.title = 'Parley raw'
