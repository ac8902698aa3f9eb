/** Files of our own on their way back: checked against what stands in them for others; and what a choice keeps in is nowhere in them. */
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { annotationsByIds } from '../../../../src/core/store/annotations.ts'
import { codePointToUtf16 } from '../../../../src/shared/text/offsets.ts'
import { bytesOf } from '../importers/fixtures.ts'
import { choiceOf, exported } from '../exporters/interchange.ts'
import { projectLibrary, readProject } from '../projects/helpers.ts'
import { CORRECTED, FERRY, fill, GRAIN } from '../projects/library-source.ts'

interface File {
  first: { items: { id: string; body: { value: string }[]; target: { source: { id: string }; selector: Record<string, unknown>[] } }[] }
  'parley:sources': { id: string; value: string; label: string }[]
  'parley:project': string
  [name: string]: unknown
}

async function written(more: Parameters<typeof choiceOf>[1] = {}) {
  const library = projectLibrary()
  const filled = fill(library.library)
  const { text, lost } = await exported(library.db, choiceOf('jsonld', more))
  return { ...library, filled, text, lost, file: JSON.parse(text) as File }
}
const reread = (file: File) => readProject(bytesOf(JSON.stringify(file)), 'talks.jsonld')

describe('what is written', () => {
  test('positions are code points of the text they name, and have its words', async () => {
    const { file, db } = await written()
    const stored = annotationsByIds(db, db.column<number>('SELECT id FROM annotation'))
    expect(file.first.items).toHaveLength(stored.length)
    const texts = new Map(file['parley:sources'].map(({ id, value }) => [id, value]))
    expect([...texts.values()].toSorted()).toEqual([CORRECTED, GRAIN].toSorted())
    for (const { id, target } of file.first.items) {
      const [quote, position] = target.selector
      // Passages that wait for somebody to place them stand in the earlier text, which is another source.
      const text = texts.get(target.source.id) ?? FERRY
      const [start, end] = [position?.['start'], position?.['end']].map((at) => codePointToUtf16(text, Number(at)))
      expect(text.slice(start, end)).toBe(quote?.['exact'])
      expect(stored.find(({ uid }) => id.endsWith(uid))?.quote).toBe(quote?.['exact'])
    }
    expect(file.first.items.some(({ target }) => !texts.has(target.source.id))).toBe(true)
  })

  test('E11 coders, notes, and the rest of the text stay in where they were not chosen', async () => {
    const markers = { coders: 'Ada', notes: 'Key line', quotesOnly: 'Photo: the quay' }
    const { text } = await written()
    for (const marker of Object.values(markers)) expect(text).toContain(marker)
    const kept = await written({ coders: false, notes: false, quotesOnly: true })
    for (const marker of [...Object.values(markers), 'From the desk', 'Only by Friday', 'The quay was seen open', 'Three days'])
      expect(kept.text).not.toContain(marker)
    expect(kept.text).toContain('"name":"Coder 1"')
    for (const { target } of kept.file.first.items) expect(target.selector).toEqual([{ type: 'TextQuoteSelector', exact: expect.any(String) as string }])
    expect((await readProject(bytesOf(kept.text))).lost).toEqual([])
  }) // prettier-ignore

  test('a filter lets out what it says, and an empty collection is one', async () => {
    const { filled, db } = await written()
    const { text } = await exported(db, choiceOf('jsonld', { filter: { articles: [filled.grain] } }))
    expect(text).toContain('rejects every toll')
    expect(text).not.toContain('Ferries')
    const none = await exported(projectLibrary().db, choiceOf('jsonld'))
    expect(JSON.parse(none.text)).toMatchObject({ type: 'AnnotationCollection', total: 0, 'parley:sources': [] })
    expect(await readProject(bytesOf(none.text))).toMatchObject({ lost: [], project: { articles: [], annotations: [] } })
  })
})

describe('what others have done to it', () => {
  test('white space and written-out names change nothing', async () => {
    const { text } = await written()
    const spaced = JSON.stringify(JSON.parse(text), null, 4).replaceAll('"parley:', '"urn:uuid:7d9cf1b4-3f0e-4a52-9c86-51b7e02a6d18#')
    const reading = await readProject(bytesOf(spaced))
    expect([reading.lost, reading.project.annotations.length, reading.project.origin]).toEqual([[], 3, 'Parley'])
  })

  test('changed annotations come in as they were written, which is said; added ones come in', async () => {
    const { file } = await written()
    const grain = file['parley:sources'].find(({ value }) => value === GRAIN)
    const [first] = file.first.items
    if (first?.target.selector[0]) first.target.selector[0]['exact'] = 'other words'
    const added = { id: 'https://notes.example/1', type: 'Annotation', bodyValue: 'Mine', target: { source: grain?.id, selector: { type: 'TextQuoteSelector', exact: 'Marsa' } } } // prettier-ignore
    const whole = { id: 'https://notes.example/2', type: 'Annotation', bodyValue: 'All of it', target: grain?.id }
    const reading = await reread({ ...file, first: { ...file.first, items: [...file.first.items, added, whole] as never } })
    expect(reading.lost).toEqual([
      { code: 'webanno-changed', count: 1 },
      { code: 'webanno-whole', count: 1 },
    ])
    const { db, bring } = projectLibrary()
    await bring(reading)
    expect(db.column<string>("SELECT note FROM annotation WHERE quote = 'Marsa'")).toEqual(['Mine'])
    expect(db.value<number>('SELECT count(*) FROM annotation')).toBe(4)
    expect(db.column<string>('SELECT quote FROM annotation')).not.toContain('other words')
  })

  test('an article whose text was changed stays out with its annotations, and the rest comes in', async () => {
    const { file } = await written()
    const sources = file['parley:sources'].map((source) => (source.value === GRAIN ? { ...source, value: `${GRAIN} Or so.` } : source))
    const reading = await reread({ ...file, 'parley:sources': sources })
    expect(reading.lost).toEqual([{ code: 'webanno-texts-changed', count: 1, details: { names: 'Grain talks' } }])
    expect(reading.project.articles.map(({ title }) => title)).toEqual(['Ferries stop'])
    expect(reading.project.annotations).toHaveLength(2)
  })

  test('without what is only for us, texts and passages are read as those of any other program', async () => {
    const { file } = await written()
    const { 'parley:project': _, ...others } = file
    const reading = await reread(others as File)
    expect(reading.project.origin).toBe('Parley')
    expect(reading.project.articles).toHaveLength(2)
    expect(reading.project.annotations).toMatchObject([{ codes: ['Pledge', 'Tolls'] }])
    expect(reading.lost).toMatchObject([{ code: 'webanno-away', count: 2 }])
  })

  test('a damaged or newer one is refused whole', async () => {
    const { file } = await written()
    const version = (change: (project: Record<string, unknown>) => unknown): File => ({
      ...file,
      'parley:project': JSON.stringify(change(JSON.parse(file['parley:project']) as Record<string, unknown>)),
    })
    const faultOf = async (changed: File): Promise<unknown> => {
      const reading = await readFile({ name: 'a.jsonld', bytes: bytesOf(JSON.stringify(changed)) })
      return reading.kind === 'problem' && reading.problem
    }
    const details = { format: 'Web Annotation', reason: 'web-annotation' }
    expect(await faultOf(version((project) => ({ ...project, version: 99 })))).toEqual({
      code: 'damaged',
      details: { ...details, fault: 'newer' },
    })
    expect(await faultOf(version((project) => ({ ...project, parties: 7 })))).toEqual({
      code: 'damaged',
      details: { ...details, fault: 'damaged' },
    })
    expect(await faultOf({ ...file, 'parley:project': '{' })).toEqual({ code: 'damaged', details: { ...details, fault: 'damaged' } })
  })
})
