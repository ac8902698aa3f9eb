/** Briefings of the sample library: blocks in the order of the analyst, each with places of its own, and nothing that is left out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCore } from '../../../../src/core/app.ts'
import type { ReportInput } from '../../../../src/shared/domain/report.ts'
import type { Core } from '../../../../src/shared/rpc/core-control.ts'
import { createClient, type Client } from '../../../../src/shared/rpc/client.ts'
import { jobEnded } from '../../../helpers/real-core.ts'
import { one, parse } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-briefing-'))
let core: Core
let client: Client
const report = async (input: Omit<ReportInput, 'kind'>): Promise<Document> =>
  parse((await client.call('reports.preview', { kind: 'briefing', asOf: '2025-11-20', ...input })).html)
const all: NonNullable<ReportInput['blocks']> = [
  { kind: 'summary', text: 'Both want **quiet** [1].', quotes: [3] },
  { kind: 'matrix' },
  { kind: 'summaries' },
  { kind: 'text', heading: 'What to watch', text: 'The crossings.' },
  { kind: 'quotes', filter: { from: '2025-10-25' } },
  { kind: 'ledger' },
  { kind: 'timeline' },
  { kind: 'dossier', party: 1 },
  { kind: 'changes', since: '2025-10-19', until: '2025-10-30' },
  { kind: 'chart', chart: 'statements' },
  { kind: 'side-by-side' },
  { kind: 'articles', filter: { articles: [3] } },
  { kind: 'matrix', heading: 'Once more', filter: { issues: [1] } },
]

beforeAll(async () => {
  core = openCore({ clock: () => Date.UTC(2025, 10, 20), coder: 'Ada' })
  await core.control.openSample(join(folder, 'sample.parley'))
  client = createClient(core)
})
afterAll(async () => {
  await core.control.shutdown()
  rmSync(folder, { recursive: true, force: true })
})

test('every kind of block stands in its order; no link is dead, no anchor twice', async () => {
  const document = await report({ blocks: all })
  const heads = [...document.querySelectorAll('main > section > h2')].map((head) => head.textContent)
  expect(heads.slice(0, 5)).toEqual([
    'Executive summary',
    'Where the parties stand',
    'What the analysts conclude',
    'What to watch',
    'The evidence by date',
  ])
  expect(heads.at(-1)).toBe('Once more')
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const dead = [...document.querySelectorAll('a[href^="#"]')].filter((link) => !ids.includes(link.getAttribute('href')?.slice(1) ?? ''))
  expect(dead.map((link) => link.outerHTML)).toEqual([])
  expect(document.body.textContent).not.toMatch(/\breport\.[a-z]/)
  // The claim leads to the passage: by its reference, and from there into the library.
  const cite = one(document, '#b1-text .cite')
  expect(one(document, `${cite.getAttribute('href')} a[href^="parley://passage/"]`)).toBeDefined()
})

test('without sources, contents, key and method there is still no dead link', async () => {
  const include = { cover: false, contents: false, legend: false, method: false, sources: false }
  const document = await report({ blocks: all, include })
  expect(document.querySelectorAll('.contents, .legend, .method, .sources, .cover .numbers')).toHaveLength(0)
  const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect([...document.querySelectorAll('a[href^="#"]')].filter((link) => !ids.has(link.getAttribute('href')?.slice(1) ?? ''))).toEqual([])
})

test('quotes only: nothing that an analyst wrote is in it, and the method says so', async () => {
  const document = await report({ blocks: all, quotesOnly: true })
  expect(document.body.textContent).not.toMatch(/Both want|The crossings|What the analysts conclude/)
  expect(one(document, '.method').textContent).toContain('what the analysts wrote themselves')
  const { annotations } = (await client.call('library.status', {})).counts ?? { annotations: 0 }
  expect(annotations).toBeGreaterThan(100)
  const notes = (await client.call('annotations.list', {})).flatMap(({ note }) => (note === null || note.length < 12 ? [] : [note]))
  expect(notes.length).toBeGreaterThan(3)
  expect(notes.filter((note) => document.body.textContent.includes(note))).toEqual([])
})

test('what is new since a day, or since a report that was made, is marked', async () => {
  const count = async (newSince?: ReportInput['newSince']): Promise<number> =>
    (await report({ blocks: [{ kind: 'quotes' }], ...(newSince && { newSince }) })).querySelectorAll('.quote .mark.new').length
  expect(await count()).toBe(0)
  const byDay = (await client.call('annotations.list', { filter: { from: '2025-10-30' } })).length
  expect(await count({ day: '2025-10-30' })).toBe(byDay)
  await jobEnded(client, (await client.call('reports.start', { kind: 'briefing', blocks: [{ kind: 'quotes' }] })).jobId)
  const [run] = await client.call('reports.runs', { limit: 1 })
  expect(await count({ runId: run?.id ?? 0 })).toBe(0)
  await client.call('annotations.create', { articleId: 1, start: 0, end: 10, tag: 'demand', speaker: 'Pakistan' })
  expect(await count({ runId: run?.id ?? 0 })).toBe(1)
})

test('a report that cannot be made says what it lacks', async () => {
  await expect(client.call('reports.preview', { kind: 'dossier' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(client.call('reports.preview', { kind: 'dossier', party: 99_999 })).rejects.toMatchObject({ code: 'not-found' })
})

test('without a title page the parts follow each other; with one each of the large ones begins a page', async () => {
  const blocks: ReportInput['blocks'] = [{ kind: 'text', text: 'Short.' }, { kind: 'matrix' }]
  const pages = async (cover: boolean): Promise<number> =>
    (await report({ blocks, include: { cover } })).querySelectorAll('section.new-page').length
  expect(await pages(false)).toBe(0)
  expect(await pages(true)).toBeGreaterThan(0)
})

test('a matrix by itself: the key has every tag it counts, the sources every article, and foreign words stand with their translation', async () => {
  const document = await report({ blocks: [{ kind: 'matrix' }] })
  const signs = (within: string): Set<string> =>
    new Set([...document.querySelectorAll(`${within} .letter`)].map((sign) => sign.textContent ?? ''))
  const counted = signs('table.cells')
  expect(counted.size).toBeGreaterThan(3)
  expect([...counted].filter((sign) => !signs('#legend-tags').has(sign))).toEqual([])
  const sum = [...document.querySelectorAll('#legend-tags tbody td:last-child')].reduce(
    (total, { textContent }) => total + Number(textContent),
    0,
  )
  expect(sum).toBe((await client.call('annotations.list', {})).length)
  expect(document.querySelectorAll('#sources > ol > li')).toHaveLength(8)
  const chinese = [...document.querySelectorAll('table.cells td')].filter((cell) => cell.querySelector('.quoted[lang^="zh"]'))
  expect(chinese.length).toBeGreaterThan(0)
  for (const cell of chinese) expect(cell.textContent).toMatch(/Translation: [A-Z]/)
})
