/**
 * A browser host inside the test's own process, with folders of its own, and a client that knows its token. Without `core` or
 * `coreEntry` in the parts it runs on the double.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type RunningServer, type ServerOptions, type ServerParts } from '../../src/server/index.ts'
import type { Core } from '../../src/shared/rpc/core-control.ts'
import { createCoreDouble, type CoreDouble } from './core-double.ts'

export interface TestServer {
  server: RunningServer
  /** The double, also where the parts bring another core (it is then idle). */
  core: CoreDouble
  origin: string
  token: string
  /** Holds `lib`, `data` and `renderer`; goes with the server. */
  root: string
  folder: string
  dataDir: string
  /** A request with the token. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** A procedure or host action; the envelope. */
  post(path: string, input?: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** A folder for one test, gone when `remove` is called. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'parley-server-')))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Writes a renderer of a few files, and gives back its folder. */
export function smallRenderer(root: string, files: Record<string, string> = {}): string {
  const folder = join(root, 'renderer')
  const all = {
    'index.html':
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Parley</title><script type="module" src="./assets/app.js"></script>',
    'assets/app.js': 'document.title = "started"',
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Trades a one-time address for the token, as the page does it. Null where the server refuses. */
export async function tradeUrl(url: string): Promise<string | null> {
  const { origin, searchParams } = new URL(url)
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify({ code: searchParams.get('open') }),
  })
  return answer.ok ? ((await answer.json()) as { token: string }).token : null
}

export async function startTestServer(options: ServerOptions = {}, parts: ServerParts & { ownCore?: boolean } = {}): Promise<TestServer> {
  const temporary = temporaryFolder()
  const root = temporary.path
  const folder = options.folder ?? join(root, 'lib')
  const dataDir = options.dataDir ?? join(root, 'data')
  const core = createCoreDouble()
  const { ownCore, ...given } = parts
  const used: { core?: Core } = ownCore || given.coreEntry !== undefined ? {} : { core }
  const rendererDir = given.rendererDir ?? smallRenderer(root)
  const server = await startServer({ ...options, folder, dataDir }, { ...used, ...given, rendererDir }).catch((error: unknown) => {
    temporary.remove()
    throw error
  })
  const origin = `http://127.0.0.1:${server.port}`
  const token = (await tradeUrl(server.url)) ?? ''
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(origin + path, { ...init, headers: { ...(init.headers as Record<string, string> | undefined), 'x-parley-token': token } })
  return {
    server,
    core,
    origin,
    token,
    root,
    folder,
    dataDir,
    ask,
    post: async (path, input = {}) =>
      JSON.parse(await (await ask(path, { method: 'POST', body: JSON.stringify(input) })).text()) as unknown,
    async stop() {
      await server.close()
      temporary.remove()
    },
  }
}
