/** D1, D2, D5, D6 as far as a file becomes text: what is hostile in a page is text, or is nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../../../../src/core/importers/types.ts'
import { Parsers } from '../../../../../src/core/importers/worker/parsers.ts'
import { PageDocument } from '../../../../../src/core/importers/web/dom.ts'
import { parsePage } from '../../../../../src/core/importers/web/tree.ts'
import { articleOf, articlesOf, FILLER, pageOf } from './reading.ts'
import { VECTORS } from './vectors.ts'

let parsers: Parsers
beforeAll(() => {
  parsers = new Parsers({ parsers: 1, time: 30_000 }, new URL('./watched-parser.ts', import.meta.url))
})
afterAll(() => parsers.close())

const bytesOf = (text: string): Uint8Array => Buffer.from(text)

/** The page as a file, in MHTML, and as the body of a mail. */
const carriers: readonly (readonly [name: string, (html: string) => Uint8Array])[] = [
  ['page.html', (html) => bytesOf(html)],
  [
    'page.mhtml',
    (html) =>
      bytesOf(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b--\r\n`,
      ),
  ],
  [
    'mail.eml',
    (html) =>
      bytesOf(
        `From: a@b.example\r\nTo: c@d.example\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`,
      ),
  ],
]

/** Nothing that is not plain data may cross, and nothing of it may be an address that a program reads. */
function expectInert(reading: Reading): void {
  const { articles } = articlesOf(reading)
  expect(articles[0]?.text).toContain('Testimony')
  for (const { url, text } of articles) {
    expect(url === null || /^https?:\/\//.test(url)).toBe(true)
    expect(text).not.toContain('parleyRan')
  }
  expect(structuredClone(reading)).toEqual(reading)
}

it('has at least the 41 vectors of pages, each with a name of its own', () => {
  expect(VECTORS.length).toBeGreaterThanOrEqual(41)
  expect(new Set(VECTORS.map(([name]) => name)).size).toBe(VECTORS.length)
})

describe.each(carriers)('in %s', (name, carried) => {
  it.each(VECTORS)('%s: no script runs, no request is made, the text arrives', async (_, vector) => {
    expectInert(await parsers.read({ name, bytes: carried(pageOf(`<p>Testimony of a witness.</p>${FILLER}${vector}`)) }))
    expectInert(await parsers.read({ name, bytes: carried(pageOf(`<p>Testimony of a witness.</p>${FILLER}`, vector)) }))
  })
})

it('D1 the watched parser does end where something reaches out', async () => {
  const watched = new Parsers({ parsers: 1 }, new URL('./reaching-parser.ts', import.meta.url))
  expect(await watched.read({ name: 'x.html', bytes: bytesOf(pageOf(FILLER)) })).toMatchObject({ problem: { code: 'crashed' } })
  await watched.close()
})

it('D1 pages are read without anything that could run them', () => {
  const root = resolve(import.meta.dirname, '../../../../../src/core/importers')
  const sources = ['web', 'mail'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  const used = new Set(
    sources.flatMap((source) => [...source.matchAll(/^(?:import|export) .*from '([^'.][^']*)'$/gm)].map(([, module]) => module)),
  )
  expect(used).toEqual(new Set(['@mozilla/readability', 'parse5', 'postal-mime', 'saxes']))
  const page = parsePage('<iframe src=x></iframe><script>1</script>')
  for (const name of ['defaultView', 'window', 'eval', 'location', 'cookie', 'write', 'forms', 'images']) expect(name in page).toBe(false)
})

it('D5 names in a page change neither its tree nor any object', () => {
  const page = parsePage('<form name="body"></form><img name="title"><p id="__proto__" __proto__="x" constructor="y">p</p>')
  expect(page).toBeInstanceOf(PageDocument)
  expect(page.body?.localName).toBe('body')
  expect(page.title).toBe('')
  const [paragraph] = page.getElementsByTagName('p')
  expect([paragraph?.getAttribute('__proto__'), paragraph?.getAttribute('constructor'), paragraph?.id]).toEqual(['x', 'y', '__proto__'])
  expect(Object.getPrototypeOf(paragraph?.attributes[0])).not.toBe('x')
  expect(paragraph?.getAttribute('toString')).toBeNull()
})

it('D6 a title, an author and an address that are hostile are short lines of text', async () => {
  const long = 'x'.repeat(1_000_000)
  const hostile = '&lt;script&gt;alert(1)&lt;/script&gt; \u202egnp.exe &#1;&#127;'
  const head = `<title>${hostile}${long}</title><meta name="author" content="${hostile}${long}"><link rel="canonical" href="https://a.example/${long}">`
  const { title, author, url } = await articleOf('x.html', pageOf(FILLER, head))
  for (const value of [title, author]) {
    expect(value).toMatch(/^<script>alert\(1\)<\/script> \u202egnp\.exe x+$/)
    expect(value?.length).toBeLessThanOrEqual(300)
  }
  expect(url).toBeNull()
})

it('D6 keeps direction marks in the text as the source has them', async () => {
  expect(
    (await articleOf('x.html', pageOf(`${FILLER}<p>Order \u202e5412\u202c, \u2067\u0633\u0644\u0627\u0645\u2069.</p>`))).text,
  ).toContain('Order \u202e5412\u202c, \u2067\u0633\u0644\u0627\u0645\u2069.')
})
