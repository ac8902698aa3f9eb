/** Typed calls to the host (libraries, files, settings, links) and its events, over whichever bridge this window has. */
import { envelopeSchema, openEnvelope, ParleyError } from '../../../shared/rpc/envelope.ts'
import {
  hostActions,
  hostEventSchema,
  type Bridge,
  type HostAction,
  type HostEvent,
  type HostInput,
  type HostOutput,
} from '../../../shared/rpc/host-port.ts'
import { sharedBridge } from './bridge.ts'

/** Does a host action over a given bridge. Throws ParleyError with the host's code, `core-gone` where nothing sensible came back. */
export async function hostCallOver<A extends HostAction>(bridge: Bridge, action: A, input: HostInput<A>): Promise<HostOutput<A>> {
  const answer = await bridge.host(action, input).catch((cause: unknown) => {
    throw new ParleyError('core-gone', {}, { cause })
  })
  const envelope = envelopeSchema.safeParse(answer)
  if (!envelope.success) throw new ParleyError('core-gone', {}, { cause: envelope.error })
  const output = hostActions[action].output.safeParse(openEnvelope(envelope.data))
  if (!output.success) throw new ParleyError('core-gone', {}, { cause: output.error })
  return output.data as HostOutput<A> // the schema of this very action
}

/** Does a host action: `hostCall('libraries.create', { name })`. */
export const hostCall = <A extends HostAction>(action: A, input: HostInput<A>): Promise<HostOutput<A>> =>
  hostCallOver(sharedBridge(), action, input)

const early = new WeakMap<Bridge, { events: HostEvent[]; stop: () => void }>()

/** Keeps what the host says from now on for the first `onHostEvent`: it tells of a failed start before the screen is there to hear it. */
export function keepHostEvents(bridge: Bridge): void {
  const events: HostEvent[] = []
  early.set(bridge, { events, stop: listen((event) => events.push(event), bridge) })
}

/** Listens to what the host says unasked: menu commands, files dropped on the app. Gives back the function that ends it. */
export function onHostEvent(listener: (event: HostEvent) => void, bridge: Bridge = sharedBridge()): () => void {
  const stop = listen(listener, bridge)
  const kept = early.get(bridge)
  early.delete(bridge)
  kept?.stop()
  for (const event of kept?.events ?? []) listener(event)
  return stop
}

function listen(listener: (event: HostEvent) => void, bridge: Bridge): () => void {
  return bridge.subscribe((said) => {
    const event = hostEventSchema.safeParse(said)
    if (event.success) listener(event.data)
  })
}
