/** Dialogs, files and jobs of the window: nothing that is typed or chosen is pushed aside. */
import { beforeEach, expect, test } from 'vitest'
import { listAfter } from '../../../../src/renderer/lib/use-turns.ts'
import { forgetPlaces, lastPlace, leavePlace } from '../../../../src/renderer/stores/last-places.ts'
import { jobEnded, useWorkbench } from '../../../../src/renderer/stores/workbench.ts'
import type { Job } from '../../../../src/shared/domain/job.ts'

const file = (stagedId: string) => ({ stagedId, name: `${stagedId}.txt`, bytes: 1 })
const job = (state: Job['state']): Job => ({
  id: 'j',
  kind: 'report',
  state,
  done: 0,
  total: 1,
  startedAt: '2025-10-30T08:00:00.000Z',
  endedAt: null,
  result: null,
  error: null,
})
const bench = () => useWorkbench.getState()

beforeEach(() => {
  useWorkbench.setState(useWorkbench.getInitialState(), true)
  bench().allowImport(true)
})

test('a dialog is not replaced by another', () => {
  bench().open({ kind: 'paste' })
  bench().open({ kind: 'palette' })
  expect(bench().dialog).toEqual({ kind: 'paste' })
})

test('files that come while a dialog is open are shown when it closes', () => {
  bench().open({ kind: 'paste' })
  bench().addFiles([file('a')])
  expect(bench().dialog).toEqual({ kind: 'paste' })
  bench().closeDialog()
  expect(bench().dialog).toEqual({ kind: 'import', files: [file('a')] })
  bench().addFiles([file('b')])
  expect(bench().dialog).toEqual({ kind: 'import', files: [file('a'), file('b')] })
})

test('files that come before a library can take them wait for one, and outlive the change of library', () => {
  bench().allowImport(false)
  bench().addFiles([file('a')])
  bench().reset()
  expect(bench().dialog.kind).toBe('none')
  bench().allowImport(true)
  expect(bench().dialog).toEqual({ kind: 'import', files: [file('a')] })
  expect(bench().waiting).toEqual([])
})

test('the end of a job is heard whether it comes before or after asking', async () => {
  const later = jobEnded('j')
  bench().noteJobs([job('running')])
  bench().noteJobs([job('done')])
  expect((await later).state).toBe('done')
  expect((await jobEnded('j')).state).toBe('done')
})

test('a view is gone on with where it was left, until another library is opened', () => {
  leavePlace('/read/7?annotation=3')
  leavePlace('/compare')
  expect([lastPlace('/read'), lastPlace('/codebook')]).toEqual(['/read/7?annotation=3', '/codebook'])
  forgetPlaces()
  expect(lastPlace('/read')).toBe('/read')
})

test('additions and removals seen on an older list are made to the newer one', () => {
  // On screen: 1 and 2. The first answer has already added 3; now 4 is chosen and 1 taken away.
  expect(listAfter([1, 2, 3], [1, 2], [2, 4])).toEqual([2, 3, 4])
  expect(listAfter([2], [1, 2], [1, 2, 4])).toEqual([2, 4])
})
