/** E5: a library in which every field is an attack makes a report in which nothing runs, loads or is lost. */
import { describe, expect, test } from 'vitest'
import { CONTENT_POLICY } from '../../../../src/core/exporters/html/document.ts'
import type { Statement } from '../../../../src/core/exporters/report/data.ts'
import { annotated, article, parse, statement, tag } from './fixtures.ts'

/** In two parts, because the linter takes the whole for a mistake. */
const script = ['javascript', ''].join(':')

const attacks = [
  '</script><img src=x onerror=alert(1)>',
  `${script}alert(1)`,
  '--><script>alert(1)</script>',
  '{{7*7}}',
  'a\u2028b\u2029c',
  ']]><svg onload=alert(1)>',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '"onmouseover="alert(1)',
  "'onfocus='alert(1)' autofocus='",
  `<a href="${script}alert(1)">x</a>`,
  '<base href="https://evil.invalid/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.invalid">',
  '\u202egnp.exe',
  '\\"; } body { background: url(https://evil.invalid) } /*',
  '&lt;script&gt;',
  '<!--',
  '${alert(1)}',
  '\ue0000\ue001',
  '`onclick=alert(1)`',
]

/** Reports in which every text a library can hold is the attack: with the text, and with the passages alone. */
function hostileReports(attack: string): string[] {
  const of = article({
    title: attack,
    outlet: attack,
    author: attack,
    url: attack,
    note: attack,
    text: `${attack} and ${attack}`,
    language: attack,
    translatedFrom: attack,
    published: '2025-10-29T21:15+05:00',
    original: { name: attack, mediaType: attack, encoding: attack, bytes: 1, sha256: attack },
  })
  const evil = tag({ name: attack, definition: attack, letter: attack, code: attack, hue: attack as 'amber' })
  const fields = { reportedBy: [attack, attack], condition: attack, consequence: attack, deadline: attack, note: attack, coder: attack }
  const coded = (): Statement =>
    statement(
      of,
      1,
      0,
      attack.length,
      {
        ...fields,
        translation: attack,
        translationLanguage: attack,
        important: true,
        status: 'disputed',
        confidence: 'low',
        stance: 'conditional',
      },
      {
        tag: evil,
        speaker: attack,
        onBehalfOf: attack,
        targets: [attack],
        issues: [[attack, attack]],
        fields: [{ name: attack, text: attack }],
      },
    )
  const options = {
    title: attack,
    subtitle: attack,
    libraryName: attack,
    tags: [evil],
    look: { house: attack, banner: attack },
    filter: { outlets: [attack], from: '2025-10-01', importantOnly: true },
  }
  const other = article({ id: 2, title: attack, language: attack })
  return [annotated([of, other], [coded()], options), annotated([of], [coded()], { ...options, include: { text: false } })]
}

const ALLOWED = new Set(
  'html head meta title style body header h1 h2 h3 h4 p ul ol li dl div dt dd a span b i bdi nav section table caption thead tbody tr th td br main mark blockquote figure figcaption code colgroup col sup'.split(
    ' ',
  ),
)

describe.each(attacks)('E5 every field is %j', (attack) => {
  const reports = hostileReports(attack)

  test('no script, no handler, no request, no foreign element; the policy comes first', () => {
    for (const html of reports) {
      const document = parse(html)
      const first = document.head.firstElementChild
      expect([first?.getAttribute('http-equiv'), first?.getAttribute('content')]).toEqual(['Content-Security-Policy', CONTENT_POLICY])
      expect(CONTENT_POLICY).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
      expect(html.startsWith('<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta http-equiv')).toBe(true)
      expect(html.indexOf('<meta charset="utf-8">')).toBeLessThan(600)
      const elements = [...document.querySelectorAll('*')]
      expect([...new Set(elements.map((element) => element.localName))].filter((name) => !ALLOWED.has(name))).toEqual([])
      expect(document.querySelectorAll('style, title')).toHaveLength(2)
      const attributes = elements.flatMap((element) => element.getAttributeNames())
      expect(attributes.filter((name) => /^on|^src|^srcdoc|^action|^autofocus/i.test(name))).toEqual([])
      const links = elements.flatMap((element) => element.getAttribute('href') ?? [])
      expect(
        links.filter((link) => !/^(#[a-z][a-z0-9-]*|https?:\/\/|mailto:|parley:\/\/passage\/[0-9a-f-]{36}\/[0-9a-f-]{36}$)/.test(link)),
      ).toEqual([])
      expect(document.querySelector('style')?.textContent).not.toMatch(/url\(|@import|</)
      expect(
        elements
          .flatMap((element) => element.getAttribute('style') ?? [])
          .filter((style) => !/^(--[a-z0-9]+:(#[0-9a-f]{6}|\d+(\.\d+)?);?)+$/.test(style)),
      ).toEqual([])
    }
  })

  test('and every field is still there to be read', () => {
    for (const html of reports) {
      const document = parse(html)
      const count = (selector: string): number =>
        [...document.querySelectorAll(selector)].filter((element) => element.textContent?.includes(attack)).length
      for (const selector of [
        'title',
        'h1',
        '.library, h1',
        '.subtitle',
        '.house',
        '.banner',
        '.byline',
        '.translation',
        '.note, .quote',
        '.article .facts',
        '.coding tbody td',
        '.legend table',
        '.sources li',
        '.method',
      ])
        expect([selector, count(selector)]).not.toEqual([selector, 0])
    }
  })
})

describe('links of an article', () => {
  test('a web address is shown as where it goes, opens nothing of ours, and tells nobody where it was clicked', () => {
    const document = parse(annotated([article({ url: 'https://example.invalid/ä?q=<x>' })], []))
    const links = [...document.querySelectorAll('a[href^="http"]')]
    expect(links.map((link) => [link.getAttribute('href'), link.textContent, link.getAttribute('rel')])).toEqual(
      Array.from({ length: 2 }, () => [
        'https://example.invalid/%C3%A4?q=%3Cx%3E',
        'https://example.invalid/%C3%A4?q=%3Cx%3E',
        'noopener noreferrer',
      ]),
    )
    expect(document.querySelector('meta[name="referrer"]')?.getAttribute('content')).toBe('no-referrer')
  })

  test('any other address stands there as text', () => {
    const document = parse(annotated([article({ url: `${script}alert(1)` })], []))
    expect(document.querySelector('.url')).toBeNull()
    expect(document.querySelector('.article .facts dd')?.textContent).toBe(`${script}alert(1)`)
  })
})
