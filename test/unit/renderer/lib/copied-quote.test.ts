/** A quotation on the clipboard: E13. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiedQuote } from '../../../../src/renderer/lib/copied-quote.ts'

test('E13 HTML of a quotation is its paragraphs, each in its own direction, with nothing of the page', () => {
  expect(copiedQuote('First <b>line</b>.\n\n  \nمذاکرات جاری ہیں۔', 'ur')).toBe(
    '<p lang="ur" dir="auto">First &lt;b&gt;line&lt;/b&gt;.</p><p lang="ur" dir="auto">مذاکرات جاری ہیں۔</p>',
  )
  expect(copiedQuote('“Talks”', '')).toBe('<p dir="auto">“Talks”</p>')
})

test('E13 whatever the text and the language hold, only paragraphs with these two attributes come of it', () => {
  const hostile = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'script', ' onload=', '\n', '\u0000', '\u2028', 'پ') })
  fc.assert(
    fc.property(hostile, hostile, (text, language) => {
      const html = copiedQuote(text, language)
      expect(html.replaceAll(/<p(?: lang="[^"<>]*")? dir="auto">[^<>]*<\/p>/g, '')).toBe('')
    }),
  )
})
