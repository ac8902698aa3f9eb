/** Markup: nothing foreign can become an element, an attribute, a link that runs or the end of a style sheet. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anchor,
  attrs,
  cssString,
  documentOf,
  escapeHtml,
  joined,
  markup,
  styleElement,
  styleVars,
  titleElement,
  webLink,
} from '../../../../src/core/exporters/html/markup.ts'
import { bdi, names, phrase } from '../../../../src/core/exporters/html/text.ts'
import { one, parse } from './fixtures.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '`',
        '&',
        '=',
        '/',
        '\\',
        '-->',
        ']]>',
        '</style>',
        '</title>',
        '<script>',
        'onload',
        '\u2028',
        '\0',
        '\r',
        '\n',
        ' ',
        'x',
        '&lt',
        ';',
        '{{7*7}}',
        '\ue0000\ue001',
      ),
    )
    .map((parts) => parts.join('')),
)
/** What an HTML parser can give back: no NUL, no half pairs. */
const carried = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

describe('values', () => {
  test('E5 any text put into an element or an attribute comes back as itself and as nothing else', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, value) => {
        const document = parse(String(markup`<main><p title="${value}">${text}</p></main>`))
        const p = one(document, 'p')
        expect(p.textContent).toBe(carried(text))
        expect(p.getAttribute('title')).toBe(carried(value))
        expect(p.attributes).toHaveLength(1)
        expect(document.body.querySelectorAll('*')).toHaveLength(2)
      }),
    )
  })

  test('E5 attribute lists hold what they were given, in quotes', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const p = one(parse(String(markup`<p${attrs({ lang: value, dir: 'auto', hidden: true, id: null, title: false })}></p>`)), 'p')
        expect(p.getAttribute('lang')).toBe(carried(value))
        expect(p.getAttributeNames()).toEqual(['lang', 'dir', 'hidden'])
      }),
    )
  })

  test('E5 the title of the document ends where it should', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const document = parse(String(documentOf([titleElement(title)], markup`<body><p>x</p></body>`, 'en')))
        expect(one(document, 'title').textContent).toBe(carried(title))
        expect(document.querySelectorAll('*')).toHaveLength(5)
      }),
    )
  })

  test('nested markup is not escaped twice; nothing stands for null, false and nothing', () => {
    expect(String(markup`<p>${[bdi('a<b'), ' & ', null, false, undefined, 3]}</p>`)).toBe('<p><bdi>a&lt;b</bdi> &amp; 3</p>')
    expect(String(joined(['a', markup`<i>b</i>`], ', '))).toBe('a, <i>b</i>')
    expect(escapeHtml('\ud800')).toBe('\ufffd')
  })
})

describe('places where values may not stand', () => {
  const x = 'x'
  test.each([
    ['an unquoted attribute', () => markup`<p title=${x}></p>`],
    ['a single-quoted attribute', () => markup`<p title='${x}'></p>`],
    ['a handler', () => markup`<p onclick="${x}"></p>`],
    ['a frame document', () => markup`<iframe srcdoc="${x}"></iframe>`],
    ['a script', () => markup`<script>${x}</script>`],
    ['a style sheet', () => markup`<style>${x}</style>`],
    ['a comment', () => markup`<!-- ${x} -->`],
    ['the name of a tag', () => markup`<${x}>`],
    ['a link that is only a string', () => markup`<a href="${x}">x</a>`],
    ['a style that is only a string', () => markup`<p style="${x}"></p>`],
    ['the inside of a tag', () => markup`<p ${x}></p>`],
    ['an open end', () => markup`<p title="${x}`],
    ['markup in an attribute', () => markup`<p title="${bdi(x)}"></p>`],
    ['a link in text', () => markup`<p>${anchor('x')}</p>`],
    ['a handler in a list', () => attrs({ onload: x })],
    ['a name with a blank', () => attrs({ 'x onload': x })],
    ['a plain link in a list', () => attrs({ href: x })],
    ['an anchor with a quote', () => anchor('a"b')],
    ['a style with a url', () => styleVars({ w: 'url(x)' })],
    ['a style sheet with an end tag', () => styleElement('</style>')],
  ])('%s throws', (_, make) => {
    expect(make).toThrow(TypeError)
  })
})

describe('links', () => {
  // In two parts, because the linter takes the whole for a mistake.
  const script = ['javascript', ''].join(':')

  test.each(['http://example.org/a?b=c&d', 'https://example.org/', 'mailto:a@example.org'])('%s is a link', (address) => {
    expect(String(webLink(address))).toBe(address)
  })

  test.each([
    `${script}alert(1)`,
    ` ${script}alert(1)`,
    'java\nscript:alert(1)',
    `${script.toUpperCase()}alert(1)`,
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/y',
    'about:blank',
    '//example.org',
    '/x',
    'x',
    '',
    'ftp://example.org',
    'view-source:https://x',
  ])('E5 %j is no link', (address) => {
    expect(webLink(address)).toBeNull()
  })

  test('a quote cannot end the attribute', () => {
    const link = one(parse(String(markup`<a href="${webLink('https://example.org/"onload="x')}">x</a>`)), 'a')
    expect(link.getAttributeNames()).toEqual(['href'])
  })
})

describe('strings of the style sheet', () => {
  test('E5 any text is one CSS string that holds neither a quote nor a bracket nor a bare backslash', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = cssString(text)
        expect(written.slice(1, -1)).toMatch(/^(?:[a-zA-Z0-9 ]|\\[0-9a-f]{1,6} )*$/)
        const read = written
          .slice(1, -1)
          .replaceAll(/\\([0-9a-f]{1,6}) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
        expect(read).toBe(carried(text))
      }),
    )
  })
})

describe('messages', () => {
  test('gaps hold names in isolation and numbers as the message writes them', () => {
    expect(String(phrase('report.table.caption', { title: '<b>' }))).toBe('Coding of “<bdi>&lt;b&gt;</bdi>”')
    expect(String(phrase('report.count.annotations', { count: 1200 }))).toBe('1,200 annotations')
    expect(String(names(['a', 'b']))).toBe('<bdi>a</bdi>, <bdi>b</bdi>')
  })

  test('E5 a name made of the signs for gaps stays a name', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const caption = parse(String(markup`<p>${phrase('report.table.caption', { title })}</p>`))
        expect(one(caption, 'bdi').textContent).toBe(carried(title))
        expect(caption.body.querySelectorAll('*')).toHaveLength(2)
      }),
    )
  })
})
