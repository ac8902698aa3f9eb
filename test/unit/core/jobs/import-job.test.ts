/** The import job: whole articles or none, a line for every file, and one bad file stops nobody. */
import { execFileSync } from 'node:child_process'
import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportItem } from '../../../../src/shared/domain/import.ts'
import type { ImportOutcome } from '../../../../src/shared/domain/import-report.ts'
import type { Job } from '../../../../src/shared/domain/job.ts'
import { importText, jobEnded, openRealCore, type RealCore } from '../../../helpers/real-core.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

const stage = async (name: string, content: string | Uint8Array): Promise<ImportItem> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { stagedId: (await real.core.control.stageBytes(name, bytes)).stagedId }
}
const stagePath = async (name: string, content: string): Promise<{ item: ImportItem; path: string }> => {
  const path = join(real.folder, name)
  writeFileSync(path, content)
  return { item: { stagedId: (await real.core.control.stagePath(path)).stagedId }, path }
}
const run = async (items: ImportItem[]): Promise<Job> => jobEnded(real.client, (await real.client.call('imports.start', { items })).jobId)
const outcomes = (job: Job): ImportOutcome[] => (job.result?.kind === 'import' ? job.result.items : [])
const inShort = (job: Job): unknown[] => outcomes(job).map((item) => [item.name, item.outcome, item.problem?.code ?? null])
const count = async (): Promise<number> => (await real.client.call('articles.list', {})).total

describe('D25 the same text twice', () => {
  test('in one import, in a later one, under another name or with other line ends, is shown by what it equals', async () => {
    const text = 'Talks resume\n\nThe Council demands that ferries stop.'
    const job = await run([
      await stage('a.txt', text),
      await stage('b.txt', text.replaceAll('\n', '\r\n')),
      await stage('c.txt', 'Another text'),
    ])
    expect(inShort(job)).toEqual([
      ['a.txt', 'imported', null],
      ['b.txt', 'duplicate', null],
      ['c.txt', 'imported', null],
    ])
    const [first, second] = outcomes(job)
    expect(second?.articleId).toBe(first?.articleId)
    expect(inShort(await run([await stage('again.txt', text)]))).toEqual([['again.txt', 'duplicate', null]])
    const [preview] = await real.client.call('imports.preview', { items: [await stage('again.txt', text)] })
    expect(preview?.articles[0]?.duplicate).toMatchObject({ articleId: first?.articleId })
    expect(await count()).toBe(2)
  })

  test('one staged file named twice is imported once', async () => {
    const item = await stage('a.txt', 'Talks resume')
    expect(inShort(await run([item, item]))).toEqual([
      ['a.txt', 'imported', null],
      ['a.txt', 'duplicate', null],
    ])
  })

  test('names that differ in case or in normal form only are files of their own', async () => {
    const job = await run(
      await Promise.all(['café.txt', 'CAFÉ.txt', 'cafe\u0301.txt'].map((name, index) => stage(name, `Text number ${index}`))),
    )
    expect(outcomes(job).map((item) => item.outcome)).toEqual(['imported', 'imported', 'imported'])
    expect(await count()).toBe(3)
  })

  test('a text that was removed may be imported anew', async () => {
    const id = await importText(real.core, real.client, 'Talks resume')
    await real.client.call('articles.remove', { ids: [id] })
    expect(inShort(await run([await stage('a.txt', 'Talks resume')]))).toEqual([['a.txt', 'imported', null]])
  })
})

describe('D17 D23 what is no article is refused with the reason, and the others go on', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0])
  const cases: [string, string | Uint8Array, string][] = [
    ['empty.txt', '', 'empty'],
    ['picture.txt', png, 'binary'],
    ['blank.txt', ' \n\t\r\n\u00a0\u2028', 'no-text'],
    ['dots.txt', '… — !', 'no-text'],
    ['report.txt', '%PDF-1.7\n1 0 obj', 'damaged'],
    ['drawing.txt', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'format'],
    ['noise.txt', Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7919) % 256), 'binary'],
    ['zeros.txt', new Uint8Array(2_000), 'binary'],
  ]
  test('each by its own code, between good files, in one job', async () => {
    const items = [await stage('first.txt', 'First article')]
    for (const [name, content] of cases) items.push(await stage(name, content))
    items.push(await stage('last.txt', 'Last article'))
    const job = await run(items)
    expect(job.state).toBe('done')
    expect(inShort(job)).toEqual([
      ['first.txt', 'imported', null],
      ...cases.map(([name, , code]) => [name, 'refused', code]),
      ['last.txt', 'imported', null],
    ])
    for (const item of outcomes(job)) expect(item.articleId === null).toBe(item.outcome === 'refused')
    const previews = await real.client.call('imports.preview', { items: items.slice(1, -1) })
    expect(previews.map((preview) => preview.problem?.code)).toEqual(cases.map(([, , code]) => code))
    expect(await count()).toBe(2)
    expect((await real.client.call('library.check', {})).ok).toBe(true)
  })

  test('a file of 50 MB is too large for one article and says the limit', async () => {
    const { item, path } = await stagePath('large.txt', 'Talks')
    truncateSync(path, 50 * 1024 * 1024)
    const again = { stagedId: (await real.core.control.stagePath(path)).stagedId }
    expect(outcomes(await run([item, again]))).toMatchObject([
      { outcome: 'refused', problem: { code: 'unreadable' } },
      { outcome: 'refused', problem: { code: 'too-large', details: { bytes: 50 * 1024 * 1024, limit: 16 * 1024 * 1024 } } },
    ])
  })

  test('a forced encoding that does not fit refuses the file and offers others; one that fits reads it', async () => {
    const russian = Uint8Array.from([0xcf, 0xe5, 0xf0, 0xe5, 0xe3, 0xee, 0xe2, 0xee, 0xf0, 0xfb, 0x20, 0xe2, 0x20, 0xc4, 0xee, 0xf5, 0xe5])
    const job = await run([
      { ...(await stage('utf8.txt', russian)), encoding: 'utf-8' },
      { ...(await stage('none.txt', russian)), encoding: 'no-such-encoding' },
      { ...(await stage('cyrillic.txt', russian)), encoding: 'windows-1251' },
    ])
    expect(inShort(job)).toEqual([
      ['utf8.txt', 'refused', 'encoding'],
      ['none.txt', 'refused', 'encoding'],
      ['cyrillic.txt', 'imported', null],
    ])
    const article = await real.client.call('articles.get', { id: outcomes(job)[2]?.articleId ?? 0 })
    expect(article).toMatchObject({ text: 'Переговоры в Дохе', original: { encoding: 'windows-1251', bytes: russian.length } })
    const [preview] = await real.client.call('imports.preview', { items: [{ ...(await stage('utf8.txt', russian)), encoding: 'utf-8' }] })
    expect(preview).toMatchObject({ problem: { code: 'encoding' }, articles: [], total: 0 })
  })

  test('a text without a heading in a file without a usable name gets a title all the same', async () => {
    const job = await run([await stage('', '12.'), await stage(' \u0000 ', '13.'), await stage('x'.repeat(2_000), '14.')])
    expect(outcomes(job).map((item) => item.outcome)).toEqual(['imported', 'imported', 'imported'])
    for (const { articleId } of outcomes(job)) expect((await real.client.call('articles.get', { id: articleId ?? 0 })).title).not.toBe('')
  })
})

describe('D24 files that change while they wait', () => {
  test('are refused one by one, and the others go on', async () => {
    const [gone, pipe, good] = await Promise.all(['gone.txt', 'pipe.txt', 'good.txt'].map((name) => stagePath(name, `Text of ${name}`)))
    if (!gone || !pipe || !good) throw new Error('not staged')
    rmSync(gone.path)
    rmSync(pipe.path)
    execFileSync('mkfifo', [pipe.path])
    expect(inShort(await run([gone.item, pipe.item, good.item]))).toEqual([
      ['gone.txt', 'refused', 'gone'],
      ['pipe.txt', 'refused', 'unreadable'],
      ['good.txt', 'imported', null],
    ])
  })

  test('that are discarded while the job runs are refused, and the others go on', async () => {
    const items = await Promise.all(Array.from({ length: 30 }, (_, index) => stage(`${index}.txt`, `Text number ${index}`)))
    const { jobId } = await real.client.call('imports.start', { items })
    await real.client.call('imports.discard', { stagedIds: items.slice(28).map((item) => item.stagedId) })
    const job = await jobEnded(real.client, jobId)
    expect(job.state).toBe('done')
    expect(
      outcomes(job)
        .slice(0, 28)
        .every((item) => item.outcome === 'imported'),
    ).toBe(true)
    expect(inShort(job).slice(28)).toEqual([
      ['28.txt', 'refused', 'gone'],
      ['29.txt', 'refused', 'gone'],
    ])
  })

  test('an id that was never staged is said at the start, before anything is stored', async () => {
    const good = await stage('good.txt', 'Good text')
    await expect(real.client.call('imports.start', { items: [good, { stagedId: 'never' }] })).rejects.toMatchObject({ code: 'staged-gone' })
    expect(await count()).toBe(0)
    expect(await real.client.call('jobs.list', {})).toEqual([])
  })
})

describe('C2 a cancel', () => {
  test('leaves whole articles, lists the rest as cancelled, and keeps them staged for another try', async () => {
    const items = await Promise.all(Array.from({ length: 40 }, (_, index) => stage(`${index}.txt`, `Text number ${index} about 停火`)))
    const { jobId } = await real.client.call('imports.start', { items })
    const stop = real.core.subscribe((event) => {
      if (event.event === 'jobMoved' && event.payload.job.done === 3) void real.client.call('jobs.cancel', { jobId })
    })
    const job = await jobEnded(real.client, jobId)
    stop()
    expect(job).toMatchObject({ state: 'cancelled', total: 40, error: null })
    const all = outcomes(job).map((item) => item.outcome)
    const imported = all.filter((outcome) => outcome === 'imported').length
    expect(all).toEqual([...Array<string>(imported).fill('imported'), ...Array<string>(40 - imported).fill('cancelled')])
    expect(imported).toBeGreaterThanOrEqual(3)
    expect(imported).toBeLessThan(40)
    expect(await count()).toBe(imported)
    expect((await real.client.call('articles.list', { text: '停火' })).total).toBe(imported)
    expect((await real.client.call('library.check', {})).ok).toBe(true)
    const rest = await run(items.slice(imported))
    expect(outcomes(rest).every((item) => item.outcome === 'imported')).toBe(true)
    expect(await count()).toBe(40)
  })

  test('by closing the library stops between two articles, and what was stored is there when it opens again', async () => {
    const items = await Promise.all(Array.from({ length: 20 }, (_, index) => stage(`${index}.txt`, `Text number ${index}`)))
    const { jobId } = await real.client.call('imports.start', { items })
    await new Promise((resolve) => setImmediate(resolve))
    await real.core.control.closeLibrary()
    const job = await jobEnded(real.client, jobId)
    expect(job.state).toBe('cancelled')
    await real.core.control.openLibrary(real.path)
    expect(await count()).toBe(outcomes(job).filter((item) => item.outcome === 'imported').length)
  })
})

test('a few small files are one step of the history, named by the first, with progress told after each', async () => {
  const moved: number[] = []
  const stop = real.core.subscribe((event) => event.event === 'jobMoved' && moved.push(event.payload.job.done))
  await run([
    { ...(await stage('a.txt', 'Text A')), metadata: { title: 'First' } },
    { ...(await stage('b.txt', 'Text B')), metadata: { title: 'Second' } },
  ])
  stop()
  expect(moved).toEqual([0, 1, 2, 2])
  const steps = await real.client.call('history.list', { limit: 2 })
  expect(steps.map((step) => [step.kind, step.subject, step.count])).toEqual([
    ['articles.import', 'First', 2],
    ['library.create', null, 1],
  ])
})

test('corrections overrule what was recognised, field by field, and null empties a field', async () => {
  const item = await stage('a.txt', 'Talks resume\n\nBy Mira Sol, Harbour Post\n\nThe Council met on Friday to speak of ferries.')
  const [preview] = await real.client.call('imports.preview', { items: [item] })
  expect(preview?.articles[0]?.metadata).toMatchObject({ title: 'Talks resume', author: 'Mira Sol', outlet: 'Harbour Post' })
  const job = await run([{ ...item, metadata: { author: null, published: '2025-10', reliability: 'B' } }])
  expect(await real.client.call('articles.get', { id: outcomes(job)[0]?.articleId ?? 0 })).toMatchObject({
    title: 'Talks resume',
    author: null,
    outlet: 'Harbour Post',
    published: '2025-10',
    reliability: 'B',
  })
})
