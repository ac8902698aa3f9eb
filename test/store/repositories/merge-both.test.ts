/** How many annotations a merge finds with both parties: those of the one only when they are of the other as well, whatever either does in them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importText, openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
beforeAll(async () => {
  real = await openRealCore()
})
afterAll(() => real.close())

test('both is never more than the annotations that change', async () => {
  const { client, core } = real
  await importText(core, client, 'They said it. They said it again. And once more.', { title: 'One' })
  const [a, b, unused] = await Promise.all(['A', 'B', 'Unused'].map((name) => client.call('parties.create', { name })))
  if (!a || !b || !unused) throw new Error('no parties')
  const say = (start: number, more: object) =>
    client.call('annotations.create', { articleId: 1, start, end: start + 8, tag: 'demand', ...more })
  await say(0, { speaker: b.id })
  await say(10, { targets: [b.id] })
  await say(20, { speaker: a.id, onBehalfOf: b.id })
  await say(30, { speaker: a.id, targets: [b.id] })
  const preview = (id: number, intoId: number) => client.call('parties.previewMerge', { id, intoId })
  expect(await preview(unused.id, b.id)).toMatchObject({ annotations: 0, both: 0 })
  expect(await preview(b.id, unused.id)).toMatchObject({ annotations: 4, both: 0 })
  expect(await preview(a.id, b.id)).toMatchObject({ annotations: 2, both: 2 })
  expect(await preview(b.id, a.id)).toMatchObject({ annotations: 4, both: 2 })
})
