/** Going through the history over the contract: to a point and back, one step by itself, and what a list tells of its steps. */
import { expect, onTestFinished, test } from 'vitest'
import type { ParleyError } from '../../../src/shared/rpc/envelope.ts'
import { importText, openRealCore } from '../../helpers/real-core.ts'

async function coded() {
  const real = await openRealCore()
  onTestFinished(() => real.close())
  const { client } = real
  const articleId = await importText(real.core, client, 'Tarn must pull back its boats. We refuse.')
  const { id } = await client.call('annotations.create', { articleId, start: 0, end: 29, tag: 'demand' })
  const step = async (patch: { note?: string; intensity?: number; speaker?: string }): Promise<number> => {
    await client.call('annotations.update', { id, patch })
    return (await client.call('history.state', {})).undo?.seq ?? 0
  }
  const now = async () => {
    const { note, intensity } = await client.call('annotations.get', { id })
    return { note, intensity }
  }
  return { client, id, step, now }
}

test('one goes to a step and to a later one again, whatever lies between', async () => {
  const { client, step, now } = await coded()
  const first = await step({ note: 'first' })
  await step({ intensity: 3 })
  const last = await step({ note: 'last' })
  expect(await client.call('history.goTo', { seq: first })).toEqual({ moved: 2, way: 'undo' })
  expect(await now()).toEqual({ note: 'first', intensity: null })
  expect(await client.call('history.goTo', { seq: last })).toEqual({ moved: 2, way: 'redo' })
  expect(await now()).toEqual({ note: 'last', intensity: 3 })
  expect(await client.call('history.goTo', { seq: last })).toEqual({ moved: 0, way: 'none' })
  await client.call('history.goTo', { seq: 0 })
  expect((await client.call('history.state', {})).depth).toBe(0)
})

test('a step that was left behind is told as such, and going there changes nothing', async () => {
  const { client, step, now } = await coded()
  const left = await step({ note: 'left behind' })
  await client.call('history.undo', {})
  await step({ intensity: 2 })
  const listed = await client.call('history.list', {})
  expect(listed.find(({ seq }) => seq === left)?.state).toBe('left')
  const refused = await client.call('history.goTo', { seq: left }).then(
    () => null,
    (error: ParleyError) => ({ code: error.code, what: error.details.what }),
  )
  expect(refused).toEqual({ code: 'undo-conflict', what: 'left' })
  expect(await now()).toEqual({ note: null, intensity: 2 })
})

test('a list tells which fields a step changed, of the coding and of the codebook', async () => {
  const { client, step } = await coded()
  const changed = await step({ note: 'x', speaker: 'Tarn', intensity: 4 })
  await client.call('tags.update', { id: 1, patch: { definition: 'What is wanted.', retired: false } })
  await client.call('parties.update', { id: 1, patch: { aliases: [{ name: 'Tarn side', language: 'en' }] } })
  const listed = await client.call('history.list', {})
  expect(new Set(listed.find(({ seq }) => seq === changed)?.fields)).toEqual(new Set(['speaker', 'intensity', 'note']))
  expect(listed.find(({ kind }) => kind === 'tags.update')?.fields).toEqual(['entry.definition'])
  expect(listed.find(({ kind }) => kind === 'parties.update')?.fields).toEqual(['entry.aliases'])
  expect(listed.find(({ kind }) => kind === 'annotations.create')?.fields).toBeUndefined()
})
