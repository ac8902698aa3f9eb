/** What the browser host leaves on the disk: modes, places, and settings that were damaged. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeDoorway } from '../../../src/server/browser.ts'
import { openSettings } from '../../../src/server/settings-file.ts'
import { settingsSchema } from '../../../src/shared/rpc/host-port.ts'
import { startTestServer, temporaryFolder } from '../../helpers/server.ts'

let temporary: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  temporary = temporaryFolder()
})
afterEach(() => temporary.remove())

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('B15 modes', () => {
  test.runIf(process.platform !== 'win32')(
    'B15 H6 everything made by a session is for its owner alone, whatever the umask was',
    async () => {
      const before = process.umask(0o000)
      const host = await startTestServer({ folder: join(temporary.path, 'a/Parley'), dataDir: join(temporary.path, 'b/data') })
      try {
        expect(process.umask(0o077)).toBe(0o077)
        await host.post('/host/libraries.create', { name: 'Doha' })
        await host.post('/host/libraries.openSample')
        await host.post('/host/libraries.backup')
        await host.post('/host/settings.set', { theme: 'dark' })
        const made = [host.folder, host.dataDir].flatMap((folder) => [
          folder,
          ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
        ])
        expect(made.length).toBeGreaterThanOrEqual(8)
        for (const path of made) {
          expect([path, mode(path)]).toEqual([path, statSync(path).isDirectory() ? '700' : '600'])
          expect(statSync(path).uid).toBe(process.getuid?.())
        }
      } finally {
        await host.stop()
        process.umask(before)
      }
    },
  )

  test.runIf(process.platform !== 'win32')(
    'B9 B15 the browser is led in by a private file, and not by an address among its arguments',
    async () => {
      const doorway = await makeDoorway(temporary.path, 'http://127.0.0.1:1/?open=code')
      expect(mode(doorway.path)).toBe('600')
      expect(doorway.path).not.toContain('code')
      expect(readFileSync(doorway.path, 'utf8')).toContain('url=http://127.0.0.1:1/?open=code"')
      await doorway.remove()
      expect(existsSync(doorway.path)).toBe(false)
    },
  )
})

describe('F12 settings', () => {
  const defaults = settingsSchema.parse({})

  test.each([
    ['no JSON', '{"theme":'],
    ['0 bytes', ''],
    ['a list', '[1]'],
    ['null', 'null'],
    ['binary', '\u0000\ufffd\u0001'],
  ])('F12 %s: defaults, the file kept as .bad, and the start goes on', async (_, text) => {
    const path = join(temporary.path, 'settings.json')
    writeFileSync(path, text)
    expect((await openSettings(path)).get()).toEqual(defaults)
    expect(readFileSync(`${path}.bad`, 'utf8')).toBe(text)
    expect([mode(path), mode(`${path}.bad`)]).toEqual(['600', '600'])
    const host = await startTestServer({ dataDir: temporary.path })
    expect(await host.post('/host/settings.get')).toEqual({ ok: true, value: defaults })
    await host.stop()
  })

  test('F12 wrong types, unknown fields and __proto__: what is right stays, the rest is the default, the file is kept as .bad', async () => {
    const path = join(temporary.path, 'settings.json')
    const text = '{"theme":"dark","zoom":"big","panes":{"left":300,"right":"x"},"reading":7,"unknown":1,"__proto__":{"coder":"Mallory"}}'
    writeFileSync(path, text)
    const settings = (await openSettings(path)).get()
    expect(settings).toEqual({ ...defaults, theme: 'dark', panes: { ...defaults.panes, left: 300 } })
    expect(readFileSync(`${path}.bad`, 'utf8')).toBe(text)
    expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object).toSorted()).toEqual(Object.keys(defaults).toSorted())
  })

  test('an older file with fewer fields is no damage; changes are merged and survive', async () => {
    const path = join(temporary.path, 'settings.json')
    writeFileSync(path, '{"theme":"light"}')
    const file = await openSettings(path)
    expect(existsSync(`${path}.bad`)).toBe(false)
    await Promise.all([file.set({ zoom: 1.5 }), file.set({ reading: { size: 22 } }), file.set({ coder: ' Ada ', unknown: 1 })])
    const expected = { ...defaults, theme: 'light', zoom: 1.5, coder: 'Ada', reading: { ...defaults.reading, size: 22 } }
    expect(file.get()).toEqual(expected)
    expect((await openSettings(path)).get()).toEqual(expected)
  })

  test('F12 where the damaged file cannot be kept, it is left as it is and the start goes on; a change that cannot be written says so', async () => {
    const path = join(temporary.path, 'settings.json')
    writeFileSync(path, 'broken')
    mkdirSync(`${path}.bad`)
    expect((await openSettings(path)).get()).toEqual(defaults)
    expect(readFileSync(path, 'utf8')).toBe('broken')
    const file = await openSettings(join(path, 'settings.json'))
    await expect(file.set({ theme: 'dark' })).rejects.toMatchObject({ code: 'file-unwritable', details: { name: 'settings.json' } })
    expect(file.get().theme).toBe('dark')
  })
})
