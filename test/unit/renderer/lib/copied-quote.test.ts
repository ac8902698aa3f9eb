// @vitest-environment jsdom
/** A quotation on the clipboard: E13. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiedQuote, watchCopying } from '../../../../src/renderer/lib/copied-quote.ts'

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

test('E13 what is selected anywhere in the window is copied without ids, addresses and classes of the page', () => {
  document.body.innerHTML = `<div id="secret" data-uid="9f2" lang="ur"><a href="http://127.0.0.1:4711/#/read/3">مذاکرات</a> <b class="x">جاری</b></div><input value="typed">`
  const copy = (target: Element, before?: (event: Event) => void): Record<string, string> | null => {
    const given: Record<string, string> = {}
    const event = new Event('copy', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { setData: (type: string, text: string) => void (given[type] = text) } })
    if (before) target.addEventListener('copy', before, { once: true })
    target.dispatchEvent(event)
    return event.defaultPrevented ? given : null
  }
  const place = document.querySelector('#secret') ?? document.body
  const field = document.querySelector('input') ?? document.body
  const stop = watchCopying()
  expect(copy(place)).toBeNull()
  document.getSelection()?.selectAllChildren(place)
  expect(copy(place)).toEqual({ 'text/plain': 'مذاکرات جاری', 'text/html': '<p lang="ur" dir="auto">مذاکرات جاری</p>' })
  expect(copy(field)).toBeNull()
  // A place that copies in a better way has done so already.
  expect(copy(place, (event) => event.preventDefault())).toEqual({})
  stop()
  expect(copy(place)).toBeNull()
})
