/** Files that hold many articles: corrections of single ones, what is left out, collections, copies, progress and cancel. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jobEnded, openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { linesOf, run, runIdOf, stage, table, titles } from './imports.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

describe('the preview of a file with many articles', () => {
  test('shows each with its part, what it is a copy of, and the table it is a row of', async () => {
    await run(real, [await stage(real, 'a.txt', 'Words of row 2, said the council.')])
    const items = [await stage(real, 'a.csv', table(3)), await stage(real, 'b.csv', table(2))]
    const [first, second] = await real.client.call('imports.preview', { items })
    expect(first).toMatchObject({
      format: 'csv',
      problem: null,
      total: 3,
      project: null,
      remembered: false,
      table: { columns: ['Headline', 'Date', 'Body'] },
    })
    expect(
      first?.articles.map(({ part, metadata, duplicate, sameInBatch }) => [
        part,
        metadata.title,
        duplicate?.articleId ?? null,
        sameInBatch,
      ]),
    ).toEqual([
      [1, 'Row 1', null, null],
      [2, 'Row 2', 1, null],
      [3, 'Row 3', null, null],
    ])
    expect(second?.articles.map((article) => article.sameInBatch)).toEqual([
      { stagedId: items[0]?.stagedId, part: 1 },
      { stagedId: items[0]?.stagedId, part: 2 },
    ])
  })

  test('gives the text of one of them', async () => {
    const item = await stage(real, 'a.csv', table(3))
    expect(await real.client.call('imports.text', { ...item, part: 2 })).toEqual({
      text: 'Words of row 2, said the council.',
      problem: null,
    })
    expect(await real.client.call('imports.text', { ...item, part: 4 })).toMatchObject({ text: '', problem: { code: 'no-text' } })
  })
})

describe('the import of a file with many articles', () => {
  test('takes corrections of all and of single ones, leaves out, and puts into collections', async () => {
    const { id } = await real.client.call('collections.create', { name: 'October' })
    const item = {
      ...(await stage(real, 'a.csv', table(4))),
      metadata: { outlet: 'Dawn', author: 'Desk' },
      parts: [{ part: 2, metadata: { title: 'Corrected', author: null } }],
      leaveOut: [3],
      collectionIds: [id],
    }
    const job = await run(real, [item])
    expect(linesOf(job).map(({ part, title, outcome }) => [part, title, outcome])).toEqual([
      [1, 'Row 1', 'imported'],
      [2, 'Corrected', 'imported'],
      [4, 'Row 4', 'imported'],
    ])
    expect(await real.client.call('articles.get', { id: 2 })).toMatchObject({ outlet: 'Dawn', author: null, title: 'Corrected' })
    expect((await real.client.call('collections.list', {}))[0]?.articles).toBe(3)
  })

  test('D25 copies are wanted part by part: one that is does not bring in the other', async () => {
    await run(real, [await stage(real, 'a.csv', table(2))])
    const again = { ...(await stage(real, 'b.csv', table(3))), addDuplicates: [2] }
    expect(linesOf(await run(real, [again])).map(({ part, outcome }) => [part, outcome])).toEqual([
      [1, 'duplicate'],
      [2, 'imported'],
      [3, 'imported'],
    ])
  })

  test('a collection that is not there is said at the start', async () => {
    const items = [{ ...(await stage(real, 'a.txt', 'Words')), collectionIds: [9] }]
    await expect(real.client.call('imports.start', { items })).rejects.toMatchObject({ code: 'not-found' })
    expect((await real.client.call('imports.runs', {})).total).toBe(0)
  })

  test('D25 copies are told apart from what is new, in the library and in the file, unless they are wanted', async () => {
    const csv = `${table(2)}\nRow 1 again,2025-10-01,"Words of row 1, said  the council."`
    expect(linesOf(await run(real, [await stage(real, 'a.csv', csv)])).map(({ outcome, articleId }) => [outcome, articleId])).toEqual([
      ['imported', 1],
      ['imported', 2],
      ['duplicate', 1],
    ])
    const again = { ...(await stage(real, 'b.csv', csv)), addDuplicates: true }
    expect((await run(real, [again])).result).toMatchObject({ counts: { imported: 3, duplicate: 0 } })
    expect(await titles(real)).toHaveLength(5)
  })

  test('D25 a text that was corrected since is still known, by what it was and by the bytes it came from', async () => {
    await run(real, [await stage(real, 'a.txt', 'Words of the council')])
    await real.client.call('articles.revise', { id: 1, text: 'Other words of the council' })
    expect(linesOf(await run(real, [await stage(real, 'b.txt', 'Words  of the council')]))).toMatchObject([
      { outcome: 'duplicate', articleId: 1 },
    ])
    expect(linesOf(await run(real, [await stage(real, 'c.txt', 'Words of the council')]))).toMatchObject([
      { outcome: 'duplicate', articleId: 1 },
    ])
  })

  test('C2 a cancel within a file leaves whole articles, says so in one line, and keeps the file', async () => {
    const item = await stage(real, 'a.csv', table(400))
    const { jobId } = await real.client.call('imports.start', { items: [item] })
    const at: unknown[] = []
    const stop = real.core.subscribe((event) => {
      if (event.event !== 'jobMoved') return
      const { job } = event.payload
      if (job.at) at.push(job.at)
      if (job.at && job.at.done > 100) void real.client.call('jobs.cancel', { jobId })
    })
    const job = await jobEnded(real.client, jobId)
    stop()
    expect(job).toMatchObject({ state: 'cancelled', done: 0, total: 1, at: null })
    expect(at[0]).toMatchObject({ name: 'a.csv', total: 400 })
    const stored = await titles(real)
    expect(stored.length).toBeGreaterThan(100)
    expect(stored.length).toBeLessThan(400)
    expect(job.result).toMatchObject({ counts: { imported: stored.length, cancelled: 1 } })
    expect((await real.client.call('imports.run', { runId: runIdOf(job), outcome: 'cancelled' })).lines).toMatchObject([
      { name: 'a.csv', part: null },
    ])
    expect((await real.client.call('library.check', {})).ok).toBe(true)
    expect((await run(real, [item])).result).toMatchObject({ counts: { imported: 400 - stored.length, duplicate: stored.length } })
  })
})

describe('a table that no one has explained', () => {
  const odd = 'q1,q2\nRow one,"Some words of the council that are long enough"\nRow two,"Some other words of the council, long enough too"'

  test('needs columns; what was said is remembered for the next with the same head, when that is wanted', async () => {
    const item = await stage(real, 'a.csv', odd)
    const columns = ['title', 'text']
    const [before] = await real.client.call('imports.preview', { items: [item] })
    const wasKnown = before?.problem === null
    expect((await run(real, [{ ...item, columns, rememberColumns: true }])).result).toMatchObject({ counts: { imported: 2 } })
    const next = await stage(real, 'b.csv', odd.replaceAll('council', 'assembly'))
    const [after] = await real.client.call('imports.preview', { items: [next] })
    expect(after).toMatchObject({ problem: null, remembered: !wasKnown || before?.table?.proposed.join() !== columns.join(), total: 2 })
    expect(after?.table?.proposed).toEqual(columns)
    expect(linesOf(await run(real, [next])).map((line) => line.title)).toEqual(['Row one', 'Row two'])
  })
})

describe('what was shown is what comes in', () => {
  const odd = (words: string): string =>
    ['One', 'Two', 'Three']
      .map((name) => `${name},"Words of the ${words} number ${name}, long enough"`)
      .reduce((all, row) => `${all}\n${row}`, 'q1,q2')

  test('columns that one file of an import teaches are not laid on the next of the same import', async () => {
    const first = { ...(await stage(real, 'a.csv', odd('council'))), columns: ['title', 'text'], rememberColumns: true }
    await run(real, [first])
    // The next says otherwise, and is read before one that says nothing.
    const other = { ...(await stage(real, 'b.csv', odd('assembly'))), columns: ['text', 'title'], rememberColumns: true }
    const items = [other, ...(await Promise.all(Array.from({ length: 12 }, (_, n) => stage(real, `${n}.csv`, odd(`press ${n}`)))))]
    const job = await run(real, items)
    expect(
      new Set(
        linesOf(job)
          .slice(3)
          .map(({ title }) => title),
      ),
    ).toEqual(new Set(['One', 'Two', 'Three']))
  })

  test('a file that was written since it was shown is not imported, can be tried again, and says why', async () => {
    const path = join(real.folder, 'a.csv')
    writeFileSync(path, odd('council'))
    const { stagedId } = await real.core.control.stagePath(path)
    await real.client.call('imports.preview', { items: [{ stagedId }] })
    const item = { stagedId, columns: ['title', 'text'], leaveOut: [1] }
    writeFileSync(path, odd('COUNCIL'))
    const refused = await run(real, [item])
    expect(linesOf(refused)).toMatchObject([{ outcome: 'refused', problem: { code: 'unreadable', details: { reason: 'changed' } } }])
    expect(refused.result).toMatchObject({ again: [stagedId] })
    await real.client.call('imports.preview', { items: [{ stagedId }] })
    const taken = await run(real, [item])
    expect(linesOf(taken).map(({ title }) => title)).toEqual(['Two', 'Three'])
    expect(taken.result).toMatchObject({ again: [] })
  })

  test('the first row is the head or is not, as a person says', async () => {
    const item = await stage(real, 'a.csv', odd('council'))
    const columns = ['title', 'text']
    const [asHead] = await real.client.call('imports.preview', { items: [{ ...item, columns, headRow: true }] })
    const [asRow] = await real.client.call('imports.preview', { items: [{ ...item, columns, headRow: false }] })
    expect([asHead?.table?.headRow, asHead?.total, asHead?.table?.columns]).toEqual([true, 3, ['q1', 'q2']])
    expect([asRow?.table?.headRow, asRow?.total, asRow?.table?.columns]).toEqual([false, 4, ['A', 'B']])
  })
})

test('D25 two thousand files in one go are two thousand articles, in their order', { timeout: 180_000 }, async () => {
  const items = await Promise.all(
    Array.from({ length: 2_000 }, (_, index) => stage(real, `${index}.txt`, `Headline ${index}\n\nWords of ${index}.`)),
  )
  const job = await run(real, items)
  expect(job).toMatchObject({ state: 'done', done: 2_000, result: { counts: { imported: 2_000 } } })
  expect(linesOf(job)).toHaveLength(1_000)
  expect(linesOf(job).every(({ name, articleId }, index) => name === `${index}.txt` && articleId === index + 1)).toBe(true)
  expect((await real.client.call('imports.run', { runId: runIdOf(job), offset: 1_990 })).lines.map((line) => line.name).at(-1)).toBe(
    '1999.txt',
  )
})
