/** An import that the store ends: its report is there, has a line for every file, and is named in the failure. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ImportBatch } from '../../../../src/core/jobs/import-batch.ts'
import { ParleyError } from '../../../../src/shared/rpc/envelope.ts'
import { openRealCore, type RealCore } from '../../../helpers/real-core.ts'
import { run, stage, titles } from './imports.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await real.close()
})

test('C2 a full disk leaves a line for what was not stored, the report in the failure, and the files for another try', async () => {
  const items = [await stage(real, 'a.txt', 'Words of the council'), await stage(real, 'b.txt', 'Words of the press')]
  const store = vi.spyOn(ImportBatch.prototype, 'store').mockImplementation(() => {
    throw new ParleyError('disk-full')
  })
  const failed = await run(real, items)
  store.mockRestore()
  const runId = (await real.client.call('imports.runs', {})).items[0]?.id
  expect(failed).toMatchObject({ state: 'failed', result: null, error: { code: 'disk-full', details: { runId } } })
  const report = await real.client.call('imports.run', { runId: runId ?? 0 })
  expect(report.run).toMatchObject({ state: 'failed', counts: { imported: 0, cancelled: 2 } })
  expect(report.lines.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['a.txt', 'cancelled'],
    ['b.txt', 'cancelled'],
  ])
  expect((await run(real, items)).result).toMatchObject({ counts: { imported: 2 }, again: [] })
  expect(await titles(real)).toHaveLength(2)
})
