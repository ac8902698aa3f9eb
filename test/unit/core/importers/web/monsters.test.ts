/** D4: pages made to choke a reader are read by their tags, or stopped at a limit that has a name. */
import { expect, it } from 'vitest'
import { MAX_PAGE_BYTES, PAGE_LIMITS } from '../../../../../src/core/importers/web/limits.ts'
import { articlesOf, FILLER, pageOf, readBytes } from './reading.ts'

it('D4 refuses 200 MB by its size', async () => {
  const bytes = Buffer.alloc(200 * 1024 * 1024, 'x')
  bytes.write('<!doctype html><p>')
  const limit = MAX_PAGE_BYTES
  expect(await readBytes('x.html', bytes)).toMatchObject({ problem: { code: 'too-large', details: { bytes: bytes.length, limit } } })
})

it.each([
  ['1,000,000 nested elements', `${'<div>'.repeat(1_000_000)}the end`, 'depth', 'the end'],
  ['1,000,000 links', '<a href=x>link</a> '.repeat(1_000_000), 'nodes', 'link link'],
  ['styles that multiply', Array.from({ length: 20_000 }, (_, size) => `<font size=${size}><p>word</p>`).join(''), 'nodes', 'word'],
])(
  'D4 takes the text of %s, and says that no article was looked for',
  async (_, body, limit, text) => {
    const { articles, lost } = articlesOf(await readBytes('x.html', pageOf(body, '<title>A monster of a page</title>')))
    expect(articles[0]?.text).toContain(text)
    expect(articles[0]?.title).toBe('A monster of a page')
    expect(lost).toEqual([{ code: 'extraction', count: 1, details: { reason: expect.stringMatching(/depth|nodes/) as string } }])
    expect(['depth', 'nodes']).toContain(limit)
  },
  60_000,
)

it('D4 reads a page with an attribute of 50 MB', async () => {
  const { articles, lost } = articlesOf(await readBytes('x.html', pageOf(`<p title="${'x'.repeat(50_000_000)}">Short.</p>${FILLER}`)))
  expect(articles[0]?.text).toContain('on both banks of the river')
  expect(lost).toEqual([])
}, 60_000)

it.each([
  ['without values', (count: number) => Array.from({ length: count }, (_, at) => `a${at}`).join(' ')],
  ['with values', (count: number) => Array.from({ length: count }, (_, at) => `a${at}="> ${at}"`).join(' ')],
  ['joined by slashes', (count: number) => Array.from({ length: count }, (_, at) => `a${at}`).join('/')],
])('D4 stops at an element with too many attributes %s', async (_, attributes) => {
  const limit = PAGE_LIMITS.attributes
  expect(await readBytes('x.html', pageOf(`<p ${attributes(limit + 1)}>x</p>`))).toMatchObject({
    problem: { code: 'unsafe', details: { reason: 'attributes', limit } },
  })
  expect(articlesOf(await readBytes('x.html', pageOf(`<p ${attributes(limit)}>x</p>${FILLER}`))).articles).toHaveLength(1)
})

it('D4 does not take a script for an element with attributes', async () => {
  const script = `<script>if (a<b ${'and '.repeat(PAGE_LIMITS.attributes * 2)}) {}</script><!-- <p ${'x '.repeat(5_000)} -->`
  expect(articlesOf(await readBytes('x.html', pageOf(`${script}${FILLER}`))).lost).toEqual([])
})

it('D4 looks for no article in a page whose elements lie too deep to ask each', async () => {
  const body = `${'<div>'.repeat(900)}${'<p>Words, with commas, in a paragraph.</p>'.repeat(5_000)}`
  const { lost, articles } = articlesOf(await readBytes('x.html', pageOf(body)))
  expect(lost).toEqual([{ code: 'extraction', count: 1, details: { reason: 'nodes' } }])
  expect(articles[0]?.text.split('\n\n')).toHaveLength(5_000)
}, 60_000)
