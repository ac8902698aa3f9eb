/** Work that waits, while another library is opened: it writes into the one it began with, or not at all. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText, jobEnded, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
let other: string
/** Id of an article that each of the two libraries has under the same number. */
let id: number
const long = (word: string): string => Array.from({ length: 3_000 }, (_, n) => `${word} sentence number ${n} stands here.`).join('\n')
/** Stages a file: to read it takes turns of the loop, in which the other library is opened. */
async function stage(name: string, text: string): Promise<string> {
  const path = join(real.folder, name)
  await writeFile(path, text)
  return (await real.core.control.stagePath(path)).stagedId
}
/** Begins the work, opens the other library while it waits, and says how it ended. */
async function meanwhile(work: () => Promise<unknown>): Promise<unknown> {
  const answer = work().then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
  await real.core.control.openLibrary(other)
  return answer
}
const steps = async (): Promise<unknown> =>
  (await real.client.call('history.list', {})).filter(({ state }) => state !== 'fixed').map((step) => [step.kind, step.subject])

beforeEach(async () => {
  real = await openRealCore()
  other = real.path.replace('talks', 'other')
  await real.core.control.createLibrary(other)
  await importText(real.core, real.client, long('Secret'), { title: 'Secret' })
  await real.core.control.openLibrary(real.path)
  id = await importText(real.core, real.client, long('First'), { title: 'First' })
  await real.client.call('annotations.create', { articleId: id, start: 0, end: 5, tag: 'demand' })
})
afterEach(() => real.close())

test('G7 a corrected text never becomes that of an article of another library', async () => {
  const stagedId = await stage('corrected.txt', long('Corrected'))
  const answer = await meanwhile(() => real.client.call('articles.revise', { id, text: long('Corrected'), stagedId }))
  expect(answer).toBe('no-library')
  expect(await steps()).toEqual([['articles.import', 'Secret']])
  expect((await real.client.call('articles.get', { id })).text).toBe(long('Secret'))
})

test('a codebook goes into the library that was open when it was asked for', async () => {
  const stagedId = await stage('c.json', JSON.stringify({ parley: 'codebook', version: 1, name: 'x', issues: [{ path: ['Water'] }] }))
  expect(await meanwhile(() => real.client.call('codebook.import', { stagedId }))).toBe('no-library')
  expect(await steps()).toEqual([['articles.import', 'Secret']])
  expect(await real.client.call('issues.list', {})).toEqual([])
  await real.core.control.openLibrary(real.path)
  expect(await meanwhile(() => real.client.call('codebook.previewImport', { stagedId }))).toBe('no-library')
})

test('an import ends with the library it was started in', async () => {
  const items: { stagedId: string }[] = []
  for (const word of ['One', 'Two', 'Three']) items.push({ stagedId: await stage(`${word}.txt`, long(word)) })
  expect(await meanwhile(() => real.client.call('imports.preview', { items }))).toBe('no-library')
  await real.core.control.openLibrary(real.path)
  let jobId = ''
  await meanwhile(async () => {
    jobId = (await real.client.call('imports.start', { items: items.map(({ stagedId }) => ({ stagedId, metadata: {} })) })).jobId
  })
  await jobEnded(real.client, jobId)
  expect(await steps()).toEqual([['articles.import', 'Secret']])
})
