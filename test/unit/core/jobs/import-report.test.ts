/** Reports of imports: they stay, can be read again, written to a file, and the import taken back. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jobEnded, openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { run, runIdOf, stage, table, titles } from './imports.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

const exported = async (runId: number, format: 'csv' | 'text'): Promise<{ name: string; text: string }> => {
  const { outputId, name } = await real.client.call('imports.exportRun', { runId, format })
  return { name, text: new TextDecoder().decode((await real.core.control.readOutput(outputId)).bytes) }
}

describe('a report', () => {
  test('is there when the library is opened again, with every line', async () => {
    const job = await run(real, [
      await stage(real, 'a.csv', table(2)),
      await stage(real, 'empty.txt', ''),
      await stage(real, 'b.txt', 'Words of row 1, said the council.'),
    ])
    await real.core.control.closeLibrary()
    await real.core.control.openLibrary(real.path)
    const { items } = await real.client.call('imports.runs', {})
    expect(items).toMatchObject([
      {
        id: runIdOf(job),
        state: 'done',
        coder: 'Tester',
        present: 2,
        counts: { imported: 2, duplicate: 1, refused: 1, needs: 0, cancelled: 0 },
      },
    ])
    const report = await real.client.call('imports.run', { runId: runIdOf(job) })
    expect(report.lines.map(({ name, part, outcome, problem }) => [name, part, outcome, problem?.code ?? null])).toEqual([
      ['a.csv', 1, 'imported', null],
      ['a.csv', 2, 'imported', null],
      ['empty.txt', null, 'refused', 'empty'],
      ['b.txt', null, 'duplicate', null],
    ])
    expect((await real.client.call('imports.run', { runId: runIdOf(job), outcome: 'refused' })).total).toBe(1)
    await expect(real.client.call('imports.run', { runId: 99 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('can be written as a table, in which nothing is a formula, and as text', async () => {
    const job = await run(real, [await stage(real, '=cmd()|x.txt', 'Words of the council'), await stage(real, 'empty.txt', '')])
    const csv = await exported(runIdOf(job), 'csv')
    expect(csv.name).toMatch(/\.csv$/)
    expect(csv.text).toContain(`"'=cmd()|x.txt"`)
    expect(csv.text.trim().split('\r\n')).toHaveLength(3)
    const { name, text } = await exported(runIdOf(job), 'text')
    expect(name).toMatch(/\.txt$/)
    expect(text).toContain('1 imported')
    expect(text).toContain('empty.txt: not imported – The file is empty')
    expect(csv.text + text).not.toMatch(/import\.[a-z]/)
  })

  test('holds no password', async () => {
    const job = await run(real, [{ ...(await stage(real, 'a.txt', 'Words')), password: 'hunter-2-hunter' }])
    const { lines } = await real.client.call('imports.run', { runId: runIdOf(job) })
    expect(JSON.stringify([job, lines])).not.toContain('hunter')
    await real.core.control.closeLibrary()
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(real.path).includes('hunter-2-hunter')).toBe(false)
  })
})

describe('taking an import back', () => {
  test('removes what it brought in one step, though other steps followed; undo brings all of it back', async () => {
    await run(real, [await stage(real, 'first.txt', 'An article from before')])
    const job = await run(real, [await stage(real, 'a.csv', table(120))])
    await run(real, [await stage(real, 'last.txt', 'An article from after')])
    expect(await real.client.call('imports.undoRun', { runId: runIdOf(job) })).toEqual({ removed: 120, kept: 0 })
    expect(await titles(real)).toEqual(['An article from before', 'An article from after'])
    expect((await real.client.call('imports.runs', {})).items[1]).toMatchObject({ present: 0, counts: { imported: 120 } })
    await real.client.call('history.undo', {})
    expect(await titles(real)).toHaveLength(122)
    expect((await real.client.call('articles.list', { text: 'council', limit: 1 })).total).toBe(120)
    expect((await real.client.call('library.check', {})).ok).toBe(true)
  })

  test('leaves what was coded meanwhile', async () => {
    const job = await run(real, [await stage(real, 'a.csv', table(60))])
    await real.client.call('annotations.create', { articleId: 7, start: 0, end: 5, tag: 'demand' })
    expect(await real.client.call('imports.undoRun', { runId: runIdOf(job) })).toMatchObject({ removed: 59, kept: 1 })
    expect(await titles(real)).toEqual(['Row 7'])
    await expect(real.client.call('imports.undoRun', { runId: 99 })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('leaves what was changed meanwhile: a title, a collection, a passage that is not text; what was undone does not count', async () => {
    const job = await run(real, [await stage(real, 'a.csv', table(60))])
    const { id } = await real.client.call('collections.create', { name: 'October' })
    await real.client.call('articles.update', { id: 5, patch: { note: 'Compare with the other paper' } })
    await real.client.call('collections.setArticles', { articleIds: [6], add: [id] })
    await real.client.call('notText.mark', { articleId: 7, start: 0, end: 5, kind: 'caption' })
    await real.client.call('articles.update', { id: 8, patch: { title: 'Another title' } })
    await real.client.call('history.undo', {})
    expect(await real.client.call('imports.undoRun', { runId: runIdOf(job) })).toMatchObject({ removed: 57, kept: 3 })
    expect(await titles(real)).toEqual(['Row 5', 'Row 6', 'Row 7'])
  })

  test('is refused while it is at work', async () => {
    const { jobId } = await real.client.call('imports.start', { items: [await stage(real, 'a.csv', table(400))] })
    const runId = (await real.client.call('imports.runs', {})).items[0]?.id ?? 0
    await expect(real.client.call('imports.undoRun', { runId })).rejects.toMatchObject({
      code: 'undo-conflict',
      details: { reason: 'running' },
    })
    expect(await jobEnded(real.client, jobId)).toMatchObject({ state: 'done', result: { counts: { imported: 400 } } })
    expect(await real.client.call('imports.undoRun', { runId })).toMatchObject({ removed: 400, kept: 0 })
  })

  test('that brought nothing, or was taken back already, is said', async () => {
    const none = await run(real, [await stage(real, 'empty.txt', '')])
    const some = await run(real, [await stage(real, 'a.txt', 'Words')])
    await real.client.call('imports.undoRun', { runId: runIdOf(some) })
    for (const job of [none, some])
      await expect(real.client.call('imports.undoRun', { runId: runIdOf(job) })).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('C2 an import whose process is killed leaves whole articles, and a report that tells of just those', { timeout: 30_000 }, async () => {
  await real.core.control.closeLibrary()
  const child = fork(new URL('./killed-import.ts', import.meta.url), [real.path], { stdio: 'ignore' })
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await real.core.control.openLibrary(real.path)
  const { items } = await real.client.call('imports.runs', {})
  const { total } = await real.client.call('articles.list', {})
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThan(5_000)
  expect(items).toMatchObject([{ state: 'broken-off', endedAt: null, present: total, counts: { imported: total } }])
  expect((await real.client.call('library.check', {})).ok).toBe(true)
  await real.client.call('imports.undoRun', { runId: items[0]?.id ?? 0 })
  expect((await real.client.call('articles.list', {})).total).toBe(0)
})
