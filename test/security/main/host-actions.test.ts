/** The host's actions with a person and a core imitated: what is asked, what is passed on, and that no path reaches the page. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { HostHandlers } from '../../../src/main/actions/types.ts'
import { createDialogs } from '../../../src/main/dialogs.ts'
import { createHostActions, runHostAction } from '../../../src/main/host-actions.ts'
import type { Libraries } from '../../../src/main/libraries.ts'
import { words } from '../../../src/main/messages.ts'
import type { SettingsStore } from '../../../src/main/settings.ts'
import { Staging } from '../../../src/core/jobs/staging.ts'
import type { CoreControl } from '../../../src/shared/rpc/core-control.ts'
import type { ParleyError, WireError } from '../../../src/shared/rpc/envelope.ts'
import { settingsSchema, type HostAction } from '../../../src/shared/rpc/host-port.ts'

interface Answers {
  save: { canceled: boolean; filePath: string }
  open: { canceled: boolean; filePaths: string[] }
  box: number
  asked: Record<string, unknown>[]
  opened: string[]
}
const electron = vi.hoisted(() => ({}) as { answers: Answers })
vi.mock('electron', () => {
  const ask =
    <T>(answer: (state: Answers) => T) =>
    (...args: unknown[]) => {
      electron.answers.asked.push(args.at(-1) as Record<string, unknown>)
      return Promise.resolve(answer(electron.answers))
    }
  return {
    app: { getVersion: () => '1.2.3', getPath: () => '/home/ada/Documents' },
    clipboard: { writeText: (text: string) => Promise.resolve(electron.answers.opened.push(`copied ${text}`)) },
    dialog: {
      showSaveDialog: ask((state) => state.save),
      showOpenDialog: ask((state) => state.open),
      showMessageBox: ask((state) => ({ response: state.box })),
    },
    shell: {
      openExternal: (url: string) => Promise.resolve(electron.answers.opened.push(`external ${url}`)),
      openPath: (path: string) => Promise.resolve(electron.answers.opened.push(`open ${path}`)).then(() => ''),
      showItemInFolder: (path: string) => void electron.answers.opened.push(`folder ${path}`),
    },
  }
})

const status = { open: true, name: 'talks', readOnly: null, coder: 'Ada', counts: null }
let folder = ''
let handlers: HostHandlers
let openPath: string | null
const done: string[] = []
const staged: string[] = []
const refused: { name: string; error: WireError }[] = []

const does =
  <T>(name: string, result: T) =>
  (...args: unknown[]): Promise<T> => {
    done.push([name, ...args.map(String)].join(' '))
    return Promise.resolve(result)
  }
const run = (action: HostAction, input: unknown = {}): Promise<unknown> => runHostAction(handlers, action, input)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-actions-'))
  openPath = '/home/ada/talks.parley'
  done.length = 0
  refused.length = 0
  staged.length = 0
  electron.answers = {
    save: { canceled: false, filePath: join(folder, 'x') },
    open: { canceled: false, filePaths: [] },
    box: 0,
    asked: [],
    opened: [],
  }
  const libraries: Libraries = {
    create: does('create', { ...status, path: '/home/ada' }),
    open: does('open', status),
    openRecent: does('openRecent', status),
    openSample: does('openSample', status),
    close: does('close', { ...status, open: false, name: null }),
    backup: does('backup', undefined),
  }
  const staging = new Staging(() => `id-${staged.length}`)
  const stagePaths: CoreControl['stagePaths'] = async (paths) => {
    const found = await staging.addPaths(paths)
    staged.push(...found.staged.map(({ name }) => name))
    return found
  }
  const control = {
    stagePaths,
    stageBytes: does('stageBytes', { stagedId: 's', name: 'a.txt', bytes: 3 }),
    writeOutput: does('writeOutput', undefined),
  } as unknown as CoreControl
  const settings = {
    get: () => settingsSchema.parse({}),
    change: () => settingsSchema.parse({}),
    subscribe: () => undefined,
  } as SettingsStore
  handlers = createHostActions({
    libraries,
    recent: { list: () => [], path: () => null, add: () => undefined, subscribe: () => undefined },
    settings,
    dialogs: createDialogs(() => null, words),
    control,
    openPath: () => openPath,
    toWire: (error) => ({ code: (error as ParleyError).code, message: 'words', details: (error as ParleyError).details }),
    onRefused: (name, error) => void refused.push({ name, error }),
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('libraries', () => {
  test('a new one is made where the person says, with its ending, and the page sees no path', async () => {
    const answer = await run('libraries.create', { name: 'Talks: day 1' })
    expect(done).toEqual([`create ${join(folder, 'x.parley')}`])
    expect(electron.answers.asked[0]).toMatchObject({ defaultPath: join('/home/ada/Documents', 'Talks day 1.parley') })
    expect(answer).toEqual({ status })
  })
  test('a dialog that was cancelled does nothing', async () => {
    electron.answers.save.canceled = true
    electron.answers.open = { canceled: true, filePaths: ['/a.parley'] }
    expect(await run('libraries.create')).toEqual({ status: null })
    expect(await run('libraries.open')).toEqual({ status: null })
    expect(await run('libraries.backup')).toEqual({ name: null })
    expect(await run('files.pick')).toEqual([])
    expect(await run('outputs.save', { outputId: 'o', name: 'r.html' })).toEqual({ name: null })
    expect(done).toEqual([])
  })
  test('one is opened from the dialog or by its id', async () => {
    electron.answers.open.filePaths = ['/a.parley']
    await run('libraries.open')
    await run('libraries.open', { recentId: 'r1' })
    expect(done).toEqual(['open /a.parley', 'openRecent r1'])
  })
  test('a copy needs an open library, and answers with a name', async () => {
    expect(await run('libraries.backup')).toEqual({ name: 'x' })
    expect(electron.answers.asked[0]).toMatchObject({ defaultPath: join('/home/ada/Documents', 'talks copy.parley') })
    openPath = null
    await expect(run('libraries.backup')).rejects.toMatchObject({ code: 'no-library' })
  })
  test('where the system did not add the ending, replacing is asked about', async () => {
    writeFileSync(join(folder, 'x.parley'), '')
    electron.answers.box = 1
    expect(await run('libraries.backup')).toEqual({ name: null })
    electron.answers.box = 0
    expect(await run('libraries.backup')).toEqual({ name: 'x' })
    expect(done).toEqual([`backup ${join(folder, 'x.parley')}`])
  })
})

describe('files', () => {
  test('each chosen file is staged; one that cannot be is told apart from the others', async () => {
    for (const name of ['1.txt', '33.txt']) writeFileSync(join(folder, name), name)
    electron.answers.open.filePaths = ['1.txt', '2.gone', '33.txt'].map((name) => join(folder, name))
    const picked = await run('files.pick')
    expect(picked).toMatchObject([
      { name: '1.txt', bytes: 5 },
      { name: '33.txt', bytes: 6 },
    ])
    expect(refused).toMatchObject([{ name: '2.gone', error: { code: 'file-unreadable', details: { reason: 'gone' } } }])
    expect(JSON.stringify([picked, refused])).not.toContain(folder)
  })
  test('D25 a folder is taken with all that is in it, but for what belongs to saved pages and to systems', async () => {
    const chosen = join(folder, 'press')
    for (const path of ['b/2.txt', 'b/.DS_Store', 'Talks_files/x.js', '__MACOSX/y']) {
      mkdirSync(dirname(join(chosen, path)), { recursive: true })
      writeFileSync(join(chosen, path), 'x')
    }
    writeFileSync(join(chosen, 'Talks.html'), 'x')
    symlinkSync('/etc/passwd', join(chosen, 'link.txt'))
    electron.answers.open.filePaths = [chosen]
    await run('files.pick', { folder: true })
    expect(electron.answers.asked.at(-1)).toMatchObject({ properties: ['openDirectory'] })
    expect(staged).toEqual(['Talks.html', '2.txt'])
    // What was left out is said, with how much of it.
    expect(refused).toMatchObject([{ name: 'press', error: { details: { reason: 'left-out', left: 0, passed: 4 } } }])
    refused.length = 0
    electron.answers.open = { canceled: true, filePaths: [] }
    expect(await run('files.pick', { folder: true })).toEqual([])
    electron.answers.open = { canceled: false, filePaths: [join(chosen, '__MACOSX')] }
    rmSync(join(chosen, '__MACOSX/y'))
    expect(await run('files.pick', { folder: true })).toEqual([])
    expect(refused.map(({ name }) => name)).toEqual(['__MACOSX'])
  })
  test('A13 bytes are bytes and names are names', async () => {
    await run('files.stage', { name: 'a.txt', bytes: new Uint8Array([1, 2]) })
    await run('files.stage', { name: 'a.txt', bytes: new Uint8Array([3, 4]).buffer })
    expect(done).toEqual(['stageBytes a.txt 1,2', 'stageBytes a.txt 3,4'])
    for (const input of [
      {},
      { name: '', bytes: new Uint8Array() },
      { name: 'a', bytes: 'x' },
      { name: 'a', bytes: [1] },
      { name: 'a', bytes: new Uint8Array(), path: '/etc/passwd' },
    ]) {
      await expect(run('files.stage', input)).rejects.toBeInstanceOf(z.ZodError)
    }
  })
})

describe('reports', () => {
  test('one is saved under its ending, then shown or opened; the page gets its name', async () => {
    electron.answers.save.filePath = join(folder, 'report')
    expect(await run('outputs.save', { outputId: 'o1', name: '../Talks.html' })).toEqual({ name: 'report.html' })
    expect(done).toEqual([`writeOutput o1 ${join(folder, 'report.html')}`])
    expect(electron.answers.asked[0]).toMatchObject({ defaultPath: join('/home/ada/Documents', 'Talks.html') })
    expect(await run('outputs.show', { outputId: 'o1', how: 'open' })).toEqual({ shown: false })
    writeFileSync(join(folder, 'report.html'), '')
    expect(await run('outputs.show', { outputId: 'o1', how: 'open' })).toEqual({ shown: true })
    expect(await run('outputs.show', { outputId: 'o1', how: 'folder' })).toEqual({ shown: true })
    expect(await run('outputs.show', { outputId: 'o2', how: 'open' })).toEqual({ shown: false })
    expect(electron.answers.opened).toEqual([`open ${join(folder, 'report.html')}`, `folder ${join(folder, 'report.html')}`])
  })
  test('what is no report by its name is never started, only shown', async () => {
    electron.answers.save.filePath = join(folder, 'report.exe')
    writeFileSync(join(folder, 'report.exe'), '')
    await run('outputs.save', { outputId: 'o1', name: 'r.exe' })
    await run('outputs.show', { outputId: 'o1', how: 'open' })
    expect(electron.answers.opened).toEqual([`folder ${join(folder, 'report.exe')}`])
  })
})

describe('A11 links', () => {
  test('A11 the dialog shows the whole address, and No means no', async () => {
    electron.answers.box = 1
    expect(await run('links.open', { url: 'https://аррӏе.example/a?b' })).toEqual({ opened: false })
    expect(electron.answers.asked[0]).toMatchObject({ detail: 'https://xn--80ak6aa92e.example/a?b', defaultId: 1, cancelId: 1 })
    expect(electron.answers.opened).toEqual([])
    electron.answers.box = 0
    expect(await run('links.open', { url: 'mailto:desk@example.org' })).toEqual({ opened: true })
    expect(electron.answers.opened).toEqual(['external mailto:desk@example.org'])
  })
  test('A11 what may not be opened is not asked about', async () => {
    expect(await run('links.open', { url: 'file:///etc/passwd' })).toEqual({ opened: false })
    expect(electron.answers.asked).toEqual([])
  })
})

describe('A13 every action', () => {
  test('A13 refuses what its schema does not know', async () => {
    for (const action of Object.keys(handlers) as HostAction[]) {
      for (const input of [null, undefined, 7, 'x', []])
        await expect(runHostAction(handlers, action, input)).rejects.toBeInstanceOf(z.ZodError)
      if (action !== 'settings.set') await expect(run(action, { surplus: true })).rejects.toBeInstanceOf(z.ZodError)
    }
    expect(done).toEqual([])
  })
  test('the host says what it is', async () => {
    expect(await run('host.info')).toMatchObject({ kind: 'electron', version: '1.2.3', nativeDialogs: true })
  })
})

describe('C7 trouble', () => {
  test('C7 its text can be copied, after which the question stands again', async () => {
    const answers = [2, 2, 0]
    Object.defineProperty(electron.answers, 'box', { get: () => answers.shift() })
    const dialogs = createDialogs(() => null, words)
    expect(
      await dialogs.problem({ title: 'Broken', text: 'Your work is safe.', details: 'core-gone', action: 'Quit', otherwise: 'Go on' }),
    ).toBe(true)
    expect(electron.answers.opened).toEqual(Array(2).fill('copied Broken\nYour work is safe.\n\ncore-gone'))
    expect(electron.answers.asked).toHaveLength(3)
  })
})
