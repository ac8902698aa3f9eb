/** Since a report, by the history: what came from elsewhere, what was coded late, what was taken back, and what only merged. */
import { readFileSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteRun } from '../../../src/core/handlers/reports.ts'
import { listReportRuns } from '../../../src/core/store/report-runs.ts'
import { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { codedLibrary } from './library.ts'
import { importText, jobEnded, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
let articleId: number
let at = 0
const call: RealCore['client']['call'] = (name, input) => real.client.call(name, input)
const TEXT = 'The crossing stays shut. Camps have to go. Nobody signs. Trucks wait at the gate. The talks go on.'

async function say(speaker: string | null, issues: string[], stated: string, coding: object = {}): Promise<number> {
  const start = at++
  const more = speaker === null ? {} : { speaker }
  return (await call('annotations.create', { articleId, start, end: start + 5, tag: 'position', issues, stated, ...more, ...coding })).id
}
async function report(): Promise<number> {
  const job = await jobEnded(real.client, (await call('reports.start', { kind: 'comparison', title: 'Week 43' })).jobId)
  expect(job.state).toBe('done')
  return (await call('reports.runs', {}))[0]?.id ?? 0
}
const cellsSince = async (id: number): Promise<unknown> =>
  (await call('compare.changes', { report: id })).cells.map(({ kind, fromId, toId, statements }) => [kind, fromId, toId, statements])

beforeEach(async () => {
  real = await openRealCore({ coder: 'Ada' })
  articleId = await importText(real.core, real.client, TEXT, { published: '2025-10-29', outlet: 'Harbour Post' })
  at = 0
})
afterEach(async () => {
  await real.close()
})

test('a library that was brought in after the report is new, however long ago it was coded', async () => {
  const other = await openRealCore({ coder: 'Bo' })
  const theirs = await importText(other.core, other.client, TEXT, { published: '2025-10-20', outlet: 'Strait Daily', title: 'Theirs' })
  await other.client.call('annotations.create', {
    articleId: theirs,
    start: 4,
    end: 12,
    tag: 'position',
    speaker: 'Doha',
    issues: ['Border'],
    stated: '2025-10-18',
    stance: 'supports',
  })
  await other.core.control.shutdown()
  const bytes = new Uint8Array(readFileSync(other.path))
  rmSync(other.folder, { recursive: true, force: true })

  for (let index = 0; index < 8; index++) await say('Kabul', ['Border'], '2025-10-18', { stance: 'opposes' })
  const since = await report()
  const { stagedId } = await real.core.control.stageBytes('theirs.parley', bytes)
  expect((await jobEnded(real.client, (await call('imports.start', { items: [{ stagedId }] })).jobId)).state).toBe('done')
  const { cells } = await call('compare.changes', { report: since })
  expect(cells).toMatchObject([{ kind: 'new', from: null, to: { stance: 'supports', date: '2025-10-18' }, statements: 1 }])
})

test('a stance that was filled in late is new evidence; a note, and what was taken back, is not', async () => {
  const first = await say('Kabul', ['Border'], '2025-10-18', { stance: 'opposes' })
  const bare = await say('Kabul', ['Border'], '2025-10-25')
  const since = await report()
  await call('annotations.update', { id: bare, patch: { note: 'ask again' } })
  expect(await cellsSince(since)).toEqual([])
  await call('annotations.update', { id: bare, patch: { stance: 'supports' } })
  expect(await cellsSince(since)).toEqual([['reversed', first, bare, 1]])
  await call('history.undo', {})
  expect(await cellsSince(since)).toEqual([])
  await call('annotations.remove', { ids: [first] })
  await call('history.undo', {})
  expect(await cellsSince(since)).toEqual([])
})

test('an issue given late counts; parties that were merged do not', async () => {
  const first = await say('Kabul', ['Border'], '2025-10-18', { stance: 'opposes' })
  const second = await say('Afghan government', ['Trade'], '2025-10-25', { stance: 'supports' })
  const since = await report()
  const parties = await call('parties.list', {})
  const idOf = (name: string): number => parties.find((party) => party.name === name)?.id ?? 0
  await call('parties.merge', { id: idOf('Afghan government'), intoId: idOf('Kabul') })
  expect(await cellsSince(since)).toEqual([])
  await call('annotations.update', { id: second, patch: { issues: ['Trade', 'Border'] } })
  expect(await cellsSince(since)).toEqual([['reversed', first, second, 1]])
})

test('an old statement that was put into a thread as its answer answers it since', async () => {
  const raised = await say('Islamabad', ['Border'], '2025-10-18')
  const answer = await say('Kabul', ['Border'], '2025-10-19')
  const { id } = await call('threads.create', {
    kind: 'demand',
    title: 'Close the camps',
    owner: 'Islamabad',
    addressee: 'Kabul',
    members: [{ annotationId: raised, role: 'raised' }],
  })
  const since = await report()
  await call('threads.attach', { id, annotationId: answer, role: 'rejected' })
  expect((await call('compare.changes', { report: since })).threads).toMatchObject([
    { kind: 'answered', threadId: id, was: 'open', is: 'rejected', fromId: raised, toId: answer },
  ])
  // By days of the coding all of it is of today, by the clock of this core.
  const day = { basis: 'coded', then: '2025-10-29' } as const
  expect((await call('compare.changes', day)).threads).toMatchObject([{ kind: 'answered', was: null }])
  expect((await call('compare.changes', { ...day, then: '2025-10-30' })).threads).toEqual([])
  expect((await call('compare.changes', { ...day, then: '2025-10-28', now: '2025-10-29' })).threads).toEqual([])
})

test('a report that cannot be noted in the library is made none the less, and the reason is told', () => {
  const library = codedLibrary()
  const full = new ParleyError('disk-full')
  const told: unknown[] = []
  const session = {
    library,
    clock: () => 1,
    uid: () => {
      throw full
    },
    changed: () => undefined,
    held: { onUnexpected: (error: unknown) => void told.push(error) },
  }
  noteRun(session, library, { kind: 'comparison', title: 'Week 43', name: 'week-43.html', input: {} }, { now: 1, seq: 0 })
  expect(told).toEqual([full])
  expect(listReportRuns(library.read, 5)).toEqual([])
  library.close()
})
