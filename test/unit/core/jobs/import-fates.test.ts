/** What became of what an import brought in: the report says what is no longer there, and a step says which import it belongs to. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { run, runIdOf, stage, table } from './imports.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

const linesOf = async (runId: number) => (await real.client.call('imports.run', { runId, limit: 1_000 })).lines

test('lines of an import that was taken back name nothing that is there', async () => {
  const job = await run(real, [await stage(real, 'a.csv', table(3)), await stage(real, 'empty.txt', '')])
  expect((await linesOf(runIdOf(job))).map(({ present }) => present)).toEqual([true, true, true, null])
  await real.client.call('imports.undoRun', { runId: runIdOf(job) })
  expect((await linesOf(runIdOf(job))).map(({ outcome, present }) => [outcome, present])).toEqual([
    ['imported', false],
    ['imported', false],
    ['imported', false],
    ['refused', null],
  ])
})

test('a copy of what came with the same import is told from a copy of what was there', async () => {
  await run(real, [await stage(real, 'old.txt', 'Words from before')])
  const job = await run(real, [
    await stage(real, 'old again.txt', 'Words from before'),
    await stage(real, 'new.txt', 'Words of now'),
    await stage(real, 'new again.txt', 'Words of now'),
  ])
  expect((await linesOf(runIdOf(job))).map(({ outcome, isTwin }) => [outcome, isTwin])).toEqual([
    ['duplicate', false],
    ['imported', false],
    ['duplicate', true],
  ])
})

test('an undone step of a large import names the whole of it, which can then go at once', async () => {
  const job = await run(real, [await stage(real, 'a.csv', table(120))])
  const { step } = await real.client.call('history.undo', {})
  const { import: whole } = await real.client.call('imports.ofStep', { seq: step?.seq ?? 0 })
  expect(whole).toMatchObject({ runId: runIdOf(job), articles: 120 })
  expect(whole?.present).toBe(120 - (step?.count ?? 0))
  expect(whole?.present).toBeGreaterThan(0)
  expect(await real.client.call('imports.undoRun', { runId: runIdOf(job) })).toMatchObject({ removed: whole?.present })
  expect((await real.client.call('articles.list', { limit: 1 })).total).toBe(0)
  expect(await real.client.call('imports.ofStep', { seq: 100_000 })).toEqual({ import: null })
})

test('a collection that is empty once an import is taken back is named', async () => {
  const { id } = await real.client.call('collections.create', { name: 'Harbour' })
  const job = await run(real, [{ ...(await stage(real, 'a.csv', table(3))), collectionIds: [id] }])
  expect(await real.client.call('imports.undoRun', { runId: runIdOf(job) })).toEqual({ removed: 3, kept: 0, emptied: ['Harbour'] })
})

test('progress counts the articles that a file was shown to hold', async () => {
  const job = await run(real, [{ ...(await stage(real, 'a.csv', table(120))), expect: 120 }, await stage(real, 'one.txt', 'Words of one')])
  expect(job).toMatchObject({ state: 'done', done: 121, total: 121 })
})
