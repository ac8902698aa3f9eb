/** The typed client of the contract, over whichever bridge this window has. */
import { createClient, type Client } from '../../../shared/rpc/client.ts'
import type { Envelope } from '../../../shared/rpc/envelope.ts'
import { eventSchemas, type CoreEvent, type EventName } from '../../../shared/rpc/events.ts'
import type { Bridge } from '../../../shared/rpc/host-port.ts'
import { sharedBridge } from './bridge.ts'

/** A client over any bridge. Calls throw ParleyError; only the core's events are passed on, those of the host are for `onHostEvent`. */
export function clientOver(bridge: Bridge): Client {
  return createClient({
    call: (name, input) => bridge.call(name, input) as Promise<Envelope>, // createClient parses the envelope
    subscribe: (listener) =>
      bridge.subscribe((said) => {
        const event = coreEvent(said)
        if (event) listener(event)
      }),
  })
}

let made: Client | undefined

/** The client that the whole window shares. */
export const sharedClient = (): Client => (made ??= clientOver(sharedBridge()))

function coreEvent(said: unknown): CoreEvent | null {
  if (typeof said !== 'object' || said === null || !('event' in said) || !('payload' in said)) return null
  if (typeof said.event !== 'string' || !Object.hasOwn(eventSchemas, said.event)) return null
  const payload = eventSchemas[said.event as EventName].safeParse(said.payload)
  return payload.success ? ({ event: said.event, payload: payload.data } as CoreEvent) : null // name and payload come from one entry
}
