/** What was chosen to stay is in no format: reasons of readings go with the notes, definitions with quotes only; and tables lead back like all the rest. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCore } from '../../../../src/core/app.ts'
import type { ReportInput } from '../../../../src/shared/domain/report.ts'
import type { Core } from '../../../../src/shared/rpc/core-control.ts'
import { createClient, type Client } from '../../../../src/shared/rpc/client.ts'
import { readCsv } from '../../../../src/core/exporters/csv.ts'
import { jobEnded } from '../../../helpers/real-core.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-left-out-'))
const REASON = 'They told us so on the telephone'
const DEFINITION = 'A wish, as our own house defines it'
let core: Core
let client: Client

/** Everything that can be read in the file, also that of a zip. */
async function words(input: ReportInput): Promise<string> {
  const { jobId } = await client.call('reports.start', { asOf: '2025-11-20', ...input })
  const job = await jobEnded(client, jobId)
  if (job.state !== 'done' || job.result?.kind !== 'report') throw new Error(`not made: ${JSON.stringify(job)}`)
  const { bytes } = await core.control.readOutput(job.result.outputId)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip
    ? Object.values(unzipSync(bytes))
        .map((entry) => strFromU8(entry))
        .join('\n')
    : new TextDecoder().decode(bytes)
}

beforeAll(async () => {
  core = openCore({ clock: () => Date.UTC(2025, 10, 20), coder: 'Ada' })
  await core.control.openSample(join(folder, 'sample.parley'))
  client = createClient(core)
  const [thread] = await client.call('threads.list', {})
  await client.call('threads.update', { id: thread?.id ?? 0, patch: { statusOverride: 'accepted', statusReason: REASON } })
  const [tag] = await client.call('tags.list', {})
  await client.call('tags.update', { id: tag?.id ?? 0, patch: { definition: DEFINITION } })
})
afterAll(async () => {
  await core.control.shutdown()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['html', 'md', 'docx', 'xlsx', 'csv'] as const)('%s: no reason without notes, no definition with quotes only', async (format) => {
  const ledger = { kind: 'ledger', format } as const
  const whole = await words(ledger)
  expect(whole).toContain(REASON)
  expect(format === 'csv' || whole.includes(DEFINITION)).toBe(true)
  expect(await words({ ...ledger, include: { notes: false } })).not.toContain(REASON)
  const quotesOnly = await words({ ...ledger, quotesOnly: true })
  expect(quotesOnly).not.toContain(REASON)
  expect(quotesOnly).not.toContain(DEFINITION)
})

/** Rows of a CSV by the names of their columns. */
function named(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(csv, 100_000).rows
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

test('a table of statements cites each: article, place, way back, what is new, fields of its own', async () => {
  const rows = named(await words({ kind: 'annotated', format: 'csv', newSince: { day: '2025-10-30' } }))
  const annotations = await client.call('annotations.list', {})
  expect(rows).toHaveLength(annotations.length)
  // Under the numbers by which the report cites them.
  expect(rows.map((row) => Number(row['#']?.slice(1)))).toEqual(annotations.map((_, index) => index + 1))
  const isNew = new Set((await client.call('annotations.list', { filter: { from: '2025-10-30' } })).map(({ uid }) => uid))
  expect(isNew.size).toBeGreaterThan(0)
  const said = (row: Record<string, string>): string =>
    [row['Passage in the library']?.split('/').at(-1), row['Article no.'], row['Start (UTF-16)'], row.New].join(' ')
  expect(rows.map(said).toSorted()).toEqual(
    annotations.map(({ uid, articleId, start }) => `${uid} ${articleId} ${start} ${isNew.has(uid) ? 'yes' : 'no'}`).toSorted(),
  )
})

test('a briefing with the coding table of one article has a table of all that it cites', async () => {
  const blocks: ReportInput['blocks'] = [{ kind: 'articles', filter: { articles: [3] } }, { kind: 'quotes' }]
  const tables = await words({ kind: 'briefing', blocks, format: 'csv' })
  for (const { uid } of await client.call('annotations.list', {})) expect(tables).toContain(uid)
})

test('without their table, notes beside an article lead to their passages in the library', async () => {
  const html = await words({ kind: 'annotated', include: { table: false } })
  for (const { uid } of await client.call('annotations.list', {})) expect(html).toContain(uid)
  // Each statement once in the text, and its table row with the citation of its own number.
  const rows = named(await words({ kind: 'annotated', include: { table: false }, format: 'csv' }))
  expect(rows.map(({ Quote }) => String(Quote)).toSorted()).toEqual(
    (await client.call('annotations.list', {})).map(({ quote }) => quote).toSorted(),
  )
  expect(rows.filter((row) => !/article \d+, \d+–\d+/.test(row.Source ?? ''))).toEqual([])
})

test('a title that would fill its page is set smaller', async () => {
  expect(await words({ kind: 'ledger', title: 'Talks '.repeat(80).trim() })).toContain('<h1 class="long"')
  expect(await words({ kind: 'ledger', title: 'Talks' })).not.toContain('<h1 class="long"')
})
