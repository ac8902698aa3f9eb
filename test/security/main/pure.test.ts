/** Small pure parts of the shell: arguments, names of files, the window's place, zoom, menu, events that wait, the log. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { handOverSchema, readArguments } from '../../../src/main/arguments.ts'
import { windowPlace } from '../../../src/main/bounds.ts'
import { libraryName, safeFileName, withEnding } from '../../../src/main/file-names.ts'
import { openLog, traceOf } from '../../../src/main/log.ts'
import { menuTemplate, nextZoom, type MenuState } from '../../../src/main/menu.ts'
import { words } from '../../../src/main/messages.ts'
import { createOutbox, type PageEvent } from '../../../src/main/outbox.ts'
import { menuCommandSchema } from '../../../src/shared/rpc/host-port.ts'

describe('A17 arguments', () => {
  const cwd = resolve('/home/ada')
  test('in development the first plain argument is the app itself', () => {
    const argv = ['/usr/bin/electron', '--inspect=0', '/opt/parley', '--user-data-dir=profile', 'talks.parley', '--sample', '/tmp/a.txt']
    expect(readArguments(argv, { packaged: false, cwd })).toEqual({
      files: [join(cwd, 'talks.parley'), '/tmp/a.txt'],
      links: [],
      sample: true,
      userData: join(cwd, 'profile'),
    })
  })
  test('packaged, every plain argument is a file', () => {
    expect(readArguments(['/opt/Parley', 'talks.parley'], { packaged: true, cwd })).toEqual({
      files: [join(cwd, 'talks.parley')],
      links: [],
      sample: false,
      userData: null,
    })
    expect(readArguments(['/opt/Parley', '--user-data-dir=', ''], { packaged: true, cwd })).toEqual({
      files: [],
      links: [],
      sample: false,
      userData: null,
    })
  })
  test('a link of a report is no file, and only one of its exact shape is a link', () => {
    const uid = '0198c2f0-0000-4000-8000-000000000001'
    const argv = ['/opt/Parley', `parley://passage/${uid}/${uid}`, 'parley://run/calc', 'talks.parley']
    expect(readArguments(argv, { packaged: true, cwd })).toMatchObject({
      files: [resolve(cwd, 'parley://run/calc'), join(cwd, 'talks.parley')],
      links: [`parley://passage/${uid}/${uid}`],
    })
  })
  test('A17 what a second start hands over is checked', () => {
    expect(handOverSchema.safeParse({ files: ['/a.parley'], sample: false }).success).toBe(true)
    for (const data of [
      null,
      undefined,
      {},
      { files: '/a', sample: false },
      { files: [1], sample: false },
      { files: [], sample: false, run: 'x' },
      { files: [], links: 'parley:', sample: false },
    ]) {
      expect(handOverSchema.safeParse(data).success).toBe(false)
    }
  })
})

describe('E6 names of files', () => {
  test.each([
    ['../../x', 'x'],
    ['/etc/passwd', 'etc passwd'],
    ['C:\\x.html', 'C x.html'],
    ['CON', 'Report'],
    ['nul.txt', 'Report'],
    ['a:b', 'a b'],
    ['x.', 'x'],
    ['.htaccess', 'htaccess'],
    ['-rf', 'rf'],
    ['', 'Report'],
    ['...', 'Report'],
    ['a\u202Ecod.exe\u0000', 'a cod.exe'],
    ['Talks — Istanbul.html', 'Talks — Istanbul.html'],
    ['گفتگو.html', 'گفتگو.html'],
  ])('%j becomes %j', (name, safe) => expect(safeFileName(name, 'Report')).toBe(safe))

  test('E6 any text becomes one name of at most 120 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeFileName(text, 'Report')
        expect(name).toMatch(/^[^\p{Cc}/\\:*?"<>|]+$/u)
        expect(name).toMatch(/^[^\s.-].*[^\s.]$|^[^\s.-]$/u)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a long name keeps its ending', () => expect(safeFileName(`${'文'.repeat(300)}.html`, 'Report')).toMatch(/^文{38}\.html$/))
  test('endings are added once', () => {
    expect(withEnding('/a/b', '.parley')).toBe('/a/b.parley')
    expect(withEnding('/a/b.PARLEY', '.parley')).toBe('/a/b.PARLEY')
    expect(libraryName('/a/b.Parley')).toBe('b')
    expect(libraryName('/a/b.txt')).toBe('b.txt')
  })
})

describe('the window’s place', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 0, width: 1280, height: 1000 },
  ]
  test('it opens where it was', () => {
    expect(windowPlace({ x: 2000, y: 50, width: 900, height: 700 }, screens)).toEqual({ x: 2000, y: 50, width: 900, height: 700 })
  })
  test('a screen that is gone: the same size, in the middle', () => {
    expect(windowPlace({ x: 2000, y: 50, width: 900, height: 700 }, screens.slice(0, 1))).toEqual({ width: 900, height: 700 })
    expect(windowPlace({ x: 0, y: -600, width: 900, height: 700 }, screens)).toEqual({ width: 900, height: 700 })
  })
  test('never larger than the screen, never too small to use', () => {
    expect(windowPlace({ x: 0, y: 0, width: 9_000, height: 9_000 }, screens)).toEqual({ x: 0, y: 0, width: 1920, height: 1040 })
    expect(windowPlace({ x: 0, y: 0, width: 300, height: 10 }, screens)).toMatchObject({ width: 720, height: 520 })
    expect(windowPlace(null, [])).toEqual({ width: 1280, height: 840 })
  })
})

describe('zoom', () => {
  test('steps in, out and back, and stops at the ends', () => {
    expect([
      nextZoom(1, 'in'),
      nextZoom(1, 'out'),
      nextZoom(2.5, 'reset'),
      nextZoom(3, 'in'),
      nextZoom(0.5, 'out'),
      nextZoom(1.03, 'in'),
    ]).toEqual([1.1, 0.9, 1, 3, 0.5, 1.1])
  })
})

describe('the menu', () => {
  const state: MenuState = { open: false, recent: [], theme: 'system', mac: false, packaged: true }
  const does = () => vi.fn<(what: string) => void>()
  const actions = { command: does(), openRecent: does(), setTheme: does(), zoom: does() }
  const build = (patch: Partial<MenuState> = {}) => menuTemplate({ ...state, ...patch }, actions, words)
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
  const find = (items: MenuItemConstructorOptions[], id: string) => flat(items).find((item) => item.id === id)

  test('no accelerator is used twice', () => {
    for (const mac of [true, false]) {
      const keys = flat(build({ mac, packaged: false })).flatMap((item) => (item.accelerator ? [item.accelerator] : []))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
  test('every item has words or a role', () => {
    for (const item of flat(build({ mac: true, packaged: false }))) expect(item.label ?? item.role ?? item.type).toBeTruthy()
  })
  test('every command of the page is there, but the theme, which has items of its own', () => {
    const ids = flat(build()).map((item) => item.id)
    for (const command of menuCommandSchema.options) if (command !== 'view.theme') expect(ids).toContain(command)
  })
  test('what needs a library is off without one', () => {
    for (const id of ['import.files', 'import.paste', 'report.export', 'library.backup', 'library.close', 'view.compare']) {
      expect(find(build(), id)?.enabled).toBe(false)
      expect(find(build({ open: true }), id)?.enabled).toBe(true)
    }
    expect(find(build(), 'library.open')?.enabled).toBe(true)
    expect(find(build(), 'library.recent')?.enabled).toBe(false)
  })
  test('recent libraries are items that open them', () => {
    const item = find(build({ recent: [{ recentId: 'r1', name: 'Q&A', folder: 'talks' }] }), 'recent:r1')
    expect(item?.label).toBe('Q&&A (talks)')
    item?.click?.(undefined as never, undefined, undefined as never)
    expect(actions.openRecent).toHaveBeenCalledExactlyOnceWith('r1')
  })
  test('the theme in use is checked', () => {
    expect(['system', 'light', 'dark'].map((theme) => find(build({ theme: 'dark' }), `theme.${theme}`)?.checked)).toEqual([
      false,
      false,
      true,
    ])
  })
  test('developer tools are not in the packaged app', () => {
    expect(flat(build()).some((item) => item.role === 'toggleDevTools')).toBe(false)
  })
})

describe('events that wait for the page', () => {
  const event = (command: 'help.keys' | 'help.about'): PageEvent => ({ event: 'menu', payload: { command } })
  test('are told in order, once, and wait again while the page is away', () => {
    const outbox = createOutbox()
    const heard: PageEvent[] = []
    outbox.send(event('help.keys'))
    outbox.open((next) => heard.push(next))
    outbox.send(event('help.about'))
    outbox.close()
    outbox.send(event('help.keys'))
    expect(heard).toEqual([event('help.keys'), event('help.about')])
    outbox.open((next) => heard.push(next))
    expect(heard).toHaveLength(3)
  })
  test('do not pile up without end', () => {
    const outbox = createOutbox()
    for (let i = 0; i < 3_000; i++) outbox.send(event('help.keys'))
    const heard = vi.fn<(event: PageEvent) => void>()
    outbox.open(heard)
    expect(heard).toHaveBeenCalledTimes(1_000)
  })
})

describe('F11 the log', () => {
  test('F11 holds the kind and place of an error, not its message or folders', () => {
    const error = new RangeError('the secret passage at\n    at /home/ada/secret.parley')
    const { kind, trace } = traceOf(error)
    expect(kind).toBe('RangeError')
    expect(trace).toContain('pure.test.ts')
    expect(`${kind} ${trace}`).not.toMatch(/secret|\//)
    expect(traceOf('secret')).toEqual({ kind: 'string', trace: '' })
  })
  test('H6 is one line an event, 0600, in at most two files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-log-'))
    const log = openLog(join(folder, 'logs'), () => new Date(0))
    for (let i = 0; i < 700; i++) log('warn', 'navigation-refused', { scheme: 'https:', filler: 'x'.repeat(9_000) })
    const files = readdirSync(join(folder, 'logs'))
    expect(files.sort()).toEqual(['parley.log', 'parley.log.1'])
    for (const name of files) {
      const file = join(folder, 'logs', name)
      expect(statSync(file).mode & 0o077).toBe(0)
      expect(statSync(file).size).toBeLessThan(1_010_000)
      const [line = ''] = readFileSync(file, 'utf8').split('\n')
      expect(JSON.parse(line)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', level: 'warn', event: 'navigation-refused' })
    }
    rmSync(folder, { recursive: true })
  })
})
