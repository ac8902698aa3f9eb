/** The core over a message port: answers find their calls, errors keep what they say, and a port that closes leaves nobody waiting. */
import { expect, test } from 'vitest'
import { errorToWire } from '../../../../src/core/errors.ts'
import { linkCore, serveCore, type MessageEnd } from '../../../../src/shared/rpc/core-link.ts'
import type { Core, CoreControl } from '../../../../src/shared/rpc/core-control.ts'
import { createClient } from '../../../../src/shared/rpc/client.ts'
import { ParleyError, type Envelope } from '../../../../src/shared/rpc/envelope.ts'
import type { CoreEvent } from '../../../../src/shared/rpc/events.ts'

interface Port extends MessageEnd {
  sent: unknown[]
  close(): void
}

/** Two ends joined through structuredClone, either of which a test can close or read along. */
function ports(): [Port, Port] {
  const heard: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []]
  const closing: (() => void)[] = []
  const port = (mine: 0 | 1): Port => ({
    sent: [],
    post(message) {
      this.sent.push(message)
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => heard[mine === 0 ? 1 : 0].forEach((listener) => listener(copy)))
    },
    onMessage: (listener) => heard[mine].push(listener),
    onClose: (listener) => closing.push(listener),
    close: () => closing.forEach((listener) => listener()),
  })
  return [port(0), port(1)]
}

const status = { open: false, name: null, readOnly: null, coder: 'Ada', counts: null }

/** A core whose answers a test decides on. */
function scripted(parts: { call?: Core['call']; control?: Partial<CoreControl> } = {}): Core & { emit(event: CoreEvent): void } {
  const listeners = new Set<(event: CoreEvent) => void>()
  const refuse = async (): Promise<never> => {
    throw new Error('not part of this test')
  }
  return {
    call: parts.call ?? refuse,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit: (event) => listeners.forEach((listener) => listener(event)),
    control: {
      createLibrary: refuse,
      openLibrary: refuse,
      openSample: refuse,
      closeLibrary: refuse,
      backupLibrary: refuse,
      setCoder: refuse,
      stageBytes: refuse,
      stagePath: refuse,
      stagePaths: refuse,
      readOutput: refuse,
      writeOutput: refuse,
      shutdown: refuse,
      ...parts.control,
    },
  }
}

function linked(core: Core) {
  const [near, far] = ports()
  const link = linkCore(near)
  serveCore(far, core, (error) => errorToWire(error))
  return { link, near, far }
}

test('answers find their calls, also when the later call is answered first', async () => {
  const answers = new Map<string, PromiseWithResolvers<Envelope>>()
  const { link } = linked(
    scripted({
      call: (name) => {
        const answer = Promise.withResolvers<Envelope>()
        answers.set(name, answer)
        return answer.promise
      },
    }),
  )
  const first = link.call('first', {})
  const second = link.call('second', {})
  await expect.poll(() => answers.size).toBe(2)
  answers.get('second')?.resolve({ ok: true, value: 2 })
  expect(await second).toEqual({ ok: true, value: 2 })
  answers.get('first')?.resolve({ ok: true, value: 1 })
  expect(await first).toEqual({ ok: true, value: 1 })
})

test('calls made before the core is ready wait for it', async () => {
  const [near, far] = ports()
  const link = linkCore(near)
  const early = link.control.closeLibrary()
  await Promise.resolve()
  expect(near.sent).toEqual([])
  serveCore(far, scripted({ control: { closeLibrary: async () => status } }), (error) => errorToWire(error))
  expect(await early).toEqual(status)
  await link.ready
})

test('when the port closes, every waiting call ends with core-gone, and so does every later one', async () => {
  const never = new Promise<never>(() => undefined)
  const { link, near } = linked(scripted({ call: () => never, control: { backupLibrary: () => never } }))
  const call = link.call('articles.list', {})
  const typed = createClient(link).call('articles.list', {})
  const control = link.control.backupLibrary('/x')
  const outcomes = Promise.allSettled([call, typed, control])
  await expect.poll(() => near.sent.length).toBe(3)
  near.close()
  const gone: unknown = expect.objectContaining({ code: 'core-gone' })
  expect(await outcomes).toEqual([
    { status: 'fulfilled', value: { ok: false, error: gone } },
    { status: 'rejected', reason: gone },
    { status: 'rejected', reason: gone },
  ])
  await link.closed
  expect(await link.call('articles.list', {})).toMatchObject({ ok: false, error: { code: 'core-gone' } })
  await expect(link.control.shutdown()).rejects.toMatchObject({ code: 'core-gone' })
  expect(near.sent).toHaveLength(3)
})

test('a port that closes before the core was ready ends what waited for it', async () => {
  const [near] = ports()
  const link = linkCore(near)
  const call = link.call('articles.list', {})
  const control = link.control.closeLibrary()
  near.close()
  expect(await call).toMatchObject({ ok: false, error: { code: 'core-gone' } })
  await expect(control).rejects.toBeInstanceOf(ParleyError)
})

test.each(['eraseEverything', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'call'])(
  'a control named %s is refused and touches nothing',
  async (name) => {
    const [near, far] = ports()
    const answers: unknown[] = []
    near.onMessage((message) => answers.push(message))
    serveCore(far, scripted(), (error) => errorToWire(error))
    near.post({ id: 7, type: 'control', name, args: [] })
    await expect
      .poll(() => answers)
      .toContainEqual({
        type: 'fail',
        id: 7,
        error: expect.objectContaining({ code: 'unknown-procedure', details: { name } }) as unknown,
      })
  },
)

test('errors keep their code, their words and their details; a stack and a path never cross', async () => {
  const details = { pid: 4711, since: '2025-10-30T08:00:00.000Z', host: null }
  const { link, far } = linked(
    scripted({
      control: {
        openLibrary: async () => {
          throw new ParleyError('library-locked', details)
        },
        stagePath: async () => {
          throw new Error('/home/ada/secret.txt is gone')
        },
      },
    }),
  )
  const locked = link.control.openLibrary('/x')
  await expect(locked).rejects.toBeInstanceOf(ParleyError)
  await expect(locked).rejects.toMatchObject({ code: 'library-locked', details, message: expect.stringContaining('4711') as unknown })
  await expect(link.control.stagePath('/x')).rejects.toMatchObject({ code: 'internal' })
  expect(JSON.stringify(far.sent)).not.toMatch(/secret|home|\.ts:|\\n +at /)
})

test('bytes cross whole, and arguments in their order', async () => {
  const seen: unknown[] = []
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index)
  const { link } = linked(
    scripted({
      control: {
        stageBytes: async (name, given) => {
          seen.push(name, [...given])
          return { stagedId: 'a', name, bytes: given.length }
        },
        readOutput: async () => ({ name: 'r.html', mediaType: 'text/html', bytes }),
      },
    }),
  )
  expect(await link.control.stageBytes('a.txt', bytes)).toEqual({ stagedId: 'a', name: 'a.txt', bytes: 300 })
  expect(seen).toEqual(['a.txt', [...bytes]])
  expect((await link.control.readOutput('o')).bytes).toEqual(bytes)
})

test('events reach every listener until it stops listening', async () => {
  const core = scripted()
  const { link } = linked(core)
  const heard: [string, CoreEvent][] = []
  const stop = link.subscribe((event) => heard.push(['one', event]))
  link.subscribe((event) => heard.push(['two', event]))
  const event: CoreEvent = { event: 'changed', payload: { touches: ['articles'] } }
  core.emit(event)
  await expect
    .poll(() => heard)
    .toEqual([
      ['one', event],
      ['two', event],
    ])
  stop()
  core.emit(event)
  await expect.poll(() => heard.length).toBe(3)
  expect(heard[2]?.[0]).toBe('two')
})

test('an answer that nobody waits for is passed over', async () => {
  const [near, far] = ports()
  const link = linkCore(near)
  far.post({ type: 'ready' })
  far.post({ type: 'reply', id: 99, value: 1 })
  far.post({ type: 'fail', id: 98, error: { code: 'internal', message: '' } })
  serveCore(far, scripted({ control: { closeLibrary: async () => status } }), (error) => errorToWire(error))
  expect(await link.control.closeLibrary()).toEqual(status)
})
