import { expect, it } from 'vitest'
import { believedLanguage, withoutOutlet } from '../../../../../src/core/importers/web/merge.ts'
import { declaredDate, languageTag, oneLine, webAddress } from '../../../../../src/core/importers/web/values.ts'
import { structuredArticle } from '../../../../../src/core/importers/web/json-ld.ts'
import { parsePage } from '../../../../../src/core/importers/web/tree.ts'

it.each([
  ['2025-10-29T14:30:12.123+05:00', '2025-10-29T14:30+05:00'],
  ['2025-10-29T14:30:12+0500', '2025-10-29T14:30+05:00'],
  ['2025-10-29T14:30Z', '2025-10-29T14:30Z'],
  ['2025-10-29 14:30', '2025-10-29T14:30'],
  ['20251029', '2025-10-29'],
  ['2025-10', '2025-10'],
  ['Wed, 29 Oct 2025 14:30:00 +0500', '2025-10-29T14:30+05:00'],
  ['29 Oct 25 04:05 EST', '2025-10-29T04:05-05:00'],
  ['Wed, 29 Oct 2025 14:30:00 -0000', '2025-10-29T14:30'],
  ['October 29, 2025', '2025-10-29'],
  ['2025年10月29日', '2025-10-29'],
  ['2025-02-30', null],
  ['2025-10-29T99:99', '2025-10-29'],
  ['yesterday', null],
  ['', null],
])('reads the date %j as %j', (written, date) => {
  expect(declaredDate(written)).toBe(date)
})

it.each([
  ['en_GB', 'en-GB'],
  ['UR', 'ur'],
  ['zh-hans-cn', 'zh-Hans-CN'],
  ['en, fr', 'en'],
  ['english language', null],
  ['und', null],
])('reads the language %j as %j', (written, tag) => {
  expect(languageTag(written)).toBe(tag)
})

it.each([
  ['Talks resume | Dawn', null, 'Talks resume', 'Dawn'],
  ['Talks resume - The Velmora Courier', 'Velmora Courier', 'Talks resume', 'Velmora Courier'],
  ['Talks resume | Eleanor Roy', 'the Guardian', 'Talks resume | Eleanor Roy', 'the Guardian'],
  ['Yes - or no', null, 'Yes - or no', null],
  ['谈判重启_国际_远望新闻网', null, '谈判重启_国际_远望新闻网', '远望新闻网'],
])('tells title and outlet apart in %j', (title, known, rest, outlet) => {
  expect(withoutOutlet(title, known)).toEqual({ title: rest, outlet })
})

it.each([
  ['en', 'ur', 'short', 'ur'],
  ['pt-BR', 'pt', 'x', 'pt-BR'],
  ['nl', 'af', 'x'.repeat(900), 'nl'],
  ['en', 'fr', 'x'.repeat(900), 'fr'],
  ['en', 'fr', 'x', 'en'],
  ['fa-AF', 'ps', 'x'.repeat(900), 'fa-AF'],
  ['ar', 'ps', 'x'.repeat(900), 'ps'],
  ['sr', 'hr', 'x'.repeat(900), 'sr'],
  [null, 'zh', 'x', 'zh'],
  ['en', null, 'x', 'en'],
])('believes a page in %j that looks like %j', (declared, recognised, text, language) => {
  expect(believedLanguage(declared, recognised, text)).toBe(language)
})

it('D6 cuts values of any length, between characters, and keeps direction marks as they are', () => {
  expect(oneLine(`${'x'.repeat(299)}😀${'y'.repeat(1_000_000)}`, 300)).toBe('x'.repeat(299))
  expect(oneLine('a\0b\n c\u202edef<script>', 300)).toBe('ab c\u202edef<script>')
  expect(oneLine(' \n–', 300)).toBeNull()
})

it.each([
  'java\tscript:alert(1)',
  'data:text/html,x',
  'file:///x',
  'vbscript:x',
  '//',
  'ftp://a.example/',
  'https://u:p@a.example/',
  `https://a.example/${'x'.repeat(4_000)}`,
])('D6 takes no address but of the web: %.40s', (address) => {
  expect(webAddress(address)).toBeNull()
  expect(webAddress(address, 'file:///home/')).toBeNull()
})

it('D5 reads names of objects in JSON-LD as nothing but names', () => {
  const json =
    '{"__proto__":{"headline":"polluted"},"constructor":{"prototype":{"x":1}},"@type":"NewsArticle","headline":"__proto__","author":[{"name":"constructor"},"toString",{"__proto__":{"name":"no"}}]}'
  const found = structuredArticle(parsePage(`<script type="application/ld+json">${json}</script>`))
  expect(found).toMatchObject({ title: '__proto__', author: 'constructor, toString', outlet: null })
  expect(({} as Record<string, unknown>)['headline']).toBeUndefined()
})

it('passes over JSON-LD that is none, or bottomless', () => {
  const deep = `${'{"@graph":['.repeat(20_000)}${']}'.repeat(20_000)}`
  for (const json of ['{', 'null', '[]', '"x"', deep]) {
    expect(structuredArticle(parsePage(`<script type="application/ld+json">${json}</script>`))).toBeNull()
  }
})
