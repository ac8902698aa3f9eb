/** Texts that are being typed: held outside the page and outside the library, written once, lost by nobody. */
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HOLD_MS } from '../../../src/core/held.ts'
import type { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
let id: number
const steps = async (): Promise<number> => (await real.client.call('history.list', {})).length
const note = async (): Promise<string | null> => (await real.client.call('annotations.get', { id })).note

beforeEach(async () => {
  real = await openRealCore()
  const articleId = await importText(real.core, real.client, 'The port stays shut until the talks resume.\n\nNobody said when.')
  id = (await real.client.call('annotations.create', { articleId, start: 0, end: 19, tag: 'demand' })).id
})
afterEach(async () => {
  vi.useRealTimers()
  await real.close()
})

test('a burst of typing with rests is one step, and undo takes all of it back', async () => {
  const before = await steps()
  for (const text of ['Posted', 'Posted in the', 'Posted in the evening.'])
    await real.client.call('annotations.hold', { id, texts: { note: text } })
  expect([await steps(), await note()]).toEqual([before, null])
  // The field is left: the page sends the text and lets go of what was held.
  await real.client.call('annotations.update', { id, patch: { note: 'Posted in the evening.' } })
  await real.client.call('annotations.hold', { id, texts: {} })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
  expect(await steps()).toBe(before + 1)
  await real.client.call('history.undo', {})
  expect(await note()).toBeNull()
})

test('A19 what a page typed before it died is written when the next one asks, and only once', async () => {
  const [field] = (
    await real.client.call('tags.setFields', {
      id: (await real.client.call('annotations.get', { id })).tagId,
      fields: [{ name: 'Where', type: 'text' }],
    })
  ).fields
  const before = await steps()
  await real.client.call('annotations.hold', { id, texts: { note: 'Half a sen', translation: '', fields: { [field?.id ?? 0]: 'Doha' } } })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 1, kept: 0 })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
  expect(await real.client.call('annotations.get', { id })).toMatchObject({
    note: 'Half a sen',
    translation: null,
    fields: { [field?.id ?? 0]: 'Doha' },
  })
  expect(await steps()).toBe(before + 1)
})

test('what says nothing new is no step', async () => {
  await real.client.call('annotations.update', { id, patch: { note: 'Sent' } })
  const before = await steps()
  await real.client.call('annotations.hold', { id, texts: { note: 'Sent', condition: null, consequence: '' } })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
  expect(await steps()).toBe(before)
})

test('it is written by itself after a while, counted from the first rest, and the views hear of it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const heard: string[] = []
  real.core.subscribe((event) => heard.push(event.event))
  await real.client.call('annotations.hold', { id, texts: { note: 'One' } })
  vi.advanceTimersByTime(HOLD_MS - 1)
  await real.client.call('annotations.hold', { id, texts: { note: 'One two' } })
  expect([await note(), heard]).toEqual([null, []])
  vi.advanceTimersByTime(1)
  expect([await note(), heard]).toEqual(['One two', ['changed']])
  vi.advanceTimersByTime(HOLD_MS * 2)
  expect(heard).toEqual(['changed'])
})

test('it is written before the library is closed, and is there when it is opened again', async () => {
  await real.client.call('annotations.hold', { id, texts: { note: 'Last words' } })
  await real.core.control.closeLibrary()
  await real.core.control.openLibrary(real.path)
  expect(await note()).toBe('Last words')
})

test('an annotation that is gone is refused, or passed over where it went meanwhile', async () => {
  await expect(real.client.call('annotations.hold', { id: 4_711, texts: { note: 'x' } })).rejects.toMatchObject({
    code: 'not-found',
  } satisfies Partial<ParleyError>)
  await real.client.call('annotations.hold', { id, texts: { note: 'too late' } })
  await real.client.call('annotations.remove', { ids: [id] })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
})

test('what is set while an older text is held stays: the held one is let go of, field by field', async () => {
  const { tagId } = await real.client.call('annotations.get', { id })
  const { fields } = await real.client.call('tags.setFields', {
    id: tagId,
    fields: [
      { name: 'Where', type: 'text' },
      { name: 'Whence', type: 'text' },
    ],
  })
  const [where = 0, whence = 0] = fields.map((field) => field.id)
  await real.client.call('annotations.hold', {
    id,
    texts: { note: 'abc', condition: 'if it rains', fields: { [where]: 'Do', [whence]: 'Riyadh' } },
  })
  await real.client.call('annotations.update', { id, patch: { note: 'abcd newer', fields: { where: 'Doha' } } })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 1, kept: 0 })
  expect(await real.client.call('annotations.get', { id })).toMatchObject({
    note: 'abcd newer',
    condition: 'if it rains',
    fields: { [where]: 'Doha', [whence]: 'Riyadh' },
  })
})

test('a field set back to what it was is not overwritten by what was typed before, nor one set for many at once', async () => {
  await real.client.call('annotations.hold', { id, texts: { note: 'abc', translation: 'tr' } })
  await real.client.call('annotations.update', { id, patch: { note: null } })
  await real.client.call('annotations.updateMany', { ids: [id], patch: { translation: 'for all' } })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0, kept: 0 })
  expect(await real.client.call('annotations.get', { id })).toMatchObject({ note: null, translation: 'for all' })
})

test('one value that does not fit costs none of the others, and is written once it fits', async () => {
  const { tagId } = await real.client.call('annotations.get', { id })
  const choices = (names: string[], fieldId?: number) =>
    real.client.call('tags.setFields', { id: tagId, fields: [{ id: fieldId, name: 'Where', type: 'choice', choices: names }] })
  const where = (await choices(['Doha'])).fields[0]?.id ?? 0
  await real.client.call('annotations.hold', { id, texts: { note: 'long note', fields: { [where]: 'Riyadh', 99_999: 'gone' } } })
  // The value of a field that is not there is let go of; one that is no choice may become one.
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 1, kept: 1 })
  expect(await real.client.call('annotations.get', { id })).toMatchObject({ note: 'long note', fields: {} })
  await choices(['Doha', 'Riyadh'], where)
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 1, kept: 0 })
  expect((await real.client.call('annotations.get', { id })).fields).toEqual({ [where]: 'Riyadh' })
})

test('what cannot be written now stays held, and never goes into another library', async () => {
  const other = real.path.replace('talks', 'other')
  await real.core.control.createLibrary(other)
  const articleId = await importText(real.core, real.client, 'Other library. Its text.')
  expect((await real.client.call('annotations.create', { articleId, start: 0, end: 5, tag: 'demand' })).id).toBe(id)
  await real.core.control.openLibrary(real.path)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await real.client.call('annotations.hold', { id, texts: { note: 'Not now' } })
  // Another file takes the place of this one: nothing can be written meanwhile.
  renameSync(real.path, `${real.path}.away`)
  copyFileSync(`${real.path}.away`, real.path)
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0, kept: 1 })
  await real.core.control.openLibrary(other)
  vi.advanceTimersByTime(HOLD_MS)
  expect(await note()).toBeNull()
  rmSync(real.path)
  renameSync(`${real.path}.away`, real.path)
  await real.core.control.openLibrary(real.path)
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 1, kept: 0 })
  expect(await note()).toBe('Not now')
})
