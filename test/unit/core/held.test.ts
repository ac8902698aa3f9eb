/** Texts that are being typed: held outside the page and outside the library, written once, lost by nobody. */
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
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0 })
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
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 1 })
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0 })
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
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0 })
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
  expect(await real.client.call('annotations.settle', {})).toEqual({ steps: 0 })
})
