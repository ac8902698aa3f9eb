/** Exports as jobs: stopped half-way, overtaken by the library being closed, and with a filter that lets nothing through. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormatSchema, EXPORT_OPTIONS } from '../../../src/shared/domain/export.ts'
import { jobEnded, openRealCore, type RealCore } from '../../helpers/real-core.ts'
import { lossWords } from './exporters/interchange.ts'

let real: RealCore
beforeAll(async () => {
  real = await openRealCore()
  const { client, core } = real
  for (const name of ['gates', 'camps']) {
    const text = new TextEncoder().encode(`Kabul wants the ${name} open on every morning of the week, and has said so.`)
    const { stagedId } = await core.control.stageBytes(`${name}.txt`, text)
    const { jobId } = await client.call('imports.start', { items: [{ stagedId, metadata: { title: name } }] })
    await jobEnded(client, jobId)
  }
  await client.call('annotations.create', { articleId: 1, start: 0, end: 11, tag: 'demand', speaker: 'Kabul' })
}, 60_000)
afterAll(() => real.close())

const formats = exportFormatSchema.options

describe('an export as a job', () => {
  test.each(formats)('%s that is stopped makes nothing, and the next one is made', async (format) => {
    const { client } = real
    const { jobId } = await client.call('exports.start', { format })
    await client.call('jobs.cancel', { jobId })
    expect(await jobEnded(client, jobId)).toMatchObject({ state: 'cancelled', result: null })
    const { result } = await jobEnded(client, (await client.call('exports.start', { format })).jobId)
    expect(result).toMatchObject({ kind: 'export', name: expect.stringMatching(/^talks( – copy)?\./) as string })
  })

  test.each(formats)('%s of what a filter lets through, which is nothing, is a file that says so', async (format) => {
    const { client, core } = real
    const filter = { from: '1990-01-01', to: '1990-01-02' }
    if (!EXPORT_OPTIONS[format].includes('filter')) return expect(format).toBe('qdc')
    const preview = await client.call('exports.preview', { format, filter })
    expect(preview).toMatchObject({ articles: 0, annotations: 0 })
    for (const { code } of preview.lost) expect(lossWords(code), code).toBeTruthy()
    const { result } = await jobEnded(client, (await client.call('exports.start', { format, filter })).jobId)
    if (result?.kind !== 'export') throw new Error('not made')
    expect(result.lost).toEqual(preview.lost)
    const { bytes } = await core.control.readOutput(result.outputId)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Kabul wants')
  })

  test('a library that is closed meanwhile ends every one of them, and what was made before stays to be saved', async () => {
    const { client, core, path } = real
    const made = await jobEnded(client, (await client.call('exports.start', { format: 'csl' })).jobId)
    const jobs = await Promise.all(formats.map(async (format) => (await client.call('exports.start', { format })).jobId))
    await core.control.closeLibrary()
    for (const jobId of jobs) expect((await jobEnded(client, jobId)).result).toBeNull()
    if (made.result?.kind !== 'export') throw new Error('not made')
    expect((await core.control.readOutput(made.result.outputId)).bytes.byteLength).toBeGreaterThan(10)
    await core.control.openLibrary(path)
    expect(await client.call('exports.preview', { format: 'csv' })).toMatchObject({ articles: 2, annotations: 1 })
  })
})
