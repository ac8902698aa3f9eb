/** What a view hands over to be saved: a safe name with its ending, cells no spreadsheet runs (E1), pictures that do nothing. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRealCore, type RealCore } from '../../helpers/real-core.ts'

let real: RealCore
beforeAll(async () => void (real = await openRealCore()))
afterAll(() => real.close())

async function saved({ outputId, name }: { outputId: string; name: string }): Promise<Buffer> {
  const file = join(real.folder, name)
  await real.core.control.writeOutput(outputId, file)
  return readFileSync(file)
}

test('E1 a table is CSV under its name, no cell a formula', async () => {
  const kept = await real.client.call('outputs.keepTable', { name: 'Matrix: sides', head: ['Issue'], rows: [['=1+1'], ['پاکستان']] })
  expect(kept.name).toBe('Matrix- sides.csv')
  expect((await saved(kept)).toString('utf8')).toBe('\ufeff"Issue"\r\n"\'=1+1"\r\n"پاکستان"\r\n')
})

test('a picture keeps its bytes under a name with its ending', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1" fill="#fff"/></svg>'
  const drawn = await real.client.call('outputs.keepPicture', { mediaType: 'image/svg+xml', name: 'Timeline', svg })
  expect([drawn.name, (await saved(drawn)).toString('utf8')]).toEqual(['Timeline.svg', svg])
  const png = await real.client.call('outputs.keepPicture', { mediaType: 'image/png', name: 'Timeline', base64: 'iVBORw0KGgo=' })
  expect([png.name, (await saved(png)).toString('hex')]).toEqual(['Timeline.png', '89504e470d0a1a0a'])
})

test('a picture that could run something is refused', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  await expect(real.client.call('outputs.keepPicture', { mediaType: 'image/svg+xml', name: 'x', svg })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})
