import { Readability } from '@mozilla/readability'
import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'
import { extractArticle } from '../../../../../src/core/importers/web/article.ts'
import { textOf } from '../../../../../src/core/importers/web/page-text.ts'
import { parsePage } from '../../../../../src/core/importers/web/tree.ts'
import { articleOf, articlesOf, FILLER, pageOf, readBytes, webFixture } from './reading.ts'

it('reads a page: the article, its metadata, its caption and what is around it', async () => {
  const reading = articlesOf(await readBytes('x.html', webFixture('river-talks.html')))
  expect(reading).toMatchObject({ format: 'html', mediaType: 'text/html', encoding: 'utf-8', certainty: 'certain', lost: [] })
  const [article] = reading.articles
  expect(article).toMatchObject({
    title: 'River talks resume after a year',
    outlet: 'Velmora Courier',
    author: 'Ines Marbot, Tariq Olen',
    url: 'https://courier.example/world/river-talks-resume.html',
    published: '2025-10-29T14:30+05:00',
    language: 'en',
    direction: 'ltr',
    details: { section: 'World', updated: '2025-10-30' },
  })
  const { text = '', notText = [] } = article ?? {}
  expect(notText.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
    ['caption', 'The bridge at Halden, where the delegations met. Photo: I. Marbot'],
    ['boilerplate', 'Read also: Fishermen wait for their boats'],
  ])
  expect(text).toContain('“We are talking, and that is the news,” said Foreign Minister Adra Solen.')
  expect(text).toContain('Velmora asks for a monitoring mechanism on both banks')
  expect(text).toContain('\n\na hotline between the two commands, open day and night;\njoint patrols')
  expect(text).toContain('\n\nPoint\tVelmora\tOstra\nHotline\tyes\tyes\nPatrols\tyes\n\n')
  expect(text).toContain('A spokesman for the Ostran army,\nColonel Brem Task')
  expect(text).not.toMatch(/Home|Most read|written by a script|All rights reserved|display/)
})

it('reads a page in Urdu from right to left, whatever its template says', async () => {
  const article = await articleOf('x.html', webFixture('urdu-template.html'))
  expect(article).toMatchObject({
    title: 'سرحدی مذاکرات کا نیا دور',
    outlet: 'ویلمورا نیوز',
    author: 'سارہ قمر',
    published: '2025-11-03T09:15+05:00',
    language: 'ur',
    direction: 'rtl',
  })
  expect(article.text).toContain('نگرانی کا نظام قائم کیا جائے')
})

it.each(['river-talks.html', 'urdu-template.html'])('extracts from %s what extraction in a whole DOM does', (name) => {
  const html = Buffer.from(webFixture(name)).toString()
  const { document } = new JSDOM(html).window
  const whole = new Readability(document).parse()
  const own = extractArticle(parsePage(html))
  expect(own && textOf(own.body).text).toBe(textOf(parsePage(whole?.content ?? '')).text)
  expect(own).toMatchObject({ title: whole?.title, byline: whole?.byline ?? null, siteName: whole?.siteName ?? null })
})

it('takes all of a page where there is no article, and says so', async () => {
  const hidden = '<div class="comment sidebar" aria-hidden="true">Words that extraction does not want</div>'
  const { articles, lost } = articlesOf(await readBytes('x.html', pageOf(hidden)))
  expect(articles[0]?.text).toBe('Words that extraction does not want')
  expect(lost).toEqual([{ code: 'extraction', count: 1, details: { reason: 'none' } }])
})

it('refuses a page without words', async () => {
  expect(await readBytes('x.html', pageOf('<img src=x alt="a picture"><script>words()</script>'))).toEqual({
    kind: 'problem',
    format: 'html',
    problem: { code: 'no-text', details: {} },
  })
})

it('reads pieces of pages that are named so, and as text what only looks like one', async () => {
  expect((await articleOf('piece.html', `<div>${FILLER}</div>`)).text).toContain('on both banks of the river')
  expect((await articleOf('notes.txt', 'The <p> element is a paragraph.')).text).toBe('The <p> element is a paragraph.')
})

it.each([
  ['a declared address', '<link rel="canonical" href="https://a.example/one">', 'https://a.example/one'],
  [
    'an address of the page itself',
    '<base href="https://a.example/dir/"><link rel=canonical href="two.html">',
    'https://a.example/dir/two.html',
  ],
  ['OpenGraph', '<meta property="og:url" content="https://a.example/three">', 'https://a.example/three'],
  [
    'no program for an address',
    '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x">',
    null,
  ],
  ['no file for an address', '<link rel="canonical" href="file:///etc/passwd">', null],
  ['no password in an address', '<link rel="canonical" href="https://me:secret@a.example/">', null],
])('takes %s', async (_, head, url) => {
  expect((await articleOf('x.html', pageOf(FILLER, head))).url).toBe(url)
})

it('prefers where a page was saved from to a front page that it names', async () => {
  const saved = '<!-- saved from url=(0030)https://a.example/story/7.html -->'
  const html = pageOf(FILLER, '<link rel="canonical" href="https://a.example/">').replace('<head>', `${saved}<head>`)
  expect((await articleOf('x.html', html)).url).toBe('https://a.example/story/7.html')
  const single = pageOf(FILLER).replace(
    '<head>',
    '<!--\n Page saved with SingleFile \n url: https://a.example/8 \n saved date: Wed Oct 29 2025\n--><head>',
  )
  expect((await articleOf('x.html', single)).url).toBe('https://a.example/8')
})

it.each([
  ['Dublin Core', '<meta name="DC.date.issued" content="2025-10-29">', '2025-10-29'],
  ['scholarly tags', '<meta name="citation_publication_date" content="2025/10/29">', '2025-10-29'],
  [
    'an address that is no date, then a date',
    '<meta name="date" content="today"><meta name="pubdate" content="29 Oct 2025 10:00 GMT">',
    '2025-10-29T10:00Z',
  ],
])('takes the date from %s', async (_, head, published) => {
  expect((await articleOf('x.html', pageOf(FILLER, head))).published).toBe(published)
})

it('takes the date from a <time> of the article, not from others', async () => {
  const other = '<time datetime="2020-01-01">old</time>'
  const html = pageOf(`${other}<article><h1>Talks go on</h1><time datetime="2025-10-29T09:05:33.5+0300">Wed</time>${FILLER}</article>`)
  expect((await articleOf('x.html', html)).published).toBe('2025-10-29T09:05+03:00')
})

it('takes authors and journal from scholarly tags', async () => {
  const head =
    '<meta name="citation_title" content="On rivers"><meta name="citation_author" content="Olen, Tariq"><meta name="citation_author" content="Marbot, Ines"><meta name="citation_journal_title" content="Journal of Rivers">'
  expect(await articleOf('x.html', pageOf(FILLER, head))).toMatchObject({
    title: 'On rivers',
    author: 'Olen, Tariq, Marbot, Ines',
    outlet: 'Journal of Rivers',
  })
})
