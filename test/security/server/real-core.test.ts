/** The browser host with the real core in its own process: a whole session, a killed core, and what is left when it ends. */
import { fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { startCoreProcess } from '../../../src/server/core-process.ts'
import { createHttpBridge } from '../../../src/renderer/lib/transport/http-bridge.ts'
import { clientOver } from '../../../src/renderer/lib/transport/client.ts'
import { hostCallOver } from '../../../src/renderer/lib/transport/host.ts'
import { smallRenderer, startTestServer, temporaryFolder, tradeUrl } from '../../helpers/server.ts'

const root = resolve(import.meta.dirname, '../../..')
const temporary = temporaryFolder()
afterAll(() => temporary.remove())

const text = 'Talks resume\n\nThe minister said: “We demand that the border be opened by Friday.” 🕊 The other side kept silent.\n'

/** A session as the renderer has it. */
function session(origin: string, token: string) {
  const bridge = createHttpBridge({ origin, session: { token: Promise.resolve(token), end: () => undefined } })
  return {
    client: clientOver(bridge),
    host: <A extends Parameters<typeof hostCallOver>[1]>(action: A, input: Parameters<typeof hostCallOver<A>>[2]) =>
      hostCallOver(bridge, action, input),
  }
}

// Several processes are started here, one after the other, on machines that may be busy.
describe('a session with the real core', { timeout: 120_000 }, () => {
  test('B15 B17 H6 an article is imported and annotated over HTTP; files are private; at the end the library is whole and nothing lies beside it', async () => {
    const server = await startTestServer({}, { ownCore: true })
    const { client, host } = session(server.origin, server.token)
    expect(await host('libraries.create', { name: 'Istanbul' })).toMatchObject({ status: { open: true, name: 'Istanbul' } })
    const staged = await host('files.stage', { name: 'talks.txt', bytes: new TextEncoder().encode(text) })
    await client.call('imports.start', { items: [{ stagedId: staged.stagedId }] })
    await expect.poll(async () => (await client.call('articles.list', {})).total, { timeout: 20_000 }).toBe(1)
    const [article] = (await client.call('articles.list', {})).items
    const full = await client.call('articles.get', { id: article?.id ?? 0 })
    const quote = 'We demand that the border be opened by Friday.'
    const start = full.text.indexOf(quote)
    const [tag] = await client.call('tags.list', {})
    const made = await client.call('annotations.create', { articleId: full.id, start, end: start + quote.length, tag: tag?.id ?? 0 })
    expect(made.quote).toBe(quote)
    await host('libraries.backup', {})

    const files = readdirSync(server.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(server.folder, name))
    for (const path of files)
      expect([path, (statSync(path).mode & 0o777).toString(8)]).toEqual([path, statSync(path).isDirectory() ? '700' : '600'])
    await server.server.close()
    expect(readdirSync(server.folder).toSorted()).toEqual(['Backups', 'Istanbul.parley'])
    await server.stop()
  })

  test('killed: what was acknowledged is there after the restart, and the library is open for writing again', async () => {
    const core = await startCoreProcess({ entry: join(root, 'src/core/process.ts'), onRestart: () => undefined })
    const path = join(temporary.path, 'killed.parley')
    await core.control.createLibrary(path)
    for (let n = 1; n <= 2; n++) {
      expect(await core.call('parties.create', { name: `Party ${n}` })).toMatchObject({ ok: true })
      process.kill(core.pid ?? 0, 'SIGKILL')
      await expect.poll(async () => (await core.call('parties.list', {})).ok, { timeout: 20_000 }).toBe(true)
      const answer = await core.call('parties.list', {})
      expect(answer.ok && (answer.value as unknown[]).length).toBe(n)
    }
    await core.stop()
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  test('H4 no process of it connects to anything or looks up a name', async () => {
    const noted = join(temporary.path, 'connections')
    const parts = { rendererDir: smallRenderer(temporary.path) }
    const options = { folder: join(temporary.path, 'lib'), dataDir: join(temporary.path, 'data'), sample: true }
    const child = fork(join(root, 'test/helpers/serve.ts'), [JSON.stringify({ options, parts })], {
      execArgv: [],
      env: { ...process.env, NOTED_CONNECTIONS: noted, NODE_OPTIONS: `--import=${join(root, 'test/helpers/note-connections.mjs')}` },
    })
    const { url } = await new Promise<{ url: string }>((done) => child.once('message', (message) => done(message as { url: string })))
    const { client, host } = session(new URL(url).origin, (await tradeUrl(url)) ?? '')
    expect(await client.call('library.status', {})).toMatchObject({ open: true, name: 'Sample' })
    await client.call('compare.matrix', {})
    await host('libraries.backup', {})
    const ended = new Promise((done) => child.once('exit', done))
    child.send('end')
    expect(await ended).toBe(0)
    const lines = readFileSync(noted, 'utf8').trim().split('\n')
    expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(2)
    expect(lines.filter((line) => !line.endsWith(' started'))).toEqual([])
  })
})
