/** Files are read a few at a time; late answers, failed calls and files read again do not mix. */
import { expect, test } from 'vitest'
import { PreviewReader } from '../../../../src/renderer/features/imports/preview-reader.ts'
import type { ImportPreview, ImportSource } from '../../../../src/shared/domain/import.ts'
import { ParleyError } from '../../../../src/shared/rpc/envelope.ts'

const staged = (...ids: string[]) => ids.map((stagedId) => ({ stagedId, name: stagedId, bytes: 10 }))
/** A preview that says how the file was asked for. */
const preview = ({ stagedId, password }: ImportSource) => ({ stagedId, name: password ?? '' }) as ImportPreview

function manual() {
  const calls: { items: ImportSource[]; answer: () => void; fail: () => void }[] = []
  const reader = new PreviewReader(
    (items) =>
      new Promise((resolve, reject) =>
        calls.push({ items, answer: () => resolve(items.map(preview)), fail: () => reject(new ParleyError('staged-gone')) }),
      ),
  )
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  const ids = () => calls.map(({ items }) => items.map(({ stagedId }) => stagedId).join(' '))
  return { calls, reader, settle, ids }
}

test('the first file alone, the others in groups, no more than two calls at once', async () => {
  const { calls, reader, settle, ids } = manual()
  reader.want(staged(...Array.from({ length: 20 }, (_, n) => `f${n}`)))
  expect(calls).toEqual([])
  reader.start()
  expect(ids()[0]).toBe('f0')
  expect(calls).toHaveLength(2)
  calls[0]?.answer()
  await settle()
  expect(calls).toHaveLength(3)
  expect(calls[2]?.items).toHaveLength(8)
  for (let at = 1; at < calls.length; at++) {
    calls[at]?.answer()
    await settle()
  }
  expect(reader.files().every((file) => !file.isReading && file.preview?.stagedId === file.staged.stagedId)).toBe(true)
})

test('a file read again goes first, and the answer to the first reading is dropped', async () => {
  const { calls, reader, settle } = manual()
  reader.want(staged('a'))
  reader.start()
  reader.readAgain('a', { password: 'new' })
  expect(calls[1]?.items).toEqual([{ stagedId: 'a', password: 'new' }])
  calls[1]?.answer()
  await settle()
  calls[0]?.answer()
  await settle()
  expect(reader.files()[0]).toMatchObject({ isReading: false, preview: { name: 'new' }, how: { password: 'new' } })
})

test('a file that is gone spoils the reading of no other', async () => {
  const reader = new PreviewReader(async (items) => {
    await Promise.resolve()
    if (items.some(({ stagedId }) => stagedId === 'gone')) throw new ParleyError('staged-gone')
    return items.map(preview)
  })
  reader.want(staged('a', 'b', 'gone', 'c'))
  reader.start()
  await expect.poll(() => reader.files().some(({ isReading }) => isReading)).toBe(false)
  expect(reader.files().map(({ preview: read, error }) => read?.stagedId ?? error?.code)).toEqual(['a', 'b', 'staged-gone', 'c'])
})

test('nothing more is asked for when the review is left', async () => {
  const { calls, reader, settle } = manual()
  reader.want(staged('a', 'b', 'c'))
  reader.start()
  reader.stop()
  const before = calls.length
  for (const call of calls) call.answer()
  await settle()
  expect(calls).toHaveLength(before)
})
