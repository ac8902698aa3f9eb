import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articleMetadataSchema } from '../../../../../src/shared/domain/article.ts'
import { canonicalText } from '../../../../../src/shared/text/canonical.ts'
import type { Reading } from '../../../../../src/core/importers/types.ts'
import { textOf, textOfTags } from '../../../../../src/core/importers/web/page-text.ts'
import { parsePage } from '../../../../../src/core/importers/web/tree.ts'
import { readBytes } from './reading.ts'

const names = [
  'p',
  'div',
  'b',
  'a',
  'br',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'pre',
  'figcaption',
  'figure',
  'q',
  'script',
  'style',
  'svg',
  'math',
  'template',
  'select',
  'form',
  'noscript',
  'title',
  'article',
  'section',
  'caption',
  'body',
  'head',
  'meta',
  'time',
]
const token = fc.oneof(
  fc.constantFrom(...names).map((name) => `<${name}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom('hidden', 'class="ad"', 'id=__proto__', 'content="x"', 'style="display:none"', 'datetime=2025'),
      fc.string(),
    )
    .map(([name, attribute, value]) => `<${name} ${attribute} title="${value}">`),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ' words of a page, and more ',
    '停火\n谈判',
    'گفتگو',
    '\u202e',
    '\ud800',
    '&#0;',
    '&nbsp;',
    '<!--',
    '-->',
    '<![CDATA[',
    '\n\n',
    '© 2025 All rights reserved',
  ),
)
const markup = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(''))

function expectSound(reading: Reading): void {
  if (reading.kind !== 'articles') return
  expect(reading.articles.length).toBeGreaterThan(0)
  for (const { text, notText = [], title, outlet, author, url, published, language, direction } of reading.articles) {
    expect(canonicalText(text).text).toBe(text)
    expect(text).toMatch(/[\p{L}\p{N}]/u)
    let last = 0
    for (const { start, end } of notText) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      last = end
    }
    expect(last).toBeLessThanOrEqual(text.length)
    const metadata = {
      title: title ?? 'x',
      outlet,
      author,
      url,
      published,
      language,
      direction,
      translatedFrom: null,
      reliability: null,
      credibility: null,
      note: null,
    }
    expect(articleMetadataSchema.safeParse(metadata).error).toBeUndefined()
  }
}

it('any markup becomes canonical text, with captions inside of it, and never throws', () => {
  fc.assert(
    fc.property(markup, (html) => {
      for (const { text, notText } of [textOf(parsePage(html)), textOfTags(html)]) {
        expect(canonicalText(text).text).toBe(text)
        for (const { start, end } of notText) expect(0 <= start && start < end && end <= text.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

it('any file that looks like a page, a feed, an MHTML or a mail is read or refused, and never throws', async () => {
  const heads = [
    '<!doctype html>',
    '<html><head>',
    '<rss><channel><item>',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n',
    'From: a@b.c\nTo: d@e.f\nMessage-ID: <x>\nContent-Type: text/html\n\n',
    'From: a@b.c\nMessage-ID: <x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), markup, async (head, rest) => {
      expectSound(await readBytes('x', head + rest))
    }),
    { numRuns: 300 },
  )
})

it('any bytes behind the head of a page are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('utf-8', 'gbk', 'shift_jis', 'windows-1256', 'iso-2022-jp', 'utf-16'),
      async (bytes, charset) => {
        expectSound(await readBytes('x.html', Buffer.concat([Buffer.from(`<html><meta charset=${charset}><body>Words `), bytes])))
      },
    ),
    { numRuns: 150 },
  )
})

it('text in elements comes out as it went in', () => {
  const words = fc.stringMatching(/^[a-z停火ا-ي]{1,8}( [a-z停火ا-ي]{1,8}){0,5}$/)
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (paragraphs) => {
      expect(textOf(parsePage(paragraphs.map((text) => `<p>\n ${text}\t</p>`).join('\n'))).text).toBe(paragraphs.join('\n\n'))
    }),
  )
})
