/** The samples of the W3C: correct ones import without error and incorrect ones are refused; what we write holds every MUST of its suite. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { libraryPlan, makeLibrary } from '../../../helpers/random-library.ts'
import { corpus } from '../../shared/text/corpus.ts'
import { choiceOf, exported } from '../exporters/interchange.ts'
import { projectLibrary } from '../projects/helpers.ts'
import { fill } from '../projects/library-source.ts'
import { w3cSuite } from './w3c.ts'

const folder = join(corpus ?? '', 'web-annotation')
const samples = (kind: 'correct' | 'incorrect'): { name: string; bytes: Buffer }[] => {
  const place = join(folder, 'spec/model/wd2/examples', kind)
  return readdirSync(place)
    .filter((name) => /^anno\d+\.json$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(place, name)) }))
}
const parsed = (bytes: Uint8Array): Record<string, unknown> | null => {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>
  } catch {
    return null
  }
}

describe.skipIf(!corpus)('samples of the W3C', () => {
  const suite = corpus ? w3cSuite(folder) : null
  const broken = (value: unknown): string[] => suite?.broken(value) ?? []

  test('the suite takes the correct ones and none of the incorrect ones', () => {
    const refused = samples('correct').flatMap(({ name, bytes }) => broken(parsed(bytes)).map((must) => `${name} ${must}`))
    // Composite, List and Independents of the working draft are not in the Recommendation, which the suite goes by.
    expect(refused).toEqual(['39', '40', '41'].map((number) => `anno${number}.json 3.2-targetObjectsRecognized`))
    expect(samples('incorrect').filter(({ bytes }) => parsed(bytes) !== null && broken(parsed(bytes)).length === 0)).toEqual([])
  })

  test('correct ones import without an error, and say on which pages their passages are', async () => {
    for (const { name, bytes } of samples('correct')) {
      const reading = await readFile({ name, bytes })
      expect([name, reading.kind]).toEqual([name, 'project'])
      if (reading.kind === 'project') expect(reading.lost.map(({ code }) => code)).toEqual(['webanno-away'])
    }
  })

  test('incorrect ones are refused with a reason, also once their ids are put right', async () => {
    for (const { name, bytes } of samples('incorrect')) {
      const reading = await readFile({ name: name.replace('.json', '.jsonld'), bytes })
      expect([name, reading.kind]).toEqual([name, 'problem'])
      const value = parsed(bytes)
      if (value === null || !Array.isArray(value['id'])) continue
      const mended = { ...value, id: 'http://example.org/anno' }
      // What the suite still refuses, so do we.
      if (broken(mended).length === 0) continue
      const again = await readFile({ name, bytes: Buffer.from(JSON.stringify(mended)) })
      expect([name, again.kind]).toEqual([name, 'problem'])
    }
  })

  test('a collection of theirs is read to its last annotation', async () => {
    const bytes = readFileSync(join(folder, 'spec/model/wd2/examples/correct/collection1.json'))
    const reading = await readFile({ name: 'collection1.json', bytes })
    expect(reading.kind === 'project' ? reading.lost : reading).toMatchObject([{ code: 'webanno-away' }])
  })

  test('what we write breaks no MUST, whatever is in the library', async () => {
    const check = async (write: (library: ReturnType<typeof projectLibrary>) => void): Promise<void> => {
      const library = projectLibrary()
      write(library)
      const { text } = await exported(library.db, choiceOf('jsonld'))
      const collection = JSON.parse(text) as { '@context': unknown; first?: { items: Record<string, unknown>[] } }
      expect(suite?.brokenCollection(collection)).toEqual([])
      for (const item of collection.first?.items ?? []) expect(broken({ '@context': collection['@context'], ...item })).toEqual([])
    }
    await check(({ library }) => void fill(library))
    await check(() => undefined)
    await fc.assert(
      fc.asyncProperty(libraryPlan, (plan) => check(({ library }) => makeLibrary(library, plan))),
      { numRuns: 8 },
    )
  }, 120_000)
})
