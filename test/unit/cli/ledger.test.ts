/** `parley ledger`: the rows of the contract as lines and as JSON, narrowed by thread and by statement. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Annotation } from '../../../src/shared/domain/annotation.ts'
import type { Ledger } from '../../../src/shared/domain/ledger.ts'
import type { Thread } from '../../../src/shared/domain/thread.ts'
import { newCli, TEXT, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
})
afterEach(() => cli.remove())

const call = <T>(name: string, input: object): Promise<T> => cli.json('call', name, JSON.stringify(input))

test('the ledger is a line for each thread, overdue first, and the contract’s answer as JSON', async () => {
  await cli.on('import', cli.write('ferry.txt', TEXT), '--date', '2025-10-29')
  const quote = 'demands that all ferries stop at dusk'
  const start = TEXT.indexOf(quote)
  const { id } = await call<Annotation>('annotations.create', {
    articleId: 1,
    start,
    end: start + quote.length,
    tag: 'demand',
    speaker: 'Northern Council',
    targets: ['Island of Ø'],
  })
  const members = [{ annotationId: id, role: 'raised' }]
  const parties = { owner: 'Northern Council', addressee: 'Island of Ø' }
  await call<Thread>('threads.create', { kind: 'position', title: 'Night is for rest', owner: 'Northern Council', members })
  const late = await call<Thread>('threads.create', {
    kind: 'demand',
    title: 'Ferries stop at dusk',
    ...parties,
    members,
    deadline: '2025-11-06',
  })
  await call('threads.update', { id: late.id, patch: { statusOverride: 'accepted', statusReason: 'said on the phone' } })
  await call('threads.create', { kind: 'demand', title: 'No night ferries', ...parties, members, deadline: '2025-11-06' })

  const lines = async (...argv: string[]): Promise<string[]> => (await cli.on('ledger', ...argv)).stdout.trim().split('\n')
  expect(await lines('--as-of', '2025-11-07')).toEqual([
    [
      '3',
      'demand',
      'overdue',
      'Northern Council',
      'Island of Ø',
      'No night ferries',
      '2025-10-29',
      '2025-10-29',
      '2025-11-06',
      '0',
      '1',
      '9',
    ].join('\t'),
    ['1', 'position', 'open', 'Northern Council', '-', 'Night is for rest', '2025-10-29', '2025-10-29', '-', '0', '1', '9'].join('\t'),
    [
      '2',
      'demand',
      'accepted*',
      'Northern Council',
      'Island of Ø',
      'Ferries stop at dusk',
      '2025-10-29',
      '2025-10-29',
      '2025-11-06',
      '0',
      '1',
      '9',
    ].join('\t'),
  ])
  const numbers = async (...argv: string[]): Promise<number[]> =>
    (await cli.json<Ledger>('ledger', '--as-of', '2025-11-07', ...argv)).rows.map((row) => row.id)
  expect(await numbers('--status', 'overdue', '--status', 'open', '--kind', 'demand')).toEqual([3])
  expect(await numbers('--text', 'dusk', '--owner', 'northern council')).toEqual([2])
  expect(await numbers('--addressee', 'Island of Ø', '--from', '2025-10-30')).toEqual([])
  expect(await cli.json('ledger', '--as-of', '2025-11-07', '--tag', 'demand')).toEqual(
    await call('threads.ledger', { asOf: '2025-11-07', filter: { tags: [1] } }),
  )
  expect((await cli.on('ledger', '--as-of', '2025-10-28')).stdout).toBe('')
})

test('words that are no kind, status or day are refused by name', async () => {
  for (const [argv, said] of [
    [['--kind', 'wish'], 'demand'],
    [['--status', 'draft'], 'overdue'],
    [['--as-of', 'today'], '--as-of'],
    [['--owner', 'Nobody'], 'Nobody'],
  ] as const) {
    const { code, stdout, stderr } = await cli.on('ledger', ...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
  }
})
