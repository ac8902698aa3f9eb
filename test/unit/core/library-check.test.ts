/** The check of a library, through the contract. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outsider } from '../../store/helpers/engine.ts'
import { openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
beforeEach(async () => {
  real = await openRealCore()
})
afterEach(() => real.close())

test('rules of the codebook that another program broke are told apart from the rest', async () => {
  const { client, core, path } = real
  const { id } = await client.call('issues.create', { name: 'Water' })
  expect(await client.call('library.check', {})).toMatchObject({ ok: true, codebook: [] })
  await core.control.closeLibrary()
  outsider(path, `UPDATE issue SET parent_id = id WHERE id = ${id}`)
  await core.control.openLibrary(path)
  expect(await client.call('library.check', {})).toMatchObject({
    ok: false,
    foreignKeys: [],
    codebook: [`a loop in the tree: issue ${id}`],
  })
})
