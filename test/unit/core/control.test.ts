/** Opening and closing libraries: in turn, never over what is there, and never with views left behind. */
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../../../src/cli/index.ts'
import { withConsole } from '../../../src/cli/console.ts'
import type { CoreEvent } from '../../../src/shared/rpc/events.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

test('the sample keeps what was done in it when it is opened again', async () => {
  const path = join(real.folder, 'sample.parley')
  await real.core.control.openSample(path)
  const made = await importText(real.core, real.client, 'One more article, of my own.')
  await real.core.control.openLibrary(real.path)
  await real.core.control.openSample(path)
  expect((await real.client.call('articles.get', { id: made })).text).toBe('One more article, of my own.')
  expect(readdirSync(real.folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('two wishes for the same library at once both get it', async () => {
  const other = join(real.folder, 'other.parley')
  await real.core.control.createLibrary(other)
  const opened = await Promise.all([real.core.control.openLibrary(real.path), real.core.control.openLibrary(real.path)])
  expect(opened.map((status) => status.name)).toEqual(['talks', 'talks'])
})

test('a library that is open and cannot be opened again is said to be closed', async () => {
  const said: CoreEvent[] = []
  real.core.subscribe((event) => said.push(event))
  renameSync(real.path, `${real.path}.away`)
  await expect(real.core.control.openLibrary(real.path)).rejects.toMatchObject({ code: 'library-missing' })
  expect(said.at(-1)).toMatchObject({ event: 'libraryOpened', payload: { status: { open: false } } })
})

test('an import of files that are gone does not begin', async () => {
  const { stagedId } = await real.core.control.stageBytes('a.txt', new TextEncoder().encode('Kept out.'))
  const items = [{ stagedId }, { stagedId: 'gone' }]
  await expect(real.client.call('imports.start', { items })).rejects.toMatchObject({ code: 'staged-gone' })
  expect(await real.client.call('jobs.list', {})).toEqual([])
})

test('the command line makes no sample over a file that is there', async () => {
  const path = join(real.folder, 'mine.parley')
  writeFileSync(path, 'my own words')
  const errors: string[] = []
  const code = await main(
    ['new', '--library', path, '--sample'],
    withConsole(
      () => undefined,
      (text) => errors.push(text),
    ),
  )
  expect([code, errors.join('')]).toEqual([1, expect.stringContaining('library-exists')])
  rmSync(path)
  expect(
    await main(
      ['new', '--library', path, '--sample'],
      withConsole(
        () => undefined,
        () => undefined,
      ),
    ),
  ).toBe(0)
})
