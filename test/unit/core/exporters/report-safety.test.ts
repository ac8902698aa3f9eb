/** E5: a library in which every field is an attack makes a report in which nothing runs, loads or is lost. */
import { describe, expect, test } from 'vitest'
import type { ReportData } from '../../../../src/core/exporters/report/data.ts'
import { CONTENT_POLICY } from '../../../../src/core/exporters/report/frame.ts'
import { renderReport } from '../../../../src/core/exporters/report/page.ts'
import { annotatedData, article, comparisonData, parse, statement, tag } from './fixtures.ts'

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

/** A report in which every text a library can hold is the attack. */
function hostileReports(attack: string): ReportData[] {
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
  const coded = statement(
    of,
    1,
    0,
    attack.length,
    {
      reportedBy: [attack, attack],
      condition: attack,
      consequence: attack,
      deadline: attack,
      translation: attack,
      translationLanguage: attack,
      note: attack,
      coder: attack,
      important: true,
      status: 'disputed',
      confidence: 'low',
      stance: 'conditional',
    },
    { tag: evil, speaker: attack, onBehalfOf: attack, targets: [attack], issues: [[attack, attack]] },
  )
  const filter = {
    tags: [attack],
    parties: [attack],
    issues: [[attack]],
    outlets: [attack],
    articles: 2,
    importantOnly: true,
    storyOnce: true,
    from: '2025-10-01',
    to: '2025-10-31',
  }
  const common = { title: attack, libraryName: attack, filter, tags: [evil] }
  const compared = comparisonData(
    [of],
    [coded, statement(of, 2, 0, 2, { speakerId: null, issueIds: [] }, { tag: evil, speaker: null, issues: [] })],
    {
      ...common,
      issues: new Map([
        [1, [attack]],
        [2, [attack, attack]],
      ]),
    },
  )
  const annotated = annotatedData([of, article({ id: 2, title: attack, language: attack })], [coded], common)
  return [
    annotated,
    { ...annotated, include: { ...annotated.include, text: false } },
    { ...compared, columns: compared.columns.map((column) => ({ ...column, name: attack })) },
  ]
}

const ALLOWED = new Set(
  'html head meta title style body header h1 h2 h3 h4 p ul ol li dl div dt dd a span b i bdi nav section table caption thead tbody tr th td br main mark blockquote figure figcaption cite code'.split(
    ' ',
  ),
)

describe.each(attacks)('E5 every field is %j', (attack) => {
  const reports = hostileReports(attack).map(renderReport)

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
          .filter((style) => !/^(--[a-z0-9]+:(#[0-9a-f]{6}|\d+);?)+$/.test(style)),
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
        '.outlet, .citation',
        '.translation',
        '.memo',
        '.terms',
        '.who',
        '.how',
        '.coding tbody td',
        '.sources cite',
        '.method',
      ])
        expect([selector, count(selector)]).not.toEqual([selector, 0])
    }
  })
})

describe('links of an article', () => {
  test('a web address is shown as where it goes, opens nothing of ours, and tells nobody where it was clicked', () => {
    const document = parse(renderReport(annotatedData([article({ url: 'https://example.invalid/ä?q=<x>' })], [])))
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
    const document = parse(renderReport(annotatedData([article({ url: `${script}alert(1)` })], [])))
    expect(document.querySelector('.url')?.localName).toBe('span')
    expect(document.querySelector('.url')?.textContent).toBe(`${script}alert(1)`)
  })
})
