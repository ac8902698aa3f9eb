/**
 * What the stand-in promises of pages: messages between page and main, two worlds, a policy that holds, permissions, navigation, theme and
 * zoom. Shown on test/standin/fixture-app and meant for the real Electron as well, like standin.spec.ts.
 */
import { seen, test } from '../standin/fixture.ts'
import { expect } from './launch.ts'

test('ipc carries what structured clone carries, and names the sender', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const value = {
      date: new Date(0),
      map: new Map([['a', new Set([1n])]]),
      bytes: new Uint8Array([1, 2, 255]),
      none: undefined,
      nan: Number.NaN,
      proto: JSON.parse('{"__proto__":1}') as object,
    }
    const back = (await window.fixture.call('echo', value)) as { value: typeof value; own: boolean; from: string }
    const { date, map, bytes, nan, proto } = back.value
    const plain = {
      date: date.toISOString(),
      set: map.get('a')?.has(1n),
      bytes: [...bytes],
      none: 'none' in back.value,
      nan,
      proto: Object.keys(proto),
    }
    return { ...plain, own: back.own, from: back.from }
  })
  const plain = { date: '1970-01-01T00:00:00.000Z', set: true, bytes: [1, 2, 255], none: true, nan: Number.NaN, proto: ['__proto__'] }
  expect(result).toEqual({ ...plain, own: true, from: 'app://fixture/index.html' })
  const failures = await page.evaluate(() => {
    const message = (error: unknown): string => (error as Error).message
    const failure = (channel: string, value?: unknown): Promise<unknown> => window.fixture.call(channel, value).catch(message)
    return Promise.all([failure('echo', { run: () => 1 }), failure('fail'), failure('lost')])
  })
  expect(failures[0]).toContain('could not be cloned')
  expect(failures[1]).toBe("Error invoking remote method 'fail': RangeError: on purpose")
  expect(failures[2]).toBe("Error invoking remote method 'lost': Error: No handler registered for 'lost'")
})

test('messages go both ways, in order', async ({ app, page }) => {
  await page.evaluate(() => {
    for (const n of [1, 2, 3]) window.fixture.tell({ n })
  })
  await expect(page.locator('#told')).toHaveText('{"n":3}')
  expect((await seen(app)).ipc).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('the page has only what the preload exposes, frozen', async ({ page }) => {
  const world = await page.evaluate(() => {
    const globals = globalThis as unknown as Record<string, unknown>
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'leak', 'ipcRenderer'].filter((name) => globals[name] !== undefined)
    const functions = Object.values(window.fixture).every((fn) => Object.isFrozen(fn))
    return { names, keys: Object.keys(window.fixture), frozen: Object.isFrozen(window.fixture), functions }
  })
  expect(world).toEqual({ names: [], keys: ['call', 'tell', 'subscribe'], frozen: true, functions: true })
})

test('permissions are denied without a prompt', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).toEqual(states.map(() => 'denied'))
  const refusals = await page.evaluate(() => {
    const position = new Promise((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done('given'),
        (error) => done(error.code),
      )
    })
    const outcome = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'given',
        (error: Error) => error.name,
      )
    return Promise.all([
      position,
      outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      outcome(document.documentElement.requestFullscreen()),
    ])
  })
  expect(refusals[0]).toBe(1)
  expect(['NotAllowedError', 'NotFoundError']).toContain(refusals[1])
  expect(refusals[2]).toBe('TypeError')
})

test('the page cannot leave', async ({ app, page }) => {
  for (const target of ['https://evil.example/', 'app://evil/index.html', 'http://127.0.0.1:9/']) {
    await page.evaluate((address) => void (location.href = address), target)
    await expect.poll(async () => (await seen(app)).navigations.at(-1)).toBe(target)
  }
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
  expect(url).toBe('app://fixture/index.html')
  await expect(page.getByRole('heading')).toBeVisible()
})

test('the page opens no window, but its wish is heard', async ({ app, page }) => {
  expect(await page.evaluate(() => window.open('https://window.example/') === null)).toBe(true)
  await page.locator('#blank').click()
  await expect.poll(async () => (await seen(app)).opened).toEqual(['https://window.example/', 'https://blank.example/'])
  expect(app.windows()).toHaveLength(1)
})

test('the policy of the page holds: no inline script, no code from a string, no way out', async ({ page }) => {
  expect(await page.title()).toBe('Fixture')
  // In a timer: what the debugger itself evaluates is exempt from the policy.
  const code = `new Promise((done) => setTimeout(() => { try { done(new Function('return 1')()) } catch (error) { done(error.name) } }))`
  expect(await page.evaluate(code)).toBe('EvalError')
  const outcome = (address: string): Promise<unknown> => page.evaluate((url) => fetch(url).then((answer) => answer.status, (error: Error) => error.name), address) // prettier-ignore
  expect(await outcome('https://example.org/')).toBe('TypeError')
  expect(await outcome('./page.js')).toBe(200)
  expect(await outcome('./missing.js')).toBe(404)
})

test('theme, zoom and bounds reach the page', async ({ app, page }) => {
  const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'))
  await expect.poll(isDark).toBe(true)
  await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'))
  await expect.poll(isDark).toBe(false)
  const size = (): Promise<number[]> => page.evaluate(() => [innerWidth, devicePixelRatio])
  const [width = 0, ratio = 1] = await size()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await expect.poll(async () => (await size())[1]).toBeCloseTo(ratio * 2)
  expect((await size())[0]).toBeCloseTo(width / 2, -1)
  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ width: 900, height: 640 })
    return [window?.getBounds().width, window?.getTitle()]
  })
  expect(bounds).toEqual([900, 'Fixture'])
  await expect.poll(async () => (await size())[0]).toBeCloseTo(450, -1)
})
