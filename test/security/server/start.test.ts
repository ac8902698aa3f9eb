/** How a start fails (one plain sentence, nothing left running), and how a server ends that nobody uses. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serveInTerminal, startServer, type Terminal } from '../../../src/server/index.ts'
import { checkNode } from '../../../src/server/start-errors.ts'
import { createCoreDouble } from '../../helpers/core-double.ts'
import { smallRenderer, startTestServer, temporaryFolder, tradeUrl } from '../../helpers/server.ts'

const root = resolve(import.meta.dirname, '../../..')
const doubleEntry = join(root, 'test/helpers/core-double-process.ts')
let temporary: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  temporary = temporaryFolder()
})
afterEach(() => temporary.remove())

/** The message of a start that must fail: one sentence or two, without a stack. */
async function failure(...[options, parts]: Parameters<typeof startTestServer>): Promise<string> {
  const error = await startTestServer(options, parts).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  const { message } = error as Error
  expect(message).toMatch(/^[^\n]{20,300}[.”]$/)
  expect(message).not.toMatch(/\bat |node:|server\.error/)
  return message
}

describe('B16 starts that fail', () => {
  test('B16 an old Node is refused before anything is loaded, by the way in and by the server', () => {
    const pretend = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})"
    const run = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, join(root, 'build/run.mjs'), 'start'],
      { encoding: 'utf8' },
    )
    expect([run.status, run.signal]).toEqual([1, null])
    expect((run.stdout + run.stderr).trim().split('\n')).toEqual([
      expect.stringMatching(/^Parley needs Node 22\.18 or newer and this is Node 20\.20\.2: .*\.$/),
    ])
    expect(() => checkNode('20.20.2')).toThrow(
      'Parley needs Node 22.18 or newer and this is Node 20.20.2: install Node 24 from https://nodejs.org and try again.',
    )
    expect(() => checkNode('22.17.9')).toThrow('22.17.9')
    for (const version of ['22.18.0', '24.0.0', '25.1.0']) expect(() => checkNode(version)).not.toThrow()
  })

  test('B16 a taken port is one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => other.once('listening', done))
    const { port } = other.address() as AddressInfo
    expect(await failure({ port })).toBe(`Port ${port} is used by another program: choose another port, or leave the port out.`)
    other.close()
  })

  test('B16 a core that cannot start is one sentence; a missing SQLite module is named', async () => {
    process.env.CORE_DOUBLE = 'refuses'
    expect(await failure({}, { coreEntry: doubleEntry })).toContain('run “npm ci”')
    process.env.CORE_DOUBLE = 'native'
    expect(await failure({}, { coreEntry: doubleEntry })).toContain('SQLite module')
    delete process.env.CORE_DOUBLE
  })

  test('a library that is not there, or is a folder, and screens that are not built: one sentence each', async () => {
    mkdirSync(join(temporary.path, 'x.parley'))
    expect(await failure({ file: join(temporary.path, 'none.parley') })).toContain('“none.parley”')
    expect(await failure({ file: join(temporary.path, 'x.parley') })).toContain('is not a file')
    expect(await failure({}, { rendererDir: temporary.path })).toContain('npm run build')
  })

  test('B16 in a terminal a failed start is that sentence and exit code 1', async () => {
    const said: string[] = []
    const terminal: Terminal = { print: (line) => void said.push(line), complain: (line) => void said.push(`! ${line}`), onEnter: null }
    expect(await serveInTerminal({ file: join(temporary.path, 'none.parley'), dataDir: temporary.path }, terminal)).toBe(1)
    expect(said).toEqual([expect.stringMatching(/^! [^\n]+$/)])
  })
})

describe('starts that succeed', () => {
  test('a library named at the start is opened and remembered; the sample is opened when asked for', async () => {
    const file = join(temporary.path, 'Doha talks.parley')
    writeFileSync(file, '')
    const host = await startTestServer({ file })
    expect(await host.post('/rpc/library.status')).toMatchObject({ ok: true, value: { open: true, name: 'Doha talks' } })
    expect(await host.post('/host/libraries.recent')).toMatchObject({ ok: true, value: [{ name: 'Doha talks' }] })
    await host.stop()
    const sample = await startTestServer({ sample: true })
    expect(await sample.post('/rpc/library.status')).toMatchObject({ ok: true, value: { name: 'Sample' } })
    await sample.stop()
  })

  test('the coder of the settings is the coder of the core', async () => {
    writeFileSync(join(temporary.path, 'settings.json'), '{"coder":"Ada"}')
    const host = await startTestServer({ dataDir: temporary.path })
    expect(host.core.asked).toContainEqual(['setCoder', 'Ada'])
    await host.post('/host/settings.set', { coder: 'Grace' })
    expect(host.core.asked.at(-1)).toEqual(['setCoder', 'Grace'])
    await host.stop()
  })
})

describe('in a terminal', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'B10 each Enter prints an address that works; %s ends it with code 0 and a sentence',
    async (signal) => {
      const said: string[] = []
      let enter = (): void => undefined
      let listening = true
      const terminal: Terminal = {
        print: (line) => void said.push(line),
        complain: (line) => void said.push(`! ${line}`),
        onEnter(pressed) {
          enter = pressed
          return () => (listening = false)
        },
      }
      const parts = { core: createCoreDouble(), rendererDir: smallRenderer(temporary.path) }
      const ended = serveInTerminal({ folder: temporary.path, dataDir: temporary.path }, terminal, parts)
      await expect.poll(() => said.length, { timeout: 20_000 }).toBe(3)
      const address = (text: string | undefined): string => /http:\S+/.exec(text ?? '')?.[0] ?? ''
      expect(said[2]).toBe('Press Enter for a new address, Ctrl+C to end Parley.')
      expect(await tradeUrl(address(said[1]))).toMatch(/^[\w-]{43}$/)
      enter()
      expect(await tradeUrl(address(said[3]))).toMatch(/^[\w-]{43}$/)
      expect(said.join('\n')).not.toContain('server.')
      process.emit(signal)
      expect(await ended).toBe(0)
      expect([said.at(-1), listening, parts.core.asked.at(-1)]).toEqual(['Parley has ended. Everything is saved.', false, ['shutdown']])
    },
  )
})

describe('B17 the end', () => {
  test('B17 without a client it ends by itself and the core is shut down', async () => {
    const host = await startTestServer({ idleHours: 0.15 / 3_600 })
    expect(await host.server.ended).toBe('idle')
    expect(host.core.asked).toContainEqual(['shutdown'])
    await expect(fetch(host.origin)).rejects.toThrow('fetch failed')
    await host.stop()
  })

  test('B17 an open page and a running job keep it alive', async () => {
    const host = await startTestServer({ idleHours: 0.1 / 3_600 })
    let over = false
    void host.server.ended.then(() => (over = true))
    const page = new AbortController()
    await host.ask('/events', { signal: page.signal })
    await new Promise((done) => setTimeout(done, 500))
    expect(over).toBe(false)
    host.core.answers.set('jobs.list', () => [{ state: 'running' }])
    page.abort()
    await new Promise((done) => setTimeout(done, 500))
    expect(over).toBe(false)
    host.core.answers.set('jobs.list', () => [{ state: 'done' }])
    expect(await host.server.ended).toBe('idle')
    await host.stop()
  })

  test('closing ends streams and sockets at once, shuts the core down once, and can be asked for twice', async () => {
    const host = await startTestServer()
    const stream = (await host.ask('/events')).text()
    await Promise.all([host.server.close(), host.server.close()])
    expect(await stream).toContain(': open')
    expect(await host.server.ended).toBe('closed')
    expect(host.core.asked.filter(([name]) => name === 'shutdown')).toHaveLength(1)
    await host.stop()
  })

  test('startServer gives back an address that can be opened', async () => {
    const rendererDir = smallRenderer(temporary.path)
    const server = await startServer({ folder: temporary.path, dataDir: temporary.path }, { core: createCoreDouble(), rendererDir })
    expect(server.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${server.port}/\\?open=[\\w-]{43}$`))
    expect((await fetch(server.url)).status).toBe(200)
    await server.close()
  })
})
