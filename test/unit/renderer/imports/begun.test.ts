/** What is left of an import that has ended: its report, and the files that another try may help. */
import { expect, test } from 'vitest'
import { againOf, runIdOf } from '../../../../src/renderer/features/imports/use-begun.ts'
import type { Job } from '../../../../src/shared/domain/job.ts'

const files = ['a', 'b'].map((stagedId) => ({ stagedId, name: stagedId, bytes: 1 }))
const counts = { imported: 0, projects: 0, duplicate: 0, needs: 1, refused: 0, cancelled: 0 }
const job = (over: Partial<Job>): Job => ({
  id: 'j',
  kind: 'import',
  state: 'done',
  done: 2,
  total: 2,
  startedAt: '2025-10-29T10:00:00.000Z',
  endedAt: null,
  result: null,
  error: null,
  ...over,
})

test('files that the import says wait are had again; of one that failed all, of one at work none', () => {
  const done = job({ result: { kind: 'import', runId: 7, items: [], counts, again: ['b'] } })
  expect([againOf(files, done), runIdOf(done)]).toEqual([[files[1]], 7])
  const failed = job({ state: 'failed', error: { code: 'disk-full', message: 'full', details: { runId: 8 } } })
  expect([againOf(files, failed), runIdOf(failed)]).toEqual([files, 8])
  expect(againOf(files, job({ state: 'running' }))).toEqual([])
  expect(runIdOf(job({ state: 'failed', error: { code: 'core-gone', message: 'gone' } }))).toBeNull()
})
