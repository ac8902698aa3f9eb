/** What the host says before a screen listens, such as why the library named at the start could not be opened. */
import { expect, test } from 'vitest'
import { keepHostEvents, onHostEvent } from '../../../../src/renderer/lib/transport/host.ts'
import type { Bridge, HostEvent } from '../../../../src/shared/rpc/host-port.ts'

function imitation() {
  const listeners = new Set<(event: unknown) => void>()
  const bridge: Bridge = {
    call: () => Promise.resolve(null),
    host: () => Promise.resolve(null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { bridge, listeners, say: (event: unknown) => listeners.forEach((listener) => listener(event)) }
}
const command = (name: string) => ({ event: 'menu', payload: { command: name } })

test('early host events wait for the first listener and reach it once, before what comes later', () => {
  const { bridge, listeners, say } = imitation()
  keepHostEvents(bridge)
  say(command('help.keys'))
  say({ event: 'changed', payload: { touches: ['articles'] } })
  say({ event: 'hostError', payload: { error: { code: 'library-missing', message: 'words' }, name: 'talks' } })
  const heard: HostEvent[] = []
  const stop = onHostEvent((event) => heard.push(event), bridge)
  say(command('help.about'))
  expect(heard).toEqual([
    command('help.keys'),
    { event: 'hostError', payload: { error: { code: 'library-missing', message: 'words' }, name: 'talks' } },
    command('help.about'),
  ])
  expect(listeners.size).toBe(1)
  stop()
  expect(listeners.size).toBe(0)
})

test('a later listener gets no old events', () => {
  const { bridge, say } = imitation()
  keepHostEvents(bridge)
  say(command('help.keys'))
  onHostEvent(() => undefined, bridge)()
  const heard: HostEvent[] = []
  onHostEvent((event) => heard.push(event), bridge)
  expect(heard).toEqual([])
})
