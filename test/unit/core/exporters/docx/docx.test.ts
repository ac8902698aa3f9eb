/** Word files: what is in them, that it is well-formed and inert whatever the library says, and that the same document gives the same bytes. */
import { expect, test } from 'vitest'
import { writeDocx } from '../../../../../src/core/exporters/docx/index.ts'
import { paragraph, text } from '../../../../../src/core/exporters/document/inlines.ts'
import { articleText, CHINESE, documentOf, everything, HINDI, HOSTILE, section, UIDS, URDU } from '../../../../helpers/report-document.ts'
import { all, paragraphs, readWord, styleOf, textOf, value } from './read-docx.ts'

const hostile = HOSTILE.join('\n')
const xmlParts = (files: object): string[] => Object.keys(files).filter((path) => /\.(xml|rels)$/.test(path))

test('E14 the same document gives the same bytes; no clock, no user, no path is in them', async () => {
  const [first, second] = [await writeDocx(everything()), await writeDocx(everything())]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  const word = readWord(first)
  const core = word.source('docProps/core.xml')
  expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-15T00:00:00Z')
  expect(core).toContain('<dc:creator>Institute</dc:creator>')
  const everyWord = xmlParts(word.files).map(word.source).join('')
  expect(everyWord).not.toContain(process.cwd())
  expect(everyWord).not.toMatch(/lastModifiedBy|rsid/)
})

test.each([
  ['plain words', 'Kabul wants the gates open'],
  ['hostile words', hostile],
])('E8 every part is well-formed: %s', async (_, words) => {
  const word = readWord(await writeDocx(everything(words)))
  for (const path of xmlParts(word.files)) word.part(path)
  const ids = all(word.part('word/document.xml'), 'bookmarkStart').map((mark) => value(mark, 'name'))
  expect(new Set(ids).size).toBe(ids.length)
})

test('E8 nothing of the library becomes a field, a link, a picture or a template', async () => {
  const word = readWord(await writeDocx(everything(hostile)))
  const document = word.part('word/document.xml')
  for (const code of all(document, 'instrText')) expect(code.textContent).toMatch(/^ (TOC \\o "1-2" \\h \\z|PAGEREF p_\w+ \\h) $/)
  expect(all(document, 'fldSimple')).toHaveLength(0)
  const outside = xmlParts(word.files)
    .filter((path) => path.endsWith('.rels'))
    .flatMap((path) => [...word.part(path).getElementsByTagName('Relationship')])
    .filter((relation) => relation.getAttribute('TargetMode') === 'External')
  expect(new Set(outside.map((relation) => relation.getAttribute('Type')?.split('/').at(-1)))).toEqual(new Set(['hyperlink']))
  expect(new Set(outside.map((relation) => relation.getAttribute('Target')))).toEqual(
    new Set(['https://example.invalid/a?b=1&c=(2)|3', `parley://passage/${UIDS.article}/${UIDS.annotation}`, 'https://example.invalid/a']),
  )
  expect(Object.keys(word.files).filter((path) => /vba|embeddings|attachedTemplate|customXml/i.test(path))).toEqual([])
  expect(word.source('word/settings.xml')).not.toContain('attachedTemplate')
})

test('E8 what XML cannot carry becomes a replacement character, and the rest of the words stay', async () => {
  const words = 'nul\0 bell\u0007 half\ud800 noncharacter\ufffe end'
  const word = readWord(await writeDocx(documentOf([section('a', 'Head', [articleText('T', words, [{ id: 1, start: 0, end: 5 }])])])))
  const [shown] = paragraphs(word.part('word/document.xml'), 'Articletext')
  expect(shown && textOf(shown, { references: false })).toBe('nul\ufffd bell\ufffd half\ufffd noncharacter\ufffd end')
})

test('E8 a paragraph of a megabyte and ten thousand highlights: the text is what it was', async () => {
  const line = 'Kabul wants the gates open. '
  const words = `${line.repeat(10_000)}\n${'مرز '.repeat(262_144)}`
  const passages = Array.from({ length: 10_000 }, (_, index) => ({
    id: index + 1,
    start: index * line.length,
    end: index * line.length + 26,
  }))
  const shares: number[] = []
  const bytes = await writeDocx(documentOf([section('a', 'Head', [articleText('T', words, passages)])]), async (share) => {
    shares.push(share)
  })
  expect(shares.every((share, index) => share >= (shares[index - 1] ?? 0) && share <= 1)).toBe(true)
  expect(shares.length).toBeGreaterThan(100)
  const source = readWord(bytes).source('word/document.xml')
  const [first = '', second = ''] = source.split('<w:pStyle w:val="Articletext"/>').slice(1)
  const shown = (xml: string): string =>
    [...(xml.split('</w:p>')[0] ?? '').matchAll(/<w:r>(?!<w:rPr><w:rStyle w:val="Reference"\/>)(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)/g)]
      .map(([, found]) => found)
      .join('')
  expect(`${shown(first)}\n${shown(second)}` === words).toBe(true)
  expect(source.split('<w:pStyle w:val="Small"/>')).toHaveLength(10_001)
})

test('a writer that is told to stop stops', async () => {
  const stop = async (): Promise<void> => Promise.reject(new Error('cancelled'))
  await expect(writeDocx(everything(), stop)).rejects.toThrow('cancelled')
})

test('headings, contents and links: every link inside leads to a bookmark that is there', async () => {
  const document = readWord(await writeDocx(everything())).part('word/document.xml')
  const headings = all(document, 'p').filter((one) => /^Heading\d$/.test(styleOf(one) ?? ''))
  expect(headings.map((one) => [styleOf(one), textOf(one)])).toEqual([
    ['Heading1', 'Kabul wants the gates open'],
    ['Heading2', URDU],
    ['Heading3', 'Deepest'],
    ['Heading1', 'Second'],
    ['Heading1', 'Articles'],
    ['Heading1', 'Sources'],
  ])
  const entries = all(document, 'p').filter((one) => /^TOC\d$/.test(styleOf(one) ?? ''))
  expect(entries.map((one) => textOf(one).trim())).toEqual([
    'Kabul wants the gates open  نیا ساحل\u200e, 12 statements',
    `${URDU}\u200e`,
    'Second',
    'Articles',
    'Sources',
  ])
  const names = new Set(all(document, 'bookmarkStart').map((mark) => value(mark, 'name')))
  const anchors = all(document, 'hyperlink').flatMap((link) => value(link, 'anchor') ?? [])
  expect(anchors.length).toBeGreaterThan(10)
  expect(anchors.filter((name) => !names.has(name))).toEqual([])
})

test('scripts: paragraphs and runs from right to left say so, each with its language', async () => {
  const word = readWord(await writeDocx(everything()))
  const document = word.part('word/document.xml')
  const quotes = paragraphs(document, 'Quote').filter((one) => textOf(one) === URDU)
  expect(quotes).toHaveLength(3)
  for (const quote of quotes) {
    expect(all(quote, 'bidi')).toHaveLength(1)
    expect(all(quote, 'r').every((run) => all(run, 'rtl').length === 1 && value(all(run, 'lang')[0], 'bidi') === 'ur-PK')).toBe(true)
  }
  const runs = all(document, 'r')
  const languageOf = (words: string, kind: string): (string | null)[] =>
    runs.filter((run) => run.textContent === words).map((run) => value(all(run, 'lang')[0], kind))
  expect(languageOf(HINDI, 'bidi')).toEqual(['hi-IN'])
  expect(languageOf('停火', 'eastAsia')).toEqual(['zh-CN'])
  const name = runs.find((run) => run.textContent === 'نیا ساحل' && run.parentElement?.localName === 'dir')
  expect(name?.parentElement?.nextElementSibling?.textContent).toBe('\u200e')
  const latin = paragraphs(document, 'Articletext').find((one) => textOf(one) === 'UNAMA said so.')
  expect(latin && all(latin, 'bidi')).toEqual([])
})

test('highlights: ground, lines and frames for what overlaps, a comment on exactly the passage', async () => {
  const word = readWord(await writeDocx(everything()))
  const document = word.part('word/document.xml')
  const comments = all(word.part('word/comments.xml'), 'comment')
  expect(comments.map((one) => value(one, 'author'))).toEqual([
    'Amina Siddiqui',
    'Parley',
    'Amina Siddiqui',
    'Parley',
    'Amina Siddiqui',
    'Parley',
  ])
  expect(new Set(comments.map((one) => value(one, 'date')))).toEqual(new Set(['2026-01-15T00:00:00Z']))
  const the = all(document, 'r').find((run) => run.textContent === 'min')
  expect(the && all(the, 'shd')).toHaveLength(1)
  expect(the && all(the, 'u')).toHaveLength(1)
  expect(the && all(the, 'bdr')).toHaveLength(1)
  const marked = (id: string): string => {
    const ends = (name: string): Element | undefined => all(document, name).find((one) => value(one, 'id') === id)
    const from = ends('commentRangeStart')
    const to = ends('commentRangeEnd')
    if (!from || !to) throw new Error('no range')
    return all(document, 'r')
      .filter((run) => (from.compareDocumentPosition(run) & 4) !== 0 && (to.compareDocumentPosition(run) & 2) !== 0)
      .filter((run) => value(all(run, 'rStyle')[0]) === null)
      .map((run) => run.textContent)
      .join('')
  }
  const chinese = comments.findIndex((one) => one.textContent.startsWith('D16'))
  expect(marked(String(chinese))).toBe(CHINESE.slice(8, 18))
})

test('tables: a head that comes again, rows that stay whole, as wide as the page allows', async () => {
  const document = readWord(await writeDocx(everything())).part('word/document.xml')
  const report = all(document, 'tbl').filter((one) => (value(all(one, 'tblStyle')[0]) ?? '').startsWith('Reporttable'))
  expect(report.length).toBe(4)
  for (const table of report) {
    const rows = all(table, 'tr')
    expect(rows.map((row) => all(row, 'tblHeader').length)).toEqual([1, 0, 0])
    expect(rows.every((row) => all(row, 'cantSplit').length === 1 && all(row, 'tc').length === 3)).toBe(true)
    const widths = all(table, 'gridCol').map((column) => Number(value(column, 'w')))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Number(value(all(table, 'tblW')[0], 'w')))
  }
  expect(all(document, 'tc').every((cell) => cell.lastElementChild?.localName === 'p')).toBe(true)
})

test('a figure is a picture with its words; the page is as large as asked', async () => {
  const word = readWord(await writeDocx(everything()))
  const document = word.part('word/document.xml')
  expect(
    Object.keys(word.files)
      .filter((path) => path.startsWith('word/media/'))
      .toSorted(),
  ).toEqual(['word/media/chart1.png', 'word/media/chart1.svg', 'word/media/logo.png'])
  expect([...document.getElementsByTagName('wp:docPr')].map((one) => one.getAttribute('descr'))).toEqual([
    'Institute',
    'Pakistan has most statements.',
  ])
  expect(value(all(document, 'pgSz')[0], 'w')).toBe('12240')
  const heads = word.source('word/header1.xml') + word.source('word/footer1.xml')
  expect(heads).toMatch(/Restricted.*PAGE.*NUMPAGES/s)
})

test('without a cover the title comes first, and an empty document opens', async () => {
  const document = readWord(await writeDocx(documentOf([section('a', 'Only', [paragraph([text('Words.')])])]))).part('word/document.xml')
  expect(
    all(document, 'p')
      .slice(0, 1)
      .map((one) => [styleOf(one), textOf(one)]),
  ).toEqual([['Title', 'What the parties want']])
  expect(all(readWord(await writeDocx(documentOf([]))).part('word/document.xml'), 'sectPr')).toHaveLength(1)
})

test('an item of a list stays whole: each of its paragraphs keeps with the next, the last one does not', async () => {
  const items = [
    ['Title', 'Byline', 'Record'],
    ['Other title', 'Other byline'],
  ].map((lines) => ({
    blocks: lines.map((line) => paragraph([text(line)])),
  }))
  const word = readWord(await writeDocx(documentOf([{ ...section('a', 'Head', []), blocks: [{ kind: 'list', ordered: true, items }] }])))
  const kept = all(word.part('word/document.xml'), 'p')
    .filter((one) => all(one, 'keepNext').length > 0)
    .map((one) => one.textContent)
  expect(kept).toEqual(expect.arrayContaining(['Title', 'Byline', 'Other title']))
  expect(kept).not.toContain('Record')
  expect(kept).not.toContain('Other byline')
})
