/** PDF: reading order, words and paragraphs put together again, pages, margins, letters, and what a file says about itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinLines, wordsOf } from '../../../../../src/core/importers/pdf/hyphens.ts'
import { glyphsOfItems, plainLetters, turnJoined } from '../../../../../src/core/importers/pdf/letters.ts'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import { mappedFont, mapping, pdf, type Piece } from '../../../../fixtures/import-office/pdf.ts'
import { corpus } from '../../../shared/text/corpus.ts'
import { problemOf, readArticle } from '../office/reading.ts'

const of = (...pages: (readonly Piece[])[]): Promise<Awaited<ReturnType<typeof readArticle>>> => readArticle('talks.pdf', pdf({ pages }))
/** Lines one below the other. */
const lines = (x: number, y: number, texts: readonly string[], size = 10): Piece[] =>
  texts.map((text, index) => [x, y - index * 12, size, text])

/** Eight lines that fill a column 200 points wide. */
const column = (word: string, count = 8): string[] =>
  Array.from({ length: count }, (_, index) => `${word} line ${index} has words that fill the column`)

test('lines of a paragraph are one; a space, an indent or a short line begins another', async () => {
  const { text } = await of([
    ...lines(50, 700, [
      'The ministers met again in Geneva on Monday morning',
      'and agreed to talk about the border, they said in a',
      'statement.',
    ]),
    ...lines(50, 640, ['The next round begins in May, with observers of both', 'neighbours and of the union.']),
  ])
  expect(text).toBe(
    'The ministers met again in Geneva on Monday morning and agreed to talk about the border, they said in a statement.\n\nThe next round begins in May, with observers of both neighbours and of the union.',
  )
})

test('columns are read one after the other, under a title that spans them, over a line that does', async () => {
  const { text, article } = await of([
    [120, 760, 20, 'A title over both of the columns'],
    ...lines(50, 700, column('Left')),
    ...lines(320, 700, column('Right')),
    [50, 560, 10, 'A line at the end that goes from the left side to the right side of the page, across the gap in the middle.'],
  ])
  const order = ['A title', 'Left line 0', 'Left line 7', 'Right line 0', 'Right line 7', 'A line at the end'].map((part) =>
    text.indexOf(part),
  )
  expect(order).not.toContain(-1)
  expect(order).toEqual([...order].sort((one, other) => one - other))
  expect(article.title).toBe('A title over both of the columns')
})

test('rows of a table stay rows, cells apart by a tab', async () => {
  const row = (y: number, cells: readonly string[]): Piece[] => cells.map((cell, index) => [50 + index * 150, y, 10, cell])
  const { text } = await of([
    ...row(700, ['Party', 'Votes', 'Share']),
    ...row(686, ['North', '12', '40']),
    ...row(672, ['South', '18', '60']),
    ...row(658, ['East', '7', '9']),
  ])
  expect(text).toBe('Party\tVotes\tShare\nNorth\t12\t40\nSouth\t18\t60\nEast\t7\t9')
})

describe('divided words', () => {
  const words = wordsOf(['a well-known ceasefire', 'the email of the cooperation', 'inter-'])
  test.each([
    ['nego-', 'tiations began', 'negotiations began'],
    ['nego\u00ad', 'tiations', 'negotiations'],
    ['a well-', 'known man', 'a well-known man'],
    ['the cease-', 'fire holds', 'the ceasefire holds'],
    ['the e-', 'mail came', 'the email came'],
    ['Anglo-', 'American', 'Anglo-American'],
    ['self-', 'defence', 'self-defence'],
    ['the F-', '16 came', 'the F-16 came'],
    ['the years 1990-', '1995', 'the years 1990-1995'],
    ['he said -', 'and left', 'he said - and left'],
    ['plain', 'words', 'plain words'],
    ['会议在日内瓦', '举行', '会议在日内瓦举行'],
    ['การประชุม', 'ครั้งที่', 'การประชุมครั้งที่'],
    ['회담이', '열렸다', '회담이 열렸다'],
  ])('%j and %j', (before, after, joined) => {
    expect(joinLines(before, after, words)).toBe(joined)
  })

  test('nothing but a hyphen is ever lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ minLength: 1, maxLength: 20 }), (before, after) => {
        const bare = (text: string): string => text.replace(/[-‐\u00ad\s]/g, '')
        expect(bare(joinLines(before, after, new Set()))).toBe(bare(before + after))
      }),
    )
  })
})

describe('pages', () => {
  const page = (number: number, body: readonly string[]): Piece[] => [
    [50, 780, 9, 'The Ministry of Talks'],
    ...lines(50, 700, body),
    [290, 20, 9, `Page ${number} of 3`],
  ]

  test('a paragraph goes on over the page; heads and feet are marked and stand behind it', async () => {
    const { text, article } = await of(
      page(1, ['The ministers met again in Geneva on Monday morning', 'and agreed to talk about the border, the statement of']),
      page(2, ['both sides says, in a few weeks.']),
      page(3, ['Third page.']),
    )
    expect(text).toContain('the statement of both sides says, in a few weeks.')
    const marked = article.notText?.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)
    const head = 'boilerplate The Ministry of Talks'
    expect(marked).toEqual([1, 2, 3].flatMap((number) => [head, `boilerplate Page ${number} of 3`]))
    expect(article.pages?.map(({ start, label }) => `${label} ${text.slice(start, start + 10)}`)).toEqual([
      '1 The Minist',
      '2 both sides',
      '3 The Minist',
    ])
  })

  test('labels of pages are those of the file; an empty page begins where the next one does', async () => {
    const bytes = pdf({
      pages: [[[50, 700, 10, 'First page.']], [], [[50, 700, 10, 'Third page.']]],
      catalogue: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>',
    })
    const { article } = await readArticle('x.pdf', bytes)
    expect(article.pages).toEqual([
      { start: 0, label: 'i' },
      { start: 13, label: 'ii' },
      { start: 13, label: '1' },
    ])
  })

  test('text that all pages have and nothing else is text', async () => {
    const { article } = await of([[50, 700, 10, 'Same words']], [[50, 700, 10, 'Same words']])
    expect(article.notText).toEqual([])
  })

  test('turned pages are read upright', async () => {
    const bytes = pdf({
      pages: [
        'BT /F1 10 Tf 0 1 -1 0 100 100 Tm (First line of the page) Tj ET BT /F1 10 Tf 0 1 -1 0 130 100 Tm (Second line of it.) Tj ET',
      ],
      page: '/Rotate 90',
    })
    expect((await readArticle('x.pdf', bytes)).text).toBe('First line of the page\n\nSecond line of it.')
  })
})

describe('letters', () => {
  test('right to left: logical order, joined letters as they are written', async () => {
    // As programs write it: in the order of drawing, from the left; لا is one glyph.
    const bytes = pdf({
      pages: ['BT /F1 20 Tf 1 0 0 1 50 700 Tm <4d4c53> Tj ET BT /F1 20 Tf 1 0 0 1 50 660 Tm <4e> Tj ET'],
      font: mappedFont(),
      objects: { 100: mapping({ 0x4d: 'م', 0x4c: 'لا', 0x53: 'س', 0x4e: 'ن' }) },
    })
    const { text, article } = await readArticle('x.pdf', bytes)
    expect(text).toMatch(/^سلام/)
    expect(article.direction).toBe('rtl')
  })

  test('which of the same letters are joined is told by what is drawn', () => {
    // Drawn from the left: م لا س (سلام), and separately ل ا (ال).
    const glyphs = ['م', 'لا', 'س', 'ل', 'ا']
    expect(glyphsOfItems(['xxxx', 'yy'], glyphs)).toEqual([
      ['م', 'لا', 'س'],
      ['ل', 'ا'],
    ])
    expect(turnJoined('ساالم'.replace('اا', 'ا'), ['م', 'لا', 'س'])).toBe('سلام')
    expect(turnJoined('ال', ['ل', 'ا'])).toBe('ال')
    expect(turnJoined('السالم', ['م', 'لا', 'س', 'ل', 'ا'])).toBe('السلام')
    expect(turnJoined('abc', null)).toBe('abc')
  })

  test('East Asian letters in an old encoding, by the library’s own tables', async () => {
    const bytes = pdf({
      pages: ['BT /F1 12 Tf 50 700 Td <bbe1d2e9> Tj ET'],
      font: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [100 0 R] >>',
      objects: {
        100: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>',
      },
    })
    expect((await readArticle('x.pdf', bytes)).text).toBe('会议')
  })

  test('ligatures, presentation forms and marks in the wrong code page', () => {
    expect(plainLetters('o\ufb03ce \ufedf\ufeeb\ufefb it\x92s')).toBe('office لهلا it’s')
  })
})

test('what it says about itself; the day of saving is not the day of publication', async () => {
  const bytes = pdf({
    pages: [lines(50, 700, ['A statement by the ministry', 'about the border.'])],
    trailer: '/Info 100 0 R',
    objects: {
      100: "<< /Title (Statement on the border) /Author (Ada Green) /CreationDate (D:20251029080000+01'00') /Keywords (border) >>",
    },
  })
  const { article, format } = await readArticle('x.pdf', bytes)
  expect(format).toBe('pdf')
  expect(article).toMatchObject({
    title: 'Statement on the border',
    author: 'Ada Green',
    published: null,
    details: { created: '2025-10-29T08:00:00', keywords: 'border' },
  })
})

test('pages without text are asked to be read by a machine; a file without pages is damaged', async () => {
  expect(await problemOf('x.pdf', pdf({ pages: ['q 600 0 0 800 0 0 cm Q'] }))).toBe('no-text ocr')
  expect(await problemOf('x.pdf', new Uint8Array(Buffer.from('%PDF-1.7\nnothing')))).toBe('damaged structure')
})

describe.skipIf(!corpus)('real files', () => {
  const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(corpus ?? '', 'pdf', path)))

  test('two columns of LaTeX in reading order, without divided words, with page numbers marked', async () => {
    const { text, article } = await readArticle('x.pdf', bytes('026-latex-multicolumn/multicolumn.pdf'))
    expect(text).toContain('consectetuer adipiscing elit. Ut purus elit, vestibulum ut, placerat ac, adipiscing vitae, felis.')
    expect(text).not.toMatch(/\p{Ll}-[\n ]\p{Ll}/u)
    expect(text).toContain('Country\tPopulation (millions)')
    expect(article.pages?.map(({ label }) => label)).toEqual(['1', '2', '3'])
    expect(article.notText?.map(({ start, end }) => text.slice(start, end))).toEqual(['1', '2', '3'])
  })

  test('a password is asked for, a wrong one refused, the right one opens', async () => {
    const locked = bytes('005-libreoffice-writer-password/libreoffice-writer-password.pdf')
    expect(await problemOf('x.pdf', locked)).toBe('needs-password')
    expect(await problemOf('x.pdf', locked, 'wrong')).toBe('wrong-password')
    expect((await readArticle('x.pdf', locked, 'openpassword')).text).toHaveLength(591)
  })

  test.each([
    ['002-trivial-libre-office-writer/002-trivial-libre-office-writer.pdf', /^Lorem ipsum dolor sit amet, .* amet\.$/s, {}],
    ['004-pdflatex-4-pages/pdflatex-4-pages.pdf', /^Hello, here is some text without a meaning\./, {}],
    ['011-google-doc-document/google-doc-document.pdf', /^Example document\n\nBeautiful is better than ugly\./, {}],
    ['014-outlines/mistitled_outlines_example.pdf', /^Contents\n\n1 Foo\t2\n2 Bar\t2/, {}],
    ['015-arabic/habibi.pdf', /habibi.*حَبيبي/s, { mixedScripts: 1 }],
    ['015-arabic/habibi-rotated.pdf', /habibi.*حَبيبي/s, { mixedScripts: 4 }],
    ['021-pdfa/crazyones-pdfa.pdf', /^The Crazy Ones\n\nOctober 14, 1998\n\n/, {}],
    ['024-annotations/annotated_pdf.pdf', /^Some text\.\n\nLine 1\n\nLine 2\n\nNot highlighted$/, { annotations: 3 }],
    ['025-attachment/with-attachment.pdf', /^Lorem ipsum/, { attachments: 1 }],
  ])('%s', async (path, expected, expectedLost) => {
    const { text, lost } = await readArticle('x.pdf', bytes(path))
    expect(text).toMatch(expected)
    expect(lost).toEqual(expectedLost)
  })

  test('spoilt real files are read or refused, never more', async () => {
    const good = bytes('025-attachment/with-attachment.pdf')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
        const spoilt = good.slice()
        for (const [at, value] of changes) spoilt[at] = value
        expect(['articles', 'problem']).toContain((await readFile({ name: 'x.pdf', bytes: spoilt })).kind)
      }),
      { numRuns: 25 },
    )
  })
})
