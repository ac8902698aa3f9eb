/** Real pages and feeds, saved by others. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { declaredDate } from '../../../../../src/core/importers/web/values.ts'
import { textOf } from '../../../../../src/core/importers/web/page-text.ts'
import { parsePage } from '../../../../../src/core/importers/web/tree.ts'
import { corpus } from '../../../shared/text/corpus.ts'
import { articlesOf, readBytes } from './reading.ts'

interface Expected {
  readonly title: string
  readonly byline: string | null
  readonly dir: string | null
  readonly lang?: string
  readonly siteName: string | null
  readonly publishedTime: string | null
}

const folders = (name: string): string[] =>
  corpus === null
    ? []
    : readdirSync(join(corpus, name), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)

const pages = folders('readability')
const encodings = folders('encodings').flatMap((folder) =>
  readdirSync(join(corpus ?? '', 'encodings', folder))
    .filter((name) => /\.(?:html|xml)$/.test(name))
    .map((name) => [folder, name] as const),
)

describe.skipIf(!corpus)('real pages', () => {
  it.each(pages)('%s gives the text and the metadata that are expected', async (name) => {
    const place = join(corpus ?? '', 'readability', name)
    const { articles, lost } = articlesOf(await readBytes('x.html', readFileSync(join(place, 'source.html'))))
    const expectedPage = parsePage(readFileSync(join(place, 'expected.html'), 'utf8'))
    const expected = JSON.parse(readFileSync(join(place, 'expected-metadata.json'), 'utf8')) as Expected
    const [article] = articles
    expect(article?.text).toBe(textOf(expectedPage.body ?? expectedPage).text)
    expect(lost).toEqual([])
    // The title stands without the name of the site behind it, an author without "By".
    expect([article?.title, `${article?.title ?? ''} - ${article?.outlet ?? ''}`]).toContain(expected.title)
    if (expected.byline !== null) expect(article?.author).toBe(expected.byline.replace(/^By /, ''))
    if (expected.siteName !== null) expect(article?.outlet).toBe(expected.siteName)
    if (expected.publishedTime !== null) expect(article?.published).toBe(declaredDate(expected.publishedTime))
    if (expected.lang !== undefined) expect(article?.language).toBe(expected.lang)
    expect(article?.direction).toBe(expected.dir ?? 'ltr')
  })

  it('in all languages of the collection are there', () => {
    expect(pages.length).toBeGreaterThanOrEqual(20)
    expect(encodings.length).toBeGreaterThanOrEqual(100)
  })

  it.each(encodings)('%s/%s is read without a broken letter, its encoding named right', async (folder, name) => {
    const { encoding, articles } = articlesOf(await readBytes(name, readFileSync(join(corpus ?? '', 'encodings', folder, name))))
    const label = folder.toLowerCase().replace(/-(?:russian|turkish|hebrew|arabic)$/, '')
    // GB 18030 is what GB 2312 has grown into; a page that uses more of it is named so.
    expect(label === 'gb2312' ? ['gbk', 'gb18030'] : [new TextDecoder(label).encoding]).toContain(encoding)
    for (const { text, title } of articles) expect(`${title ?? ''}${text}`).not.toContain('\ufffd')
  })
})
