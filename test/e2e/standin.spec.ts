/**
 * What the stand-in for Electron's executable promises of processes, menus and starts, shown on a small app (test/standin/fixture-app).
 * The same specs are meant for the real Electron, which takes the stand-in's place wherever its binary is installed: a difference between
 * the two is a fault of the stand-in.
 */
import type { UtilityProcess } from 'electron'
import { appFolder, call, seen, test } from '../standin/fixture.ts'
import { descendants, expect, firstPage, killApp, stillRunning } from './launch.ts'

test('a utility process answers, is another process, and says when it ends', async ({ app, page }) => {
  const kept = await page.evaluate(async () => {
    const { echo } = (await window.fixture.call('worker', new Map([['a', new Uint8Array([7])]]))) as { echo: Map<string, Uint8Array> }
    return echo.get('a')?.[0]
  })
  expect(kept).toBe(7)
  const text = { words: ['one', 'two'], when: new Date(5) }
  expect(await call(page, 'worker', text)).toEqual({ echo: text })
  const who = (await call(page, 'worker', 'who')) as { pid: number; type: string; args: string[] }
  expect(who.type).toBe('utility')
  expect(who.args).toContain('--one')
  expect(who.pid).not.toBe(await app.evaluate(() => process.pid))
  const exit = app.evaluate(() => {
    const { worker } = globalThis as unknown as { worker: UtilityProcess }
    return new Promise<number>((done) => worker.once('exit', done))
  })
  void call(page, 'worker', 'die').catch(() => {})
  expect(await exit).toBe(7)
})

test('menu accelerators fire for keys that the page leaves over', async ({ app, page }) => {
  await page.locator('#text').click()
  const save = 'ControlOrMeta+KeyS'
  for (const keys of [save, 'ControlOrMeta+Shift+KeyS', 'ControlOrMeta+KeyE', 'ControlOrMeta+KeyK', 'F1', 'KeyS'])
    await page.keyboard.press(keys)
  await expect.poll(async () => (await seen(app)).menu.map((item) => item.id)).toEqual(['save', 'save-as', 'help'])
  expect((await seen(app)).menu[0]).toEqual({ id: 'save', window: 1, byKey: true })
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('save')?.click()
  })
  await expect.poll(async () => (await seen(app)).menu.at(-1)).toEqual({ id: 'save', window: 1, byKey: false })
})

test('a second start hands its arguments to the first and ends', async ({ app, page, userData, launch }) => {
  await expect(page.getByRole('heading')).toBeVisible()
  expect(await app.evaluate(({ app: electron }) => electron.hasSingleInstanceLock())).toBe(true)
  const stayed = await launch({ appFolder, args: ['a file.parley'] }).then(
    () => true,
    () => false,
  )
  expect(stayed).toBe(false)
  await expect.poll(async () => (await seen(app)).seconds.length).toBe(1)
  const [second] = (await seen(app)).seconds
  expect(second?.argv).toContain('a file.parley')
  expect(second?.argv).toContain(`--user-data-dir=${userData}`)
  expect(second?.data).toEqual({ from: expect.anything() as unknown })
})

test('a killed holder leaves no lock behind', async ({ launch }) => {
  const first = await launch({ appFolder })
  await firstPage(first)
  await killApp(first)
  const second = await launch({ appFolder })
  await expect((await firstPage(second)).getByRole('heading')).toBeVisible()
})

test('kill -9 leaves no process behind', async ({ app, page }) => {
  await expect(page.getByRole('heading')).toBeVisible()
  const below = descendants(app.process().pid ?? 0)
  // Chromium with its helpers, and the utility process.
  expect(below.length).toBeGreaterThan(3)
  await killApp(app)
  await expect.poll(() => stillRunning(below)).toEqual([])
})

test('quitting leaves no process behind either', async ({ app, page }) => {
  await expect(page.getByRole('heading')).toBeVisible()
  const below = descendants(app.process().pid ?? 0)
  await app.close()
  await expect.poll(() => stillRunning(below)).toEqual([])
})

test('a crashed page is reported and can be reloaded', async ({ app, page }) => {
  await expect(page.getByRole('heading')).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(async () => (await seen(app)).crashes.length).toBe(1)
  // Through main: Playwright gives up a page that has crashed.
  const heading = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) => {
      const ask = 'window.fixture.call("echo", document.querySelector("h1").textContent)'
      return BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(ask)
        .catch(() => null) as Promise<unknown>
    })
  await expect.poll(heading).toMatchObject({ value: 'Fixture' })
})

test('what a page keeps outlives a restart', async ({ launch }) => {
  const first = await launch({ appFolder })
  await (await firstPage(first)).evaluate(() => localStorage.setItem('kept', 'yes'))
  await first.close()
  const second = await launch({ appFolder })
  expect(await (await firstPage(second)).evaluate(() => localStorage.getItem('kept'))).toBe('yes')
})

test('a page that asks to stay keeps the window open; once it does not, the app can be closed', async ({ app, page }) => {
  await page.locator('#text').fill('typed') // a page may only object after it has been used
  // On the stand-in Playwright sees Chromium's question too; with a listener it leaves the answer to the app.
  page.on('dialog', () => {})
  await page.evaluate(() => {
    const stay = (event: Event): void => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    window.addEventListener('dblclick', () => window.removeEventListener('beforeunload', stay))
  })
  const prevented = app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return new Promise<number>((done) => {
      window?.webContents.once('will-prevent-unload', () => done(BrowserWindow.getAllWindows().length))
      window?.close()
    })
  })
  expect(await prevented).toBe(1)
  await page.locator('#text').dblclick()
  await app.close()
})
