/** The HostPort in a browser: libraries by name in one folder, ids instead of paths, and plain answers for what is not there. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../helpers/server.ts'

let host: TestServer
beforeEach(async () => {
  host = await startTestServer()
})
afterEach(() => host.stop())

interface Recent {
  ok: true
  value: { recentId: string; name: string; folder: string }[]
}
const recent = async (): Promise<Recent['value']> => ((await host.post('/host/libraries.recent')) as Recent).value

describe('libraries', () => {
  test('a new one is made in the folder under its name, and a second one of that name is refused', async () => {
    expect(await host.post('/host/libraries.create', { name: ' Istanbul: day/2 ' })).toMatchObject({
      ok: true,
      value: { status: { open: true, name: 'Istanbul- day-2' } },
    })
    expect(readdirSync(host.folder)).toEqual(['Istanbul- day-2.parley'])
    expect(await host.post('/host/libraries.create', { name: 'Istanbul: day/2.parley' })).toMatchObject({
      ok: false,
      error: { code: 'library-exists' },
    })
    for (const name of ['../../evil', '/etc/evil', '..\\wicked', '.hidden', 'CON'])
      expect(await host.post('/host/libraries.create', { name })).toMatchObject({ ok: true })
    expect(readdirSync(host.folder).toSorted()).toEqual(
      ['Istanbul- day-2.parley', '_CON.parley', 'etc-evil.parley', 'evil.parley', 'hidden.parley', 'wicked.parley'].toSorted(),
    )
    for (const input of [{}, { name: '' }, { name: '   ' }, { name: 'x'.repeat(121) }, { name: 'a', path: '/etc' }, { name: 7 }]) {
      expect(await host.post('/host/libraries.create', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
  })

  test('the list has those opened before, newest first, then the others of the folder; backups and other files are not in it', async () => {
    mkdirSync(host.folder, { recursive: true })
    for (const name of ['Older.parley', 'notes.txt', 'Younger.parley']) writeFileSync(join(host.folder, name), '')
    await host.post('/host/libraries.create', { name: 'First' })
    await host.post('/host/libraries.create', { name: 'Second' })
    await host.post('/host/libraries.backup')
    expect((await recent()).map(({ name }) => name)).toEqual(['Second', 'First', 'Older', 'Younger'])
    const older = (await recent()).find(({ name }) => name === 'Older')
    expect(await host.post('/host/libraries.open', { recentId: older?.recentId })).toMatchObject({
      ok: true,
      value: { status: { name: 'Older' } },
    })
    expect((await recent()).map(({ name }) => name)).toEqual(['Older', 'Second', 'First', 'Younger'])
    expect(JSON.stringify(await recent())).not.toContain(host.root)
  })

  test('an id that names nothing, and a path in its place, open nothing', async () => {
    writeFileSync(join(host.root, 'outside.parley'), '')
    for (const recentId of ['x', join(host.root, 'outside.parley'), '../outside.parley', '__proto__']) {
      expect(await host.post('/host/libraries.open', { recentId })).toMatchObject({ ok: false, error: { code: 'library-missing' } })
    }
    expect(host.core.asked.filter(([name]) => name === 'openLibrary')).toEqual([])
    expect(await host.post('/host/libraries.open')).toEqual({ ok: true, value: { status: null } })
  })

  test('one that has gone stays in the list and says so when it is opened', async () => {
    await host.post('/host/libraries.create', { name: 'Gone' })
    const [gone] = await recent()
    rmSync(join(host.folder, 'Gone.parley'))
    expect(await host.post('/host/libraries.open', { recentId: gone?.recentId })).toMatchObject({
      ok: false,
      error: { code: 'library-missing', message: expect.stringContaining(' ') as string },
    })
  })

  test('a backup is a dated copy in the folder of backups; without a library there is none', async () => {
    expect(await host.post('/host/libraries.backup')).toMatchObject({ ok: false, error: { code: 'no-library' } })
    await host.post('/host/libraries.create', { name: 'Doha' })
    const answer = (await host.post('/host/libraries.backup')) as { value: { name: string } }
    expect(answer.value.name).toMatch(/^Doha \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\.\d{3}\.parley$/)
    expect(existsSync(join(host.folder, 'Backups', answer.value.name))).toBe(true)
    expect(await host.post('/host/libraries.close')).toMatchObject({ ok: true, value: { status: { open: false } } })
  })
})

describe('what a browser does itself, or not at all', () => {
  test('the answers say so', async () => {
    expect(await host.post('/host/host.info')).toMatchObject({
      ok: true,
      value: { kind: 'browser', nativeDialogs: false, version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string },
    })
    expect(await host.post('/host/links.open', { url: 'https://example.com' })).toEqual({ ok: true, value: { opened: false } })
    expect(await host.post('/host/outputs.show', { outputId: 'x', how: 'open' })).toEqual({ ok: true, value: { shown: false } })
    expect(await host.post('/host/outputs.save', { outputId: 'x', name: 'y' })).toEqual({ ok: true, value: { name: null } })
    expect(await host.post('/host/files.pick')).toEqual({ ok: true, value: [] })
    expect(await host.post('/host/files.stage', { name: 'a', bytes: 'text' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  })
})
