/** Pages in MHTML, and feeds. */
import { expect, it } from 'vitest'
import { articlesOf, FILLER, pageOf, readBytes, webFixture } from './reading.ts'

it('reads the page in an MHTML file, where it was and when it was saved, and leaves the rest', async () => {
  const { format, articles, lost } = articlesOf(await readBytes('saved.mhtml', webFixture('saved.mhtml')))
  expect(format).toBe('mhtml')
  expect(articles[0]).toMatchObject({
    title: 'Boats return',
    url: 'https://courier.example/world/boats.html?from=home',
    details: { saved: '2025-10-30T08:00' },
    text: 'The boats that were taken in spring came back on Monday, and their owners, who had waited for half a year, said “at last” before they said anything else.\n\nNobody was charged, said the court, and nobody will be, as far as anyone knows today.',
  })
  expect(lost).toEqual([{ code: 'frames', count: 1 }])
})

it('finds the page that MHTML names as its start, in a nested part, and without a last boundary', async () => {
  const parts = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="b"; start="<2@x>"',
    '',
    '--b',
    'Content-Type: text/html',
    'Content-ID: <1@x>',
    '',
    '<p>A frame</p>',
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/html',
    'Content-ID: <2@x>',
    '',
    pageOf(FILLER),
  ]
  const { articles, lost } = articlesOf(await readBytes('x', parts.join('\n')))
  expect(articles[0]?.text).toContain('on both banks of the river')
  expect(lost).toEqual([{ code: 'frames', count: 1 }])
})

it.each([
  [
    'no page in it',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--',
  ],
  ['multiparts without end', `MIME-Version: 1.0\r\n${'Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n'.repeat(2_000)}`],
  ['a boundary of 1 MB', `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${'b'.repeat(1_000_000)}"\r\n\r\nx`],
])('D21 says that an MHTML file is damaged: %s', async (_, file) => {
  expect(await readBytes('x.mhtml', file)).toMatchObject({ problem: { code: 'damaged', details: { reason: 'no-page' } } })
})

it('reads a feed entry by entry, resolves no entity and runs nothing', async () => {
  const { articles, lost, mediaType } = articlesOf(await readBytes('feed.xml', webFixture('feed-rss.xml')))
  expect(mediaType).toBe('application/xml')
  expect(articles.map(({ title, text }) => [title, text])).toEqual([
    ['Boats return & fishermen cheer', 'The boats that were taken in spring came back on Monday.\n\n“At last,” said their owners.'],
    ['Headline alone', 'Headline alone'],
    ['Entity', 'What it says: &mine; and no more.'],
  ])
  expect(articles[0]).toMatchObject({
    outlet: 'Velmora Courier',
    author: 'Ines Marbot',
    url: 'https://courier.example/boats',
    published: '2025-10-29T14:30+05:00',
    language: 'en-GB',
    details: { section: 'World' },
  })
  expect(articles[1]?.url).toBeNull()
  expect(lost).toEqual([
    { code: 'blank', count: 1 },
    { code: 'markup', count: 1 },
  ])
})

it('reads an Atom feed with markup as elements', async () => {
  const { articles } = articlesOf(await readBytes('feed.xml', webFixture('feed-atom.xml')))
  expect(articles).toMatchObject([
    {
      title: 'Gespräche & Boote',
      outlet: 'Bote von Ostra',
      author: 'Brem Task',
      url: 'https://bote.example/1',
      published: '2025-10-29T10:00Z',
      language: 'de',
      text: 'Die Boote sind zurück, sagte der Sprecher <gestern> am Fluss.\n\nMehr sagte er nicht.',
    },
  ])
})

it('D12 stops feeds that are nested without end or multiply entities', async () => {
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><description>Text &b;</description></item></channel></rss>`
  expect(articlesOf(await readBytes('x.xml', laughs)).articles[0]?.text).toBe('Text &b;')
  const deep = `<rss>${'<x>'.repeat(200_000)}`
  expect(await readBytes('x.xml', deep)).toMatchObject({ problem: { code: 'damaged', details: { reason: 'feed' } } })
})
