/** What a view hands over to be saved: a safe name with its ending, cells no spreadsheet runs (E1), pictures that do nothing. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCore } from '../../../src/core/app.ts'
import { exportFormatSchema } from '../../../src/shared/domain/export.ts'
import { createClient } from '../../../src/shared/rpc/client.ts'
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

test('E2 what could not be written is still held: the same bytes go to another place', async () => {
  const { outputId, name } = await real.client.call('outputs.keepTable', { name: 'Talks', head: ['who'], rows: [['Doha']] })
  mkdirSync(join(real.folder, 'taken.csv'))
  for (const place of ['gone/talks.csv', 'taken.csv', 'talks.parley'])
    await expect(real.core.control.writeOutput(outputId, join(real.folder, place)), place).rejects.toMatchObject({
      code: 'file-unwritable',
    })
  expect((await saved({ outputId, name })).toString('utf8')).toContain('Doha')
})

test('E6 a library whose name no file may have gives exports that any system takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-names-'))
  const core = openCore({ coder: 'Tester' })
  try {
    await core.control.createLibrary(join(folder, 'nul. \u202etxt.exe.parley'))
    const client = createClient(core)
    for (const format of exportFormatSchema.options) {
      const { name } = await client.call('exports.preview', { format })
      expect(name).toMatch(/^_nul[^/\\:*?"<>|\u202e]*\.[a-z.]+$/)
    }
  } finally {
    await core.control.shutdown()
    rmSync(folder, { recursive: true, force: true })
  }
})
