/** Places of the same text over real libraries: counted in full, shown in context, marked where they are tagged already. */
import { describe, expect, test } from 'vitest'
import type { LibraryFile } from '../../../src/core/store/library-file.ts'
import { findOccurrences, occurrenceSteps } from '../../../src/core/store/occurrences.ts'
import { occurrencesInputSchema } from '../../../src/shared/domain/annotation-operations.ts'
import { codedLibrary, putArticle, step, tagQuote } from './library.ts'

const TEXTS = [
  'Kabul said no. In Kabul, the ministry of KABUL repeated: Kabul’s answer is no. Kabulistan is not meant.',
  'Only Islamabad speaks here.',
  'Then Kabul agreed. کابل میں، پھر كابل میں۔',
]

function library(): { file: LibraryFile; articles: number[] } {
  const file = codedLibrary()
  const articles = step(file, (db) => TEXTS.map((text, index) => putArticle(db, text, { title: `Article ${index}` })))
  return { file, articles }
}

const find = (file: LibraryFile, input: object): ReturnType<typeof findOccurrences> =>
  findOccurrences(() => file.read, occurrencesInputSchema.parse(input))

describe('occurrences', () => {
  test('of a passage: itself apart, all others in this article, by whole words, in context', async () => {
    const { file, articles } = library()
    const found = await find(file, { articleId: articles[0], start: 0, end: 5 })
    expect(found).toMatchObject({ text: 'Kabul', total: 3, complete: true, self: { start: 0, end: 5, match: 'Kabul', before: '' } })
    expect(found.places.map(({ start, match, exact }) => [start, match, exact])).toEqual([
      [18, 'Kabul', true],
      [41, 'KABUL', false],
      [57, 'Kabul', true],
    ])
    expect(found.places[0]).toMatchObject({
      before: 'Kabul said no. In ',
      after: expect.stringMatching(/^, the ministry of KABUL/) as string,
    })
    expect((await find(file, { articleId: articles[0], start: 0, end: 5, fold: false })).total).toBe(2)
  })

  test('in the library, through the index; grouped by article', async () => {
    const { file, articles } = library()
    const found = await find(file, { articleId: articles[0], start: 0, end: 5, scope: 'library' })
    expect(found.total).toBe(4)
    expect(found.articles.map(({ id, title, count }) => [id, title, count])).toEqual([
      [articles[0], 'Article 0', 3],
      [articles[2], 'Article 2', 1],
    ])
    const urdu = await find(file, { articleId: articles[1], text: 'کابل', scope: 'library' })
    expect(urdu.places.map(({ match, exact }) => [match, exact])).toEqual([
      ['کابل', true],
      ['كابل', false],
    ])
    expect(urdu.self).toBeNull()
  })

  test('all are counted where only some are shown', async () => {
    const file = codedLibrary()
    const articleId = step(file, (db) => putArticle(db, 'peace '.repeat(1_200)))
    const found = await find(file, { articleId, start: 0, end: 5, limit: 100 })
    expect([found.places.length, found.total, found.articles[0]?.count]).toEqual([100, 1_199, 1_199])
  })

  test('says what is tagged so already, and what a passage with this tag reaches into', async () => {
    const { file, articles } = library()
    step(file, (db, context) => {
      tagQuote(db, context, articles[0] ?? 0, 'In Kabul', { tag: 'threat' })
      tagQuote(db, context, articles[0] ?? 0, 'KABUL', { tag: 'threat' })
      tagQuote(db, context, articles[0] ?? 0, 'Kabul’s', { tag: 'demand' })
    })
    const coded = async (tag: string): Promise<string[]> =>
      (await find(file, { articleId: articles[0], start: 0, end: 5, tag })).places.map((place) => place.coded)
    expect(await coded('threat')).toEqual(['overlaps', 'same', 'no'])
    expect(await coded('demand')).toEqual(['no', 'no', 'overlaps'])
  })

  test('a passage that is none is refused', async () => {
    const { file, articles } = library()
    await expect(find(file, { articleId: articles[0], start: 5, end: 5_000 })).rejects.toMatchObject({ code: 'range-invalid' })
    await expect(find(file, { articleId: 77, text: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    expect(occurrencesInputSchema.safeParse({ articleId: 1, text: 'x', start: 1, end: 2 }).success).toBe(false)
    expect(occurrencesInputSchema.safeParse({ articleId: 1 }).success).toBe(false)
  })

  test('signs without a word are found too', async () => {
    const { file, articles } = library()
    expect(await find(file, { articleId: articles[1], text: '’', scope: 'library' })).toMatchObject({
      total: 1,
      places: [{ articleId: articles[0] }],
    })
  })

  test('others have their turn between two articles, and a library that is closed by then is not read', () => {
    const { file, articles } = library()
    const search = occurrencesInputSchema.parse({ articleId: articles[0], text: 'Kabul', scope: 'library' })
    const steps = occurrenceSteps(() => file.read, search)
    let stops = 0
    while (!steps.next().done) stops++
    expect(stops).toBe(1)

    let isOpen = true
    const stopped = occurrenceSteps(() => {
      if (!isOpen) throw new Error('closed')
      return file.read
    }, search)
    expect(stopped.next().done).toBe(false)
    isOpen = false
    expect(() => stopped.next()).toThrow('closed')
  })
})
