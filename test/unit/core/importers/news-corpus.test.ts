/** Exports of databases that nobody of this project wrote: counts and metadata as the corpus says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../shared/text/corpus.ts'
import { bytesOf } from './fixtures.ts'
import { readAs } from './import-tables.ts'

describe.skipIf(!corpus)('real exports', () => {
  const real = (name: string): Uint8Array => readFileSync(join(corpus ?? '', 'news-db', name))
  const tests = (name: string): { input: string; items: Record<string, unknown>[] }[] =>
    JSON.parse(Buffer.from(real(name)).toString('utf8')) as { input: string; items: Record<string, unknown>[] }[]

  it('LexisNexis: ten articles, each with its outlet, date, author and length', async () => {
    const { format, articles, lost } = await readAs('a.TXT', real('lexisnexis-classic-sample.TXT'))
    expect({ format, count: articles.length, lost }).toEqual({ format: 'lexisnexis-text', count: 10, lost: [] })
    expect(articles.map(({ outlet, published, author }) => [outlet, published, author])).toEqual([
      ['Guardian.com', '2010-01-11', 'Andrew Sparrow'],
      ['Guardian', '2010-01-11', 'Simon Tisdall'],
      ['The Sun (England)', '2010-01-11', 'TREVOR Kavanagh'],
      ['The Times (London)', '2010-01-11', 'Tom Coghlan'],
      ['The Times (London)', '2010-01-11', 'William Rees-Mogg'],
      ['The Times (London)', '2010-01-11', 'Tom Coghlan'],
      ['Guardian', '2010-01-08', 'Allegra Stratton'],
      ['MAIL ON SUNDAY (London)', '2010-01-10', 'STEPHEN POLLARD'],
      ['Sunday Mirror', '2010-01-10', 'Ross Ihaka and Robert Gentleman'],
      ['DAILY MAIL (London)', '2010-01-09', null],
    ])
    for (const { details, language, text } of articles) {
      expect(details?.['length']).toMatch(/words$/)
      expect(details?.['loadDate']).toMatch(/^2010-01-\d\d$/)
      expect(language).toBe('en')
      expect(text).not.toMatch(/LOAD-DATE|All Rights Reserved|DOCUMENTS/)
    }
    expect(articles[4]?.title).toMatch(/^Lorem ipsum dolor .* ex finibus ut\.$/)
    expect(articles[3]?.details).toMatchObject({ section: 'NEWS; Pg. 3', edition: 'Edition 1; Ireland', journalCode: 'TIM' })
  })

  it('Nexis Uni: ten articles behind a cover and a list', async () => {
    const { format, articles, lost } = await readAs('a.DOCX', real('nexis-uni-sample.DOCX'))
    expect({ format, count: articles.length }).toEqual({ format: 'nexis-docx', count: 10 })
    expect(lost.map(({ code }) => code)).toEqual(['pictures', 'headersFooters'])
    expect(articles.map(({ published }) => published)).toEqual(['2019-07-01T09:20Z', '2019-07-02T09:33Z', '2019-07-04T13:04Z', '2019-07-03T19:53Z', '2019-07-04T09:10Z', '2019-07-02T07:00Z', '2019-07-03T18:18Z', '2019-07-03T00:02Z', '2019-07-03T11:11Z', '2019-07-02T11:27Z']) // prettier-ignore
    expect(articles.map(({ outlet }) => outlet)).toEqual(Array.from({ length: 10 }, () => 'The Guardian (London)'))
    expect(articles[2]).toMatchObject({ author: 'Daniel Boffey', details: { byline: 'Daniel Boffey in Brussels', length: '641 words' } })
    expect(articles[6]).toMatchObject({
      title: 'Sample Headline',
      language: 'en',
      details: { loadDate: '2019-07-04', journalCode: 'WEBGNS' },
    })
    for (const { text } of articles) expect(text).not.toMatch(/End of Document|Load-Date|Search Terms|Copyright/)
  })

  it('Factiva: three articles in two languages', async () => {
    const { format, articles } = await readAs('a.xml', real('factiva_test.xml'))
    expect(format).toBe('factiva-xml')
    expect(articles.map(({ title, outlet, published, language }) => [title, outlet, published, language])).toEqual([
      ['TEST - first test article', 'My Newspaper', '2012-01-09T01:35Z', 'en'],
      ['TEST - second article de test', 'My Newspaper', '2012-01-06T01:05Z', 'fr'],
      ['TEST - third test article', 'My Newspaper', '2012-05-06T01:07Z', 'en'],
    ])
    expect(articles.map(({ text }) => text.split('\n\n').length)).toEqual([2, 2, 2])
    expect(articles[2]?.details).toMatchObject({ accession: 'TEST0000020120109e51700032', pages: '85', length: '531' })
  })

  it('Media Cloud: 367 articles, of which 42 titles stand there more than once, and none is dropped', async () => {
    const { format, articles } = await readAs('a.csv', real('2020-10-15_kentucky.csv'))
    expect({ format, count: articles.length }).toEqual({ format: 'mediacloud-csv', count: 367 })
    const titles = new Map<string | null, number>()
    for (const { title } of articles) titles.set(title, (titles.get(title) ?? 0) + 1)
    // One more than letter by letter: two titles differ in their blanks only.
    expect([...titles.values()].filter((count) => count > 1)).toHaveLength(43)
    expect(articles.every(({ outlet, url, published, language }) => outlet && url && published && language)).toBe(true)
    expect(articles.filter(({ published }) => published?.length === 10)).toHaveLength(27)
    expect(new Set(articles.map(({ text }) => text)).size).toBe(367)
  })

  it('RIS: 98 entries with their titles, dates, links, abstracts and authors', async () => {
    let count = 0
    for (const { input, items } of tests('RIS.tests.json')) {
      const { format, articles } = await readAs('a', bytesOf(input))
      expect({ format, count: articles.length }).toEqual({ format: 'ris', count: items.length })
      count += items.length
      for (const [index, item] of items.entries()) {
        const article = articles[index]
        if (item['title'] !== undefined) expect(article?.title).toBe(item['title'])
        if (typeof item['abstractNote'] === 'string') expect(article?.text).toBe(item['abstractNote'])
        if (/^https?:/.test(String(item['url']))) expect(article?.url).toBe(item['url'])
        if (/^\d{4}-\d\d-\d\d$|^[12]\d{3}$/.test(String(item['date']))) expect(article?.published).toBe(item['date'])
        const creators = item['creators'] as { creatorType: string; lastName: string }[]
        for (const { creatorType, lastName } of creators) if (creatorType === 'author') expect(article?.author).toContain(lastName)
      }
    }
    expect(count).toBe(98)
  })

  it('CSL-JSON: the item with its details', async () => {
    const [only] = tests('CSL_JSON.tests.json')
    const { format, articles } = await readAs('a.json', bytesOf(only?.input ?? ''))
    expect(format).toBe('csl-json')
    expect(articles).toMatchObject([
      {
        title: only?.items[0]?.['title'],
        author: 'Mostafa Bachar',
        published: '2013-01-01',
        language: 'en',
        details: { publisher: 'Springer', place: 'Heidelberg', series: 'Lecture notes in mathematics', volume: '2058', serialNumber: '978-3-642-32156-6' },
      },
    ]) // prettier-ignore
  })
})
