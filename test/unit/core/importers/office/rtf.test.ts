/** RTF: letters of all code pages, what is skipped, and files that are broken on purpose. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rtfBody } from '../../../../../src/core/importers/office/rtf-body.ts'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import { problemOf, readArticle } from './reading.ts'

/** A document; letters beyond ASCII stand as one byte each. */
const rtf = (body: string, head = ''): Uint8Array =>
  new Uint8Array(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${head}${body}}`, 'latin1'))
const of = (body: string, head = ''): Promise<Awaited<ReturnType<typeof readArticle>>> => readArticle('talks.rtf', rtf(body, head))
const FONTS = String.raw`{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset178 Arabic;}{\f2\fcharset134 SimSun;}{\f3\fcharset2 Symbol;}{\f4\fcharset204 Cyr;}{\f5\fcharset128 Mincho;}{\f6\fnil\cpg1255 Hebrew;}}`

describe('letters', () => {
  test.each([
    ['Unicode with its substitute', String.raw`\u8364? and \u8364\'80 and {\uc0\u8364} and \uc2\u8364??!`, '€ and € and € and €!'],
    ['negative numbers and pairs', String.raw`so \u-10179?\u-8704?`, 'so 😀'],
    ['the document’s code page', String.raw`caf\'e9 \'93so\'94`, 'café “so”'],
    ['bytes as they are', 'caf\xe9', 'café'],
    ['Arabic by its font', String.raw`{\f1 \'e3\'d1\'cd\'c8\'c7} end`, 'مرحبا end'],
    ['Chinese by its font, two bytes a letter', String.raw`{\f2 \'c4\'e3\'ba\'c3}`, '你好'],
    ['Japanese whose second byte is ASCII', String.raw`{\f5 \'83A}`, 'ア'],
    ['Russian by its font', String.raw`{\f4 \'cf\'f0\'e8}`, 'При'],
    ['Hebrew by its page', String.raw`{\f6 \'f9\'ec}`, 'של'],
    ['Symbol', String.raw`{\f3 a\'b7}`, 'α•'],
    ['marks', String.raw`\ldblquote a\rdblquote\emdash b\~c\-d\_e\tab f\line g \{h\}`, '“a”—b\u00a0c\u00add\u2011e\tf\ng {h}'],
  ])('%s', async (_, body, text) => {
    expect((await of(body, FONTS)).text).toBe(text)
  })

  test('another code page of the document', async () => {
    const bytes = Buffer.from(String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}`)
    expect((await readArticle('x.rtf', new Uint8Array(bytes))).article.text).toBe('При')
  })
})

test('paragraphs, headings, lists, tables and notes', async () => {
  const { text, article } = await of(
    String.raw`\pard\s1 Talks resume\par\pard First.\par\par{\listtext\tab 1.\tab}one\par{\pntext 2.\tab}two\par` +
      String.raw`\trowd\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\pard\intbl C\cell\cell\row` +
      String.raw`\pard Said{\super\chftn{\footnote\pard\plain\chftn  In private.}} twice{\footnote\ftnalt Later.}.\par`,
    String.raw`{\stylesheet{\s1\outlinelevel0 heading 1;}}`,
  )
  expect(text).toBe('Talks resume\n\nFirst.\n\n1. one\n2. two\n\nA\tB\nC\n\nSaid[1] twice[i].\n\n[1] In private.\n[i] Later.')
  expect(article.title).toBe('Talks resume')
})

test('what is left out is counted; results of fields and objects are in', async () => {
  const { text, lost } = await of(
    String.raw`{\header Running head\par}{\*\unknown junk}Seen {\v hidden}{\deleted gone}here {\field{\*\fldinst HYPERLINK "javascript:alert(1)"}{\fldrslt a link}} ` +
      String.raw`{\pict\wmetafile8 00ff}{\object\objemb{\*\objdata 0105}{\result object}}{\*\annotation a comment}{\*\template http://example.invalid/x.dot}` +
      String.raw`{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In the box\par}}{\shprslt\pict In the box}}{\upr{ansi}{\*\ud{uni}}}`,
  )
  expect(text).toBe('Seen here a link objectIn the box\n\nuni')
  expect(lost).toEqual({ headersFooters: 1, hidden: 1, deleted: 1, pictures: 1, embedded: 1, comments: 1, templates: 1 })
})

test('what it says about itself', async () => {
  const { article } = await of(
    'A statement by the ministry.',
    String.raw`{\info{\title Statement on the caf\'e9}{\author J\'f6rg Green}{\creatim\yr2025\mo10\dy3\hr4\min5}{\revtim\yr1601\mo1\dy1}}`,
  )
  expect(article).toMatchObject({ title: 'Statement on the café', author: 'Jörg Green', details: { created: '2025-10-03T04:05' } })
  expect(article.details).not.toHaveProperty('modified')
})

describe('broken on purpose', () => {
  test('depth ends at its limit', async () => {
    expect(await problemOf('x.rtf', rtf('{'.repeat(600)))).toBe('unsafe rtf-depth')
  })

  test('a file that is broken off keeps its text, and says so', async () => {
    const whole = rtf('A statement by the ministry\\par and more')
    const { text, lost } = await readArticle('x.rtf', whole.slice(0, -6))
    expect(text).toBe('A statement by the ministry\n\nand')
    expect(lost).toEqual({ brokenOff: 1 })
  })

  test('binary data is stepped over by its length, at most to the end', async () => {
    expect((await of(String.raw`a{\pict\bin5 }}}}}}b`)).text).toBe('ab')
    expect((await readArticle('x.rtf', rtf(String.raw`a\bin2147483647 b`))).text).toBe('a')
    expect((await of(String.raw`a\bin-5 b`)).text).toBe('ab')
  })

  test('no bytes make it throw', async () => {
    const tokens = fc.constantFrom(
      '{',
      '}',
      '\\par ',
      '\\u',
      '-1',
      '99999999999',
      "\\'",
      'e9',
      '\\bin',
      '\\*',
      '\\fonttbl',
      '\\f1',
      '\\footnote',
      '\\ftnalt',
      '\\cell',
      '\\row',
      '\\ud',
      'x',
      '\\',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(tokens, { maxLength: 60 }), async (parts) => {
        expect(['articles', 'problem']).toContain((await readFile({ name: 'x.rtf', bytes: rtf(parts.join('')) })).kind)
      }),
      { numRuns: 100 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void rtfBody(bytes)))
  })
})
