/** Citations of news in four styles: whole, with gaps, and whatever is in the fields. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationText, CITATION_STYLES, cite } from '../../../../src/shared/citation/cite.ts'

const whole = {
  title: 'Ferries stay in port',
  outlet: 'Strait Daily',
  author: 'Mira Holt',
  published: '2025-10-29T21:15+05:00',
  url: 'https://example.org/ferries',
}
const line = (article: Partial<typeof whole> | object, style: (typeof CITATION_STYLES)[number]): string =>
  citationText(cite({ ...whole, ...article }, style))

test.each([
  ['apa', 'Mira Holt. (2025, October 29). Ferries stay in port. Strait Daily. https://example.org/ferries'],
  ['chicago', 'Mira Holt. “Ferries stay in port.” Strait Daily, October 29, 2025. https://example.org/ferries.'],
  ['mla', 'Mira Holt. “Ferries stay in port.” Strait Daily, 29 Oct. 2025, example.org/ferries.'],
  ['harvard', 'Mira Holt (2025) ‘Ferries stay in port’, Strait Daily, 29 October. Available at: https://example.org/ferries.'],
] as const)('%s: all there is', (style, expected) => {
  expect(line({}, style)).toBe(expected)
})

test.each([
  ['apa', 'Ferries stay in port. (2025, October). Strait Daily.'],
  ['chicago', '“Ferries stay in port.” Strait Daily, October 2025.'],
  ['mla', '“Ferries stay in port.” Strait Daily, Oct. 2025.'],
  ['harvard', 'Strait Daily (2025) ‘Ferries stay in port’, Strait Daily, October.'],
] as const)('%s: no author, no address, a month', (style, expected) => {
  expect(line({ author: null, url: null, published: '2025-10' }, style)).toBe(expected)
})

test.each([
  ['apa', 'Ferries stay in port. (n.d.).'],
  ['chicago', '“Ferries stay in port.”'],
  ['mla', '“Ferries stay in port.”'],
  ['harvard', 'Ferries stay in port (no date).'],
] as const)('%s: nothing but a title', (style, expected) => {
  expect(line({ author: null, outlet: null, url: null, published: null }, style)).toBe(expected)
})

test.each([
  ['apa', 'Stella Kim, & Jan Jett. (2025'],
  ['chicago', 'Stella Kim, and Jan Jett. “'],
  ['mla', 'Stella Kim, and Jan Jett. “'],
  ['harvard', 'Stella Kim and Jan Jett (2025)'],
] as const)('%s: two authors, however the source parts them', (style, expected) => {
  for (const author of ['Stella Kim, Jan Jett', 'Stella Kim and Jan Jett', 'Stella Kim; Jan Jett'])
    expect(line({ author }, style).startsWith(expected)).toBe(true)
})

test('many authors', () => {
  const author = 'A Alb, B Beg, C Cid and D Dag'
  expect(line({ author }, 'apa')).toContain('A Alb, B Beg, C Cid, & D Dag. (')
  expect(line({ author }, 'mla')).toContain('A Alb, et al. “')
  expect(line({ author }, 'harvard')).toContain('A Alb et al. (2025)')
  expect(line({ author: '李明、王芳' }, 'chicago')).toContain('李明, and 王芳. “')
})

test('a title that ends a sentence gets no second stop', () => {
  expect(line({ title: 'Who pays?' }, 'chicago')).toContain('“Who pays?” Strait')
  expect(line({ title: '谈判没有结果。' }, 'apa')).toContain('谈判没有结果。 Strait')
})

test('outlets and, in APA, titles are in italics', () => {
  const italics = CITATION_STYLES.map((style) => cite(whole, style).flatMap(({ text, italic }) => (italic ? [text] : [])))
  expect(italics).toEqual([['Ferries stay in port.'], ['Strait Daily'], ['Strait Daily'], ['Strait Daily']])
})

test('whatever is in the fields: the title is there, no gap and no stop is double', () => {
  const word = fc.stringMatching(/^[A-Za-z]{1,8}$/)
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
  const article = fc.record({
    title: word,
    outlet: maybe(word),
    author: maybe(word),
    published: maybe(fc.constantFrom('2025', '2025-09', '2025-09-03')),
    url: maybe(fc.constant('https://example.org/a')),
  })
  fc.assert(
    fc.property(article, fc.constantFrom(...CITATION_STYLES), (cited, style) => {
      const text = citationText(cite(cited, style))
      expect(text).toContain(cited.title)
      expect(text).not.toMatch(/ {2}|\.\.|, ,|,\.|\( | \)|null|undefined|^\s|\s$/)
    }),
  )
})

test('F8 marks that turn what stands beside them are in no citation', () => {
  const turned = { title: 'Annex \u202egnp.exe', outlet: '\u2067Strait', author: 'Mira\u2069 Holt' }
  for (const style of CITATION_STYLES) expect(line(turned, style)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  expect(line(turned, 'mla')).toContain('Mira Holt. “Annex gnp.exe.” Strait, ')
})
