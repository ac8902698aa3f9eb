/** Comparing on a real library: cells with their quotes, new quotes side by side, what changed since a report. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText, jobEnded, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
let articleId: number
const call: RealCore['client']['call'] = (name, input) => real.client.call(name, input)
const TEXT = 'The crossing stays shut. Camps have to go. Nobody signs. Trucks wait at the gate. The talks go on.'
let at = 0
async function say(speaker: string, issues: string[], stated: string | null, coding: object = {}): Promise<number> {
  const start = at++
  return (await call('annotations.create', { articleId, start, end: start + 5, tag: 'position', speaker, issues, stated, ...coding })).id
}
const party = async (name: string): Promise<number> => (await call('parties.list', {})).find((one) => one.name === name)?.id ?? 0
const issue = async (name: string): Promise<number> => (await call('issues.list', {})).find((one) => one.name === name)?.id ?? 0

beforeEach(async () => {
  real = await openRealCore({ coder: 'Ada' })
  articleId = await importText(real.core, real.client, TEXT, { published: '2025-10-29', outlet: 'Harbour Post' })
  at = 0
})
afterEach(() => real.close())

test('a cell has all its quotes once, oldest first, those beneath included, and is the cell of the matrix', async () => {
  const late = await say('Kabul', ['Border › Crossing', 'Border'], '2025-10-28', { stance: 'opposes' })
  const early = await say('Kabul', ['Border › Camps'], '2025-10')
  await say('Doha', ['Border'], '2025-10-27')
  const [issueId, partyId] = [await issue('Border'), await party('Kabul')]
  const { cell, quotes, beyond } = await call('compare.cell', { issueId, partyId })
  expect([quotes.map(({ id }) => id), beyond]).toEqual([[early, late], 0])
  const { cells } = await call('compare.matrix', {})
  expect(cell).toEqual(cells.find((one) => one.issueId === issueId && one.partyId === partyId))
  expect(cell).toMatchObject({ statements: 2, own: 1, stance: 'opposes', stancesBeneath: ['opposes'], newest: { id: late } })
  expect(await call('compare.cell', { issueId, partyId, filter: { to: '2025-09-30' } })).toEqual({ cell: null, quotes: [], beyond: 0 })
  expect(await call('compare.cell', { issueId: null, partyId })).toEqual({ cell: null, quotes: [], beyond: 0 })
  const bare = await call('compare.matrix', { quotes: false })
  expect(bare.cells.map((one) => one.newest)).toEqual(cells.map(() => null))
  expect(bare.cells.map((one) => one.newestId)).toEqual(cells.map((one) => one.newest?.id))
})

test('side by side: what was said after a day is new, in the quote and in its band', async () => {
  await say('Kabul', ['Border'], '2025-10-18', { stance: 'opposes' })
  await say('Islamabad', ['Border'], '2025-10-19', { stance: 'supports' })
  await say('Kabul', ['Trade'], '2025-10-20')
  const parties = [await party('Kabul'), await party('Islamabad')]
  const { bands } = await call('compare.sideBySide', { parties, since: '2025-10-19', sort: 'newest' })
  expect(bands.map(({ verdict, isNew }) => [verdict, isNew])).toEqual([
    ['alone', true],
    ['conflict', false],
  ])
  expect(bands[0]?.columns.map(({ quotes }) => quotes.map(({ isNew }) => isNew))).toEqual([[true], []])
})

test('side by side sends the newest forty of a party in a band, and the others once the band is asked for', async () => {
  const ids: number[] = []
  for (let n = 0; n < 43; n++) ids.push(await say('Kabul', ['Border'], '2025-10-18'))
  const parties = [await party('Kabul')]
  const column = async (whole: number[]) => (await call('compare.sideBySide', { parties, whole })).bands[0]?.columns[0]
  expect(await column([])).toMatchObject({ statements: 43, beyond: 3, quotes: { length: 40 } })
  const all = await column([(await call('issues.list', {})).find(({ name }) => name === 'Border')?.id ?? 0])
  expect(all).toMatchObject({ statements: 43, beyond: 0 })
  expect(all?.quotes.map(({ id }) => id)).toEqual(ids)
})

test('since the last report: its run is kept beside the history, and what was coded after it is what changed', async () => {
  const first = await say('Kabul', ['Border'], '2025-10-18', { stance: 'opposes' })
  const steps = (await call('history.list', {})).length
  const { jobId } = await call('reports.start', { kind: 'comparison', title: 'Week 43' })
  expect((await jobEnded(real.client, jobId)).state).toBe('done')
  const [run] = await call('reports.runs', {})
  expect(run).toMatchObject({ kind: 'comparison', title: 'Week 43', coder: 'Ada' })
  expect((await call('history.list', {})).length).toBe(steps)
  const report = run?.id ?? 0
  expect(await call('compare.changes', { report })).toMatchObject({
    basis: 'coded',
    cells: [],
    report: run,
    totals: { cells: 0, threads: 0 },
  })

  const second = await say('Kabul', ['Border'], '2025-10-25', { stance: 'supports' })
  const { cells, counts } = await call('compare.changes', { report })
  expect(cells).toMatchObject([
    { kind: 'reversed', fromId: first, toId: second, from: { stance: 'opposes' }, to: { stance: 'supports' }, statements: 1 },
  ])
  expect(counts).toEqual([{ kind: 'reversed', count: 1 }])
  await call('history.undo', {})
  expect(await call('compare.changes', { report })).toMatchObject({ cells: [] })
  expect(await call('reports.runs', { limit: 1 })).toEqual([run])
  await expect(call('compare.changes', { report: 4_711 })).rejects.toMatchObject({ code: 'not-found' })
})

test('between two days: moves with their quotes, threads with theirs; one moment is asked for, and the first comes first', async () => {
  const raised = await say('Islamabad', ['Border'], '2025-10-18', { stance: 'supports' })
  const answer = await say('Kabul', ['Border'], '2025-10-27', { stance: 'opposes' })
  const thread = await call('threads.create', {
    kind: 'demand',
    title: 'Close the camps',
    owner: 'Islamabad',
    addressee: 'Kabul',
    members: [
      { annotationId: raised, role: 'raised' },
      { annotationId: answer, role: 'rejected' },
    ],
  })
  const changes = await call('compare.changes', { then: '2025-10-19', now: '2025-10-30' })
  expect(changes.cells).toMatchObject([
    { kind: 'new', fromId: null, from: null, to: { id: answer } },
    { kind: 'silent', from: { id: raised }, toId: null, to: null },
  ])
  expect(changes.threads).toMatchObject([
    {
      kind: 'answered',
      threadId: thread.id,
      title: 'Close the camps',
      was: 'open',
      is: 'rejected',
      from: { id: raised },
      to: { id: answer },
    },
  ])
  expect(changes.totals).toEqual({ cells: 2, threads: 1 })
  const other = await call('compare.changes', {
    then: '2025-10-19',
    now: '2025-10-30',
    filter: { parties: [await party('Nobody')] },
  }).catch(() => null)
  expect(other?.threads ?? []).toEqual([])
  // The clock of this core stands at 30 October 2025.
  expect(await call('compare.changes', { then: '2025-10-19' })).toMatchObject({ now: '2025-10-30', basis: 'said' })
  for (const off of [{}, { then: '2025-10-19', report: 1 }, { then: '2025-10-20', now: '2025-10-19' }])
    await expect(call('compare.changes', off)).rejects.toMatchObject({ code: 'invalid-input' })
})
