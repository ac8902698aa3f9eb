/** Opening libraries by path: recent ones, the sample, copies. The core is imitated; files are real. */
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CoreProcess } from '../../../src/main/core-process.ts'
import { createLibraries } from '../../../src/main/libraries.ts'
import { createRecent } from '../../../src/main/recent.ts'
import { openShellState } from '../../../src/main/settings.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'

const status = { open: true, name: 'talks', readOnly: null, coder: 'Ada', counts: null }
let folder = ''
let open: string | null
let made: boolean
const run = () => vi.fn<(path?: string) => Promise<unknown>>()
const control = { createLibrary: run(), openLibrary: run(), openSample: run(), closeLibrary: run(), backupLibrary: run() }

function setUp() {
  const state = openShellState(folder)
  const recent = createRecent(state, (next) => state.set(next))
  const core = { control, openPath: () => open, call: async () => ({ ok: true, value: status }) } as unknown as CoreProcess
  return {
    recent,
    libraries: createLibraries({ core, recent, folder, sampleMade: { get: () => made, set: (next) => void (made = next) } }),
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-libraries-'))
  open = null
  made = false
  for (const [name, fn] of Object.entries(control)) {
    fn.mockReset().mockImplementation(async (path?: string) => {
      if (name === 'openSample') writeFileSync(String(path), 'sample')
      return status
    })
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('libraries', () => {
  test('what was opened is recent: newest first, each once, by id and without its path', async () => {
    const { libraries, recent } = setUp()
    await libraries.create('/home/ada/talks/one.parley')
    await libraries.open('/home/ada/talks/two.parley')
    await libraries.open('/home/ada/talks/one.parley')
    const listed = recent.list()
    expect(listed.map(({ name, folder }) => ({ name, folder }))).toEqual([
      { name: 'one', folder: 'talks' },
      { name: 'two', folder: 'talks' },
    ])
    expect(JSON.stringify(listed)).not.toContain('/home')
    expect(setUp().recent.list()).toEqual(listed)
    await libraries.openRecent(listed[1]?.recentId ?? '')
    expect(control.openLibrary).toHaveBeenLastCalledWith('/home/ada/talks/two.parley')
  })

  test('an unknown recent one is missing; a failed opening is not recent', async () => {
    const { libraries, recent } = setUp()
    await expect(libraries.openRecent('nothing')).rejects.toMatchObject({ code: 'library-missing' })
    control.openLibrary.mockRejectedValue(new ParleyError('library-damaged'))
    await expect(libraries.open('/a.parley')).rejects.toMatchObject({ code: 'library-damaged' })
    expect(recent.list()).toEqual([])
  })

  test('the library that is open is not opened twice, by whichever name', async () => {
    const { libraries } = setUp()
    open = join(folder, 'a.parley')
    writeFileSync(open, '')
    symlinkSync(open, join(folder, 'b.parley'))
    expect(await libraries.open(join(folder, 'b.parley'))).toEqual(status)
    expect(control.openLibrary).not.toHaveBeenCalled()
  })

  test('a copy never goes over the open library itself', async () => {
    const { libraries } = setUp()
    open = join(folder, 'a.parley')
    writeFileSync(open, '')
    await expect(libraries.backup(open)).rejects.toMatchObject({ code: 'library-exists' })
    expect(control.backupLibrary).not.toHaveBeenCalled()
    await libraries.backup(join(folder, 'copy.parley'))
    expect(control.backupLibrary).toHaveBeenCalledTimes(1)
  })
})

describe('the sample library', () => {
  test('is made once and then opened as it was left', async () => {
    const { libraries, recent } = setUp()
    await libraries.openSample()
    await libraries.openSample()
    expect(control.openSample).toHaveBeenCalledExactlyOnceWith(join(folder, 'Sample.parley'))
    expect(control.openLibrary).toHaveBeenCalledExactlyOnceWith(join(folder, 'Sample.parley'))
    expect(recent.list()).toEqual([])
  })

  test('is made again where making it did not end', async () => {
    const { libraries } = setUp()
    control.openSample.mockImplementationOnce(async (path) => {
      writeFileSync(String(path), 'half')
      throw new ParleyError('core-gone')
    })
    await expect(libraries.openSample()).rejects.toMatchObject({ code: 'core-gone' })
    expect(made).toBe(false)
    await libraries.openSample()
    expect(control.openSample).toHaveBeenCalledTimes(2)
  })

  test('is made again where it is damaged, and the damaged one is kept', async () => {
    const { libraries } = setUp()
    await libraries.openSample()
    control.openLibrary.mockRejectedValue(new ParleyError('library-damaged'))
    await libraries.openSample()
    expect(control.openSample).toHaveBeenCalledTimes(2)
    expect(readdirSync(folder).filter((name) => name.endsWith('.bad'))).toHaveLength(1)
    expect(existsSync(join(folder, 'Sample.parley'))).toBe(true)
  })

  test('is not thrown away because it is locked', async () => {
    const { libraries } = setUp()
    await libraries.openSample()
    control.openLibrary.mockRejectedValue(new ParleyError('library-locked'))
    await expect(libraries.openSample()).rejects.toMatchObject({ code: 'library-locked' })
    expect(control.openSample).toHaveBeenCalledTimes(1)
  })
})
