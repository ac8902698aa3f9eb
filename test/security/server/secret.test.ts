/** F11: what an article says is in the library and in answers to its reader, and nowhere else: not on the streams of host and core, not in errors. */
import { fork } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { smallRenderer, temporaryFolder, tradeUrl } from '../../helpers/server.ts'

const temporary = temporaryFolder()
afterAll(() => temporary.remove())

const SECRET = 'Zx7QkPlantedSecret42'
const ARTICLE = `${SECRET} speaks\n\nThe minister said: “${SECRET} must never be told.” Nobody signed.\n`

test(
  'F11 a secret in an article, and errors of every kind about it: on no stream of the processes, in no error, in no file but the library',
  { timeout: 120_000 },
  async () => {
    const folder = join(temporary.path, 'lib')
    const dataDir = join(temporary.path, 'data')
    const given = JSON.stringify({ options: { folder, dataDir }, parts: { rendererDir: smallRenderer(temporary.path) } })
    const child = fork(resolve(import.meta.dirname, '../../helpers/serve.ts'), [given], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    let streams = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (streams += bytes.toString()))
    const { url } = await new Promise<{ url: string }>((done) => child.once('message', done))
    const { origin } = new URL(url)
    const token = (await tradeUrl(url)) ?? ''
    const ask = async (path: string, body: string | Uint8Array<ArrayBuffer>): Promise<{ text: string; value: Record<string, unknown> }> => {
      const answer = await fetch(origin + path, { method: 'POST', headers: { origin, 'x-parley-token': token }, body })
      const text = await answer.text()
      return { text, value: ((text === '' ? {} : JSON.parse(text)) as { value?: Record<string, unknown> }).value ?? {} }
    }
    const post = (path: string, input: unknown): ReturnType<typeof ask> => ask(path, JSON.stringify(input))

    await post('/host/libraries.create', { name: 'Talks' })
    const { value: staged } = await ask('/stage?name=talks.txt', new TextEncoder().encode(ARTICLE))
    await post('/rpc/imports.start', { items: [{ stagedId: staged.stagedId }] })
    await expect.poll(async () => (await post('/rpc/articles.list', {})).value.total, { timeout: 20_000 }).toBe(1)
    expect((await post('/rpc/articles.get', { id: 1 })).text).toContain(SECRET)

    const { value: broken } = await ask(`/stage?name=broken.docx`, new TextEncoder().encode(`PK\u0003\u0004${SECRET}`))
    const errors = [
      await post('/rpc/articles.get', { id: SECRET }),
      await post('/rpc/annotations.create', { articleId: 1, start: 0, end: 99_999, tag: SECRET }),
      await post('/rpc/articles.previewRevision', { id: 4_711, text: ARTICLE }),
      await post(`/rpc/${SECRET}`, { text: ARTICLE }),
      await ask('/rpc/articles.get', `{"id": ${SECRET}`),
      await post('/rpc/imports.start', { items: [{ stagedId: SECRET, text: ARTICLE }] }),
    ]
    expect(errors.filter(({ text }) => !text.includes('"ok":false'))).toEqual([])
    // A tag that is not there is named, so that whoever wrote it finds it; no error quotes more than what was asked with.
    for (const { text } of errors) expect(text).not.toMatch(/must never be told|Nobody signed/)
    const { value: preview } = await post('/rpc/imports.preview', { items: [{ stagedId: broken.stagedId }] })
    expect(JSON.stringify(preview)).not.toContain(SECRET)

    const ended = new Promise((done) => child.once('exit', done))
    child.send('end')
    await ended
    expect(streams).not.toContain(SECRET)
    const files = readdirSync(temporary.path, { recursive: true, encoding: 'utf8' }).map((name) => join(temporary.path, name))
    const telling = files.filter((path) => statSync(path).isFile() && readFileSync(path).includes(SECRET))
    expect(telling).toEqual([join(folder, 'Talks.parley')])
  },
)
