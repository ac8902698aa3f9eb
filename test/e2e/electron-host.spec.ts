/**
 * The Electron host from outside: the built app in the real Electron, or on the stand-in. What the page may and may not do, who is heard,
 * and what survives a crash, a second start and the end. Screens are tested elsewhere: here the page has only loaded.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { closeApp, descendants, expect, firstPage, hostKind, launchApp, stillRunning, test as base } from './launch.ts'
import type { Bridge } from '../../src/shared/rpc/host-port.ts'

declare global {
  interface Window {
    readonly parley?: Bridge
  }
}

type Answer = { ok: true; value: unknown } | { ok: false; error: { code: string; message: string; details?: Record<string, unknown> } }

interface Trap {
  url: string
  port: number
  hits: string[]
}

const test = base.extend<{ trap: Trap; folder: string }>({
  /** A server on this machine that no page of ours may ever reach. */
  trap: async ({}, use) => {
    const hits: string[] = []
    const server: Server = createServer((request, response) => {
      hits.push(String(request.url))
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('trapped')
    })
    server.on('connection', () => hits.push('connection'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await use({ url: `http://127.0.0.1:${port}/`, port, hits })
    server.closeAllConnections()
    server.close()
  },
  /** A folder for libraries, beside the profile's own files. */
  folder: async ({ userData }, use) => {
    const folder = join(userData, 'work')
    mkdirSync(folder, { recursive: true })
    await use(folder)
  },
})

/** Windows has no signal that asks a process to end; only Linux shows the command lines that tell processes apart. */
const testWithSignals = process.platform === 'win32' ? () => undefined : test
const testOnLinux = process.platform === 'linux' ? test : () => undefined

const call = (page: Page, name: string, input: unknown = {}): Promise<Answer> =>
  page.evaluate(([procedure, value]) => window.parley?.call(procedure, value), [name, input] as const) as Promise<Answer>
const host = (page: Page, action: string, input: unknown = {}): Promise<Answer> =>
  page.evaluate(([name, value]) => window.parley?.host(name, value), [action, input] as const) as Promise<Answer>

async function value(answer: Promise<Answer>): Promise<unknown> {
  const result = await answer
  expect(result).toMatchObject({ ok: true })
  return result.ok ? result.value : undefined
}

/** Answers the next save dialogs with a path. */
const answerSave = (app: ElectronApplication, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)

async function createLibrary(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerSave(app, path)
  await value(host(page, 'libraries.create'))
}

async function importText(page: Page, name: string, text: string): Promise<void> {
  const staged = (await value(
    page.evaluate(([file, content]) => window.parley?.host('files.stage', { name: file, bytes: new TextEncoder().encode(content) }), [
      name,
      text,
    ] as const) as Promise<Answer>,
  )) as { stagedId: string }
  await value(call(page, 'imports.start', { items: [{ stagedId: staged.stagedId }] }))
  await expect.poll(async () => (await articles(page)).map((article) => article.chars)).toContain(text.length)
}

async function articles(page: Page): Promise<{ title: string; chars: number }[]> {
  const list = (await value(call(page, 'articles.list'))) as { items: { title: string; chars: number }[] }
  return list.items
}

const address = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '')
const windowCount = (app: ElectronApplication): Promise<number> => app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
  })
}
const logOf = (userData: string): string => {
  const file = join(userData, 'logs/parley.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
/** Everything of the profile but Chromium's own files, which the stand-in keeps in a folder of their own. */
const ownFiles = (userData: string): string[] => filesBelow(userData).filter((path) => !path.includes('standin-chromium'))

const gone = async (app: ElectronApplication): Promise<void> => {
  const child = app.process()
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve))
}

test('A1 A2 A15 the page reaches nothing but its own origin', async ({ app, page, trap }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const outcome = await page.evaluate(async ({ url, port }) => {
    const failed = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'reached',
        () => 'failed',
      )
    const loaded = (element: HTMLImageElement | HTMLIFrameElement | HTMLScriptElement | HTMLObjectElement): Promise<string> =>
      new Promise((resolve) => {
        const done = (word: string) => () => resolve(word)
        element.addEventListener('load', done(element instanceof HTMLIFrameElement ? 'frame' : 'reached'))
        element.addEventListener('error', done('failed'))
        setTimeout(done('failed'), 1_500)
        document.body.append(element)
      })
    const image = (src: string): Promise<string> => loaded(Object.assign(new Image(), { src }))
    const socket = (): Promise<string> =>
      new Promise((resolve) => {
        try {
          const ws = new WebSocket(`ws://127.0.0.1:${port}/`)
          ws.addEventListener('open', () => resolve('reached'))
          ws.addEventListener('error', () => resolve('failed'))
        } catch {
          resolve('failed')
        }
      })
    const stream = (): Promise<string> =>
      new Promise((resolve) => {
        const source = new EventSource(url)
        source.addEventListener('open', () => resolve('reached'))
        source.addEventListener('error', () => {
          source.close()
          resolve('failed')
        })
      })
    const xhr = (): Promise<string> =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest()
        request.addEventListener('load', () => resolve('reached'))
        request.addEventListener('error', () => resolve('failed'))
        request.open('GET', url)
        request.send()
      })
    navigator.sendBeacon(url, 'x')
    const frame = Object.assign(document.createElement('iframe'), { src: 'file:///etc/passwd' })
    const framed = await loaded(frame)
    return {
      results: await Promise.all([
        failed(fetch(url)),
        failed(fetch('https://example.org/')),
        failed(fetch('file:///etc/passwd')),
        xhr(),
        socket(),
        stream(),
        image(url),
        image('https://example.org/x.png'),
        image('file:///etc/hostname'),
        loaded(Object.assign(document.createElement('script'), { src: url })),
        loaded(Object.assign(document.createElement('object'), { data: url })),
      ]),
      framed,
      frameText: (() => {
        try {
          return frame.contentDocument?.body.textContent ?? ''
        } catch {
          return ''
        }
      })(),
    }
  }, trap)
  expect(new Set(outcome.results)).toEqual(new Set(['failed']))
  expect(outcome.frameText).not.toContain('root:')
  expect(trap.hits).toEqual([])
  const own = await page.evaluate(() => window.location.origin)
  // What was asked for and refused shows up as a request too; what was answered came from us.
  for (const url of requests) {
    const request = new URL(url)
    if (request.origin === own || ['data:', 'blob:'].includes(request.protocol)) continue
    expect(['example.org', `127.0.0.1:${trap.port}`, '']).toContain(request.host)
  }
  expect(await windowCount(app)).toBe(1)
})

test.describe('an app that is looked at and left as it was', () => {
  // One start for all of them: each takes seconds.
  test.describe.configure({ mode: 'default' })
  let app: ElectronApplication
  let page: Page
  let profile: string
  test.beforeAll(async () => {
    profile = realpathSync(mkdtempSync(join(tmpdir(), 'parley-e2e-')))
    app = await launchApp({ userData: profile })
    page = await firstPage(app)
  })
  test.afterAll(async () => {
    await closeApp(app)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  })

  test('A3 every window is locked down', async () => {
    await page.title()
    const preferences = await app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) => (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
    )
    expect(preferences).toHaveLength(1)
    for (const preference of preferences) {
      expect(preference).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true })
      for (const off of [
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'webviewTag',
        'allowRunningInsecureContent',
        'experimentalFeatures',
      ]) {
        expect(preference[off] ?? false).toBe(false)
      }
    }
  })

  test('A4 nothing of Node is in the page, and text does not become code', async () => {
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global', 'exports', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
      ),
    ).toEqual([])
    // In a timer, because what the debugger evaluates is exempt from the policy.
    const evaluated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              const make = Function as unknown as (text: string) => () => unknown
              resolve(make('return 1')())
            } catch (error) {
              resolve((error as Error).name)
            }
          })
        }),
    )
    expect(evaluated).toBe('EvalError')
  })

  test('A5 permissions are denied without a prompt', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read', 'display-capture']
      const entries = names.map(async (name) => {
        const state = await navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => status.state as string,
          () => 'unknown',
        )
        return [name, state] as const
      })
      return Object.fromEntries(await Promise.all(entries))
    })
    for (const [name, state] of Object.entries(states)) expect(`${name}: ${state}`).toMatch(/: (denied|unknown)$/)
    const used = await page.evaluate(async () => {
      const failed = (work: () => Promise<unknown>): Promise<string> =>
        Promise.resolve()
          .then(work)
          .then(
            (result) => (result === 'denied' ? 'denied' : 'granted'),
            () => 'denied',
          )
      const device = (name: string, method: string): Promise<unknown> => {
        const api = (navigator as unknown as Record<string, Record<string, (options: object) => Promise<unknown>> | undefined>)[name]
        return api?.[method] ? api[method]({ filters: [] }) : Promise.reject(new Error('absent'))
      }
      return Promise.all([
        failed(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        failed(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        failed(() => navigator.mediaDevices.getUserMedia({ video: true })),
        failed(() => navigator.mediaDevices.getDisplayMedia()),
        failed(() => Notification.requestPermission()),
        failed(() => navigator.clipboard.readText()),
        failed(() => document.documentElement.requestFullscreen()),
        failed(() => device('usb', 'requestDevice')),
        failed(() => device('hid', 'requestDevice').then((list) => ((list as unknown[]).length === 0 ? 'denied' : list))),
        failed(() => device('serial', 'requestPort')),
      ])
    })
    expect(new Set(used)).toEqual(new Set(['denied']))
  })

  test('A6 the page comes with the headers that lock it', async () => {
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers))
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    const inline = await page.evaluate(
      () => [...document.scripts].filter((script) => script.src === '' && script.type !== 'application/json').length,
    )
    expect(inline).toBe(0)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      return 'inlineRan' in window
    })
    expect(ran).toBe(false)
  })

  test('A7 a webview is an unknown element', async () => {
    await page.evaluate(() => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.org/')
      document.body.append(view)
    })
    await page.waitForTimeout(300)
    expect(await windowCount(app)).toBe(1)
  })

  test('A13 wrong messages are answered by name and do no harm', async () => {
    const answers = (await page.evaluate(async () => {
      const bridge = window.parley as unknown as Record<'call' | 'host', (...args: unknown[]) => Promise<unknown>>
      let deep: unknown = {}
      for (let i = 0; i < 500; i++) deep = { deep }
      const inputs: unknown[][] = [
        [],
        [1],
        ['nothing.here', {}],
        ['__proto__', {}],
        ['constructor', {}],
        ['articles.get', { id: 'x' }],
        ['articles.get', { id: Number.NaN }],
        ['articles.get', { id: 1, more: true }],
        ['articles.get', JSON.parse('{"__proto__":{"id":1}}')],
        ['articles.list', { text: 'x'.repeat(10_000_000) }],
        ['articles.get', deep],
        ['articles.get', new Map([[1, 2]])],
        ['links.open', { url: 7 }],
        ['settings.set', { theme: 'pink' }],
        ['settings.set', { nothing: 1 }],
        ['files.stage', { name: '', bytes: new Uint8Array(1) }],
        ['files.stage', { name: 'a', bytes: 'text' }],
        ['outputs.save', { outputId: 1 }],
      ]
      const results: unknown[] = []
      for (const args of inputs) {
        for (const way of ['call', 'host'] as const) {
          const answer = await bridge[way](...args).catch((error: Error) => ({ thrown: error.message }))
          results.push({ asked: `${way} ${String(args[0])}`, answer })
        }
      }
      return results
    })) as { asked: string; answer: Answer }[]
    for (const { asked, answer } of answers) {
      expect({ asked, answer }).toMatchObject({ asked, answer: { ok: false } })
      if (answer.ok) continue
      expect(['invalid-input', 'unknown-procedure', 'no-library']).toContain(answer.error.code)
      expect(JSON.stringify(answer)).not.toMatch(/\n {2,}at |file:\/\/|node_modules|out\/main/)
    }
    expect(await call(page, 'library.status')).toMatchObject({ ok: true, value: { open: false } })
  })

  test('A14 only files of the bundle are served', async () => {
    const statuses = await page.evaluate(async () => {
      const paths = [
        '/../../main.js',
        '/%2e%2e/main/index.js',
        '/..%2fmain%2findex.js',
        '/..%5cmain%5cindex.js',
        '/%00',
        '/index.html%00',
        '//etc/passwd',
        '/C:/Windows/win.ini',
        '/%E0%A4%A',
        '/absent.js',
      ]
      // A path of two slashes would be another host: it is asked for with our own before it.
      return Promise.all(
        paths.map((path) =>
          fetch(`${location.origin}${path}`).then(
            (response) => response.status,
            () => 0,
          ),
        ),
      )
    })
    for (const status of statuses) expect([0, 400, 404]).toContain(status)
    expect(await page.evaluate(() => fetch('/index.html').then((response) => response.status))).toBe(200)
  })

  test('A16 the page sees three frozen functions and no event object', async () => {
    const shape = await page.evaluate(() => {
      const bridge = window.parley as unknown as Record<string, unknown>
      let changed = true
      try {
        bridge.call = () => undefined
        changed = bridge.call?.toString() === '() => undefined'
      } catch {
        changed = false
      }
      return {
        keys: Object.keys(bridge),
        types: Object.values(bridge).map((item) => typeof item),
        frozen: Object.isFrozen(bridge),
        changed,
      }
    })
    expect(shape).toEqual({
      keys: ['call', 'host', 'subscribe'],
      types: ['function', 'function', 'function'],
      frozen: true,
      changed: false,
    })
    await page.evaluate(() => {
      const heard: unknown[][] = []
      Object.assign(window, { heard })
      window.parley?.subscribe((...args: unknown[]) => void heard.push(args))
    })
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.keys')?.click() as unknown)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[][] }).heard))
      .toEqual([[{ event: 'menu', payload: { command: 'help.keys' } }]])
  })
})

test('A8 the page cannot be led away', async ({ app, page, trap, userData }) => {
  const before = await address(app)
  const attempts: [string, (url: string) => void][] = [
    ['https://example.com/', (url) => { location.href = url }], // prettier-ignore
    ['app://evil/', (url) => { location.href = url }], // prettier-ignore
    [trap.url, (url) => { location.assign(url) }], // prettier-ignore
    [trap.url, (url) => { document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` })) }], // prettier-ignore
    [trap.url, (url) => { const form = Object.assign(document.createElement('form'), { action: url, method: 'post' }); document.body.append(form); form.submit() }], // prettier-ignore
    [trap.url, (url) => { const a = Object.assign(document.createElement('a'), { href: url, textContent: 'x' }); document.body.append(a); a.click() }], // prettier-ignore
  ]
  await page.evaluate(() => Object.assign(window, { untouched: true }))
  for (const [url, attempt] of attempts) {
    await page.evaluate(attempt, url).catch(() => undefined)
    await page.waitForTimeout(150)
    expect(await address(app)).toBe(before)
  }
  await page.evaluate(() => history.back())
  await page.waitForTimeout(150)
  expect(await address(app)).toBe(before)
  expect(await page.evaluate(() => 'untouched' in window)).toBe(true)
  expect(trap.hits).toEqual([])
  const log = logOf(userData)
  expect(log).toContain('navigation-refused')
  expect(log).not.toContain('example.com')
})

test('A8 a file address leads nowhere', async ({ app, page }) => {
  const before = await address(app)
  await page
    .evaluate(() => {
      location.href = 'file:///etc/passwd'
    })
    .catch(() => undefined)
  await page.waitForTimeout(300)
  expect(await address(app)).toBe(before)
  expect(await page.evaluate(() => typeof window.parley)).toBe('object')
})

test('A9 A10 no window opens and nothing is downloaded', async ({ app, page, trap }) => {
  expect(
    await page.evaluate(() =>
      [window.open('https://example.org/'), window.open('about:blank'), window.open('/index.html')].map((opened) => opened === null),
    ),
  ).toEqual([true, true, true])
  await page.evaluate((url) => {
    const box = Object.assign(document.createElement('div'), { id: 'links' })
    Object.assign(box.style, { position: 'fixed', insetBlockStart: '0', insetInlineStart: '0', zIndex: '99999', background: 'white' })
    const link = (id: string, attributes: object): void =>
      box.append(Object.assign(document.createElement('a'), { id, textContent: id, href: url, ...attributes }), ' ')
    link('blank', { target: '_blank' })
    link('plain', {})
    link('download', { download: 'x.txt' })
    link('bytes', { download: 'x.txt', href: URL.createObjectURL(new Blob(['x'])) })
    document.body.append(box)
  }, trap.url)
  await page.click('#blank')
  await page.click('#plain', { modifiers: ['ControlOrMeta'] })
  await page.click('#plain', { button: 'middle' })
  await page.click('#plain', { modifiers: ['Shift'] })
  await page.click('#download')
  await page.click('#bytes')
  await page.waitForTimeout(500)
  expect(await windowCount(app)).toBe(1)
  expect(app.windows()).toHaveLength(1)
  expect(trap.hits).toEqual([])
})

test('A11 links open outside only as https or mail, and only after the whole address was shown', async ({ app, page }) => {
  await app.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[], answer: 1 }
    Object.assign(globalThis, { seen })
    dialog.showMessageBox = (...args: unknown[]) => {
      seen.asked.push((args.at(-1) as { detail: string }).detail)
      return Promise.resolve({ response: seen.answer, checkboxChecked: false })
    }
    shell.openExternal = (url) => {
      seen.opened.push(url)
      return Promise.resolve()
    }
  })
  const seen = (): Promise<{ asked: string[]; opened: string[] }> =>
    app.evaluate(() => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen)
  const script = ['javascript', 'alert(1)'].join(':')
  for (const url of [
    script,
    'data:text/html,x',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id',
    'vscode://file/x',
    'https://a@b',
    'https://ok.example\nhttp://x',
    `https://ok.example/${'a'.repeat(9_000)}`,
    'http://example.org/',
  ]) {
    expect(await host(page, 'links.open', { url })).toEqual({ ok: true, value: { opened: false } })
  }
  expect(await host(page, 'links.open', { url: `https://ok.example/${'a'.repeat(20_000)}` })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  })
  expect(await seen()).toMatchObject({ asked: [], opened: [] })
  expect(await host(page, 'links.open', { url: 'https://аррӏе.example/' })).toEqual({ ok: true, value: { opened: false } })
  expect(await seen()).toMatchObject({ asked: ['https://xn--80ak6aa92e.example/'], opened: [] })
  await app.evaluate(() => Object.assign((globalThis as unknown as { seen: object }).seen, { answer: 0 }))
  expect(await host(page, 'links.open', { url: 'https://example.org/a?b#c' })).toEqual({ ok: true, value: { opened: true } })
  expect(await seen()).toMatchObject({ opened: ['https://example.org/a?b#c'] })
})

test('A12 subframes have no bridge, other windows are not heard', async ({ app, page }) => {
  const inFrame = await page.evaluate(async () => {
    const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>report' })
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve)
      document.body.append(frame)
    })
    return typeof (frame.contentWindow as unknown as { parley?: unknown }).parley
  })
  expect(inFrame).toBe('undefined')
  const answers = await app.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    if (first === undefined) throw new Error('no window')
    const { preload } = (first.webContents as unknown as { getLastWebPreferences(): { preload: string } }).getLastWebPreferences()
    const results: string[] = []
    for (const url of ['about:blank', 'data:text/html,x', 'app://parley/index.html']) {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
      await other.loadURL(url)
      const asked = `window.parley ? window.parley.call('library.status', {}).then(() => 'heard', (error) => error.message) : 'no bridge'`
      results.push(String(await other.webContents.executeJavaScript(asked)))
      other.removeAllListeners('close')
      other.destroy()
    }
    return results
  })
  for (const answer of answers) expect(answer).toMatch(/refused|no bridge/)
  expect(answers.at(-1)).toContain('refused')
  expect(await call(page, 'library.status')).toMatchObject({ ok: true })
})

test('A17 a second start hands its file to the first and ends', async ({ app, page, launch, userData, folder }) => {
  test.slow()
  await createLibrary(app, page, join(folder, 'first.parley'))
  const second = join(folder, 'second.parley')
  await createLibrary(app, page, second)
  await value(host(page, 'libraries.close'))
  await launch({ userData, args: [second] }).catch(() => undefined)
  await expect.poll(async () => ((await value(call(page, 'library.status'))) as { name: string | null }).name).toBe('second')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('second — Parley')
})

test('a library named at the start is opened', async ({ launch, folder }) => {
  test.slow()
  const path = join(folder, 'talks.parley')
  const first = await launch()
  await createLibrary(first, await firstPage(first), path)
  await first.close()
  const again = await launch({ args: [path] })
  const page = await firstPage(again)
  await expect.poll(async () => ((await value(call(page, 'library.status'))) as { name: string | null }).name).toBe('talks')
})

test('C5 a file at the start that is no library is told on the first page, and left as it is', async ({ launch, folder }) => {
  const broken = join(folder, 'broken.parley')
  writeFileSync(broken, 'not a library at all')
  const app = await launch({ args: [broken] })
  const page = await firstPage(app)
  await expect(page.getByText(/broken/).first()).toBeVisible()
  expect(await call(page, 'library.status')).toMatchObject({ ok: true, value: { open: false } })
  expect(readFileSync(broken, 'utf8')).toBe('not a library at all')
})

test('A19 a page whose process dies is loaded anew, with the library still open', async ({ app, page, folder }) => {
  await createLibrary(app, page, join(folder, 'talks.parley'))
  await importText(page, 'one.txt', 'Islamabad, 29 October 2025\n\nThe talks ended without a result.')
  const reloaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => resolve())
        contents?.forcefullyCrashRenderer()
      }),
  )
  await reloaded
  const status = await app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`window.parley.call('library.status', {})`) as Promise<unknown>,
  )
  expect(status).toMatchObject({ ok: true, value: { open: true, name: 'talks', counts: { articles: 1 } } })
})

testOnLinux('a core that dies is replaced and the library opened again', async ({ app, page, folder }) => {
  await createLibrary(app, page, join(folder, 'talks.parley'))
  await importText(page, 'one.txt', 'Islamabad, 29 October 2025\n\nThe talks ended without a result.')
  await page.evaluate(() => {
    const events: string[] = []
    Object.assign(window, { events })
    window.parley?.subscribe((message) => void events.push((message as { event: string }).event))
  })
  const core = coreProcesses(app)
  expect(core).toHaveLength(1)
  process.kill(core[0] ?? 0, 'SIGKILL')
  await expect.poll(() => page.evaluate(() => (window as unknown as { events: string[] }).events)).toContain('coreRestarted')
  expect(await articles(page)).toHaveLength(1)
})

/** Pids of the core's process below the app. */
function coreProcesses(app: ElectronApplication): number[] {
  return descendants(app.process().pid ?? 0).filter((pid) => {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return hostKind === 'standin' ? line.includes('core.js') : line.includes('--utility-sub-type=node')
  })
}

test('A20 closing the window ends everything in time, with all that was written', async ({ app, page, launch, folder }) => {
  test.slow()
  const path = join(folder, 'talks.parley')
  await createLibrary(app, page, path)
  await importText(page, 'one.txt', 'Islamabad, 29 October 2025\n\nThe talks ended without a result.')
  const staged = await page.evaluate(async () => {
    const bytes = new TextEncoder().encode('x '.repeat(50_000))
    const ids: string[] = []
    for (let i = 0; i < 40; i++) {
      const answer = (await window.parley?.host('files.stage', { name: `a${i}.txt`, bytes: new Uint8Array([...bytes, i]) })) as {
        ok: true
        value: { stagedId: string }
      }
      ids.push(answer.value.stagedId)
    }
    return ids
  })
  await value(call(page, 'imports.start', { items: staged.map((stagedId) => ({ stagedId })) }))
  const processes = process.platform === 'win32' ? [] : descendants(app.process().pid ?? 0)
  const end = gone(app)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  await end
  await expect.poll(() => stillRunning(processes)).toEqual([])
  expect(existsSync(`${path}-wal`)).toBe(false)

  const again = await launch({ args: [path] })
  const next = await firstPage(again)
  await expect.poll(async () => ((await value(call(next, 'library.status'))) as { open: boolean }).open).toBe(true)
  const lengths = (await articles(next)).map((article) => article.chars)
  expect(lengths).toContain('Islamabad, 29 October 2025\n\nThe talks ended without a result.'.length)
  const report = (await value(call(next, 'library.check'))) as { ok: boolean }
  expect(report.ok).toBe(true)
})

testWithSignals('A20 a signal to end is obeyed in good order', async ({ app, page, folder }) => {
  const path = join(folder, 'talks.parley')
  await createLibrary(app, page, path)
  await importText(page, 'one.txt', 'Islamabad, 29 October 2025\n\nThe talks ended without a result.')
  const processes = descendants(app.process().pid ?? 0)
  const end = gone(app)
  app.process().kill('SIGTERM')
  await end
  await expect.poll(() => stillRunning(processes)).toEqual([])
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test('F11 H5 H6 logs hold no text, no dump is written, files are this user’s alone', async ({ app, page, userData, folder }) => {
  const secret = 'Zx7QkPlantedSecret42'
  await createLibrary(app, page, join(folder, 'talks.parley'))
  await importText(page, `${secret}.txt`, `Islamabad, 29 October 2025\n\n${secret} said nothing.`)
  for (const name of ['articles.get', 'annotations.create', 'reports.start', 'imports.start', 'history.undo'])
    await call(page, name, { id: secret, text: secret })
  await host(page, 'links.open', { url: `https://a@${secret}.example/` })
  await page.evaluate((word) => { location.href = `https://${word}.example/` }, secret).catch(() => undefined) // prettier-ignore
  await page.waitForTimeout(200)
  await app.close()
  const files = ownFiles(userData)
  const telling = files.filter((path) => !path.startsWith(folder) && readFileSync(path).includes(secret))
  expect(telling.filter((path) => !/(Local Storage|Session Storage|Cache|IndexedDB)/.test(path))).toEqual([])
  expect(files.filter((path) => path.endsWith('.dmp'))).toEqual([])
  if (process.platform !== 'win32') {
    for (const path of [join(folder, 'talks.parley'), join(userData, 'window.json'), join(userData, 'logs/parley.log')])
      expect(`${path} ${(statSync(path).mode & 0o777).toString(8)}`).toBe(`${path} 600`)
  }
})

test('F12 a broken settings file does not keep the app from starting', async ({ launch, userData }) => {
  writeFileSync(join(userData, 'settings.json'), '{"theme": "dark", "zoom": ')
  const app = await launch()
  const page = await firstPage(app)
  expect(await host(page, 'settings.get')).toMatchObject({ ok: true, value: { theme: 'system', zoom: 1 } })
  expect(readFileSync(join(userData, 'settings.json.bad'), 'utf8')).toBe('{"theme": "dark", "zoom": ')
})

test('settings and the window’s place outlive a restart; the menu changes the theme for the page too', async ({ launch }) => {
  test.slow()
  const first = await launch()
  const page = await firstPage(first)
  await value(host(page, 'settings.set', { coder: 'Ada' }))
  await first.evaluate(({ BrowserWindow, Menu }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 900, height: 700 })
    Menu.getApplicationMenu()?.getMenuItemById('theme.dark')?.click()
  })
  await expect.poll(() => first.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  await first.close()
  const second = await launch()
  const window = await firstPage(second)
  expect(await host(window, 'settings.get')).toMatchObject({ ok: true, value: { coder: 'Ada', theme: 'dark' } })
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({
    width: 900,
    height: 700,
  })
})

test('the menu follows the library', async ({ app, page, folder }) => {
  const enabled = (id: string): Promise<boolean | undefined> =>
    app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.enabled, id)
  expect(await enabled('import.files')).toBe(false)
  await createLibrary(app, page, join(folder, 'talks.parley'))
  await expect.poll(() => enabled('import.files')).toBe(true)
  await expect.poll(() => enabled('library.recent')).toBe(true)
  const recent = (await value(host(page, 'libraries.recent'))) as { recentId: string; name: string }[]
  expect(recent).toMatchObject([{ name: 'talks', folder: 'work' }])
  expect(JSON.stringify(recent)).not.toContain(folder)
  await value(host(page, 'libraries.close'))
  await expect.poll(() => enabled('import.files')).toBe(false)
  await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click() as unknown, `recent:${recent[0]?.recentId}`)
  await expect.poll(async () => ((await value(call(page, 'library.status'))) as { name: string | null }).name).toBe('talks')
})

test('the sample library opens, and keeps what was done in it', async ({ launch, userData }) => {
  test.slow()
  const first = await launch({ args: ['--sample'] })
  const page = await firstPage(first)
  await expect.poll(async () => ((await value(call(page, 'library.status'))) as { open: boolean }).open).toBe(true)
  const { articles: made } = JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/sample/library.json'), 'utf8')) as {
    articles: unknown[]
  }
  await expect.poll(async () => (await articles(page)).length).toBe(made.length)
  // The last step of making it, after which it counts as made.
  await expect.poll(() => readFileSync(join(userData, 'window.json'), 'utf8')).toContain('"sampleMade": true')
  await importText(page, 'mine.txt', 'Islamabad, 29 October 2025\n\nMy own article.')
  await first.close()
  const second = await launch({ args: ['--sample'] })
  const window = await firstPage(second)
  await expect.poll(async () => ((await value(call(window, 'library.status'))) as { open: boolean }).open).toBe(true)
  expect(await articles(window)).toHaveLength(made.length + 1)
})

test('with another library nothing of the first stays on the screen', async ({ app, page, folder }) => {
  test.slow()
  await createLibrary(app, page, join(folder, 'first.parley'))
  await importText(page, 'one.txt', 'Quillfeather talks end without a result\n\nIslamabad, 29 October 2025. Nobody signed.')
  await expect(page.getByText(/Quillfeather/).first()).toBeVisible()
  await createLibrary(app, page, join(folder, 'second.parley'))
  await expect(page.getByText('second').first()).toBeVisible()
  await expect(page.getByText(/Quillfeather/)).toHaveCount(0)
  await importText(page, 'two.txt', 'Harrowgate talks resume\n\nIslamabad, 30 October 2025. Everybody came.')
  await expect(page.getByText(/Harrowgate/).first()).toBeVisible()
})
