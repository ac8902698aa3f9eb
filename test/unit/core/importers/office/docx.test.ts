/** Word documents: what is in the text, what is left out and counted, and that nothing of them acts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docxParagraphs } from '../../../../../src/core/importers/office/docx-document.ts'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import { docx, paragraph, run } from '../../../../fixtures/import-office/docx.ts'
import { corpus } from '../../../shared/text/corpus.ts'
import { problemOf, readArticle } from './reading.ts'

/** In two parts, as no address in this project may be a program. */
const SCRIPT = ['javascript', 'alert(1)'].join(':')

const of = (body: string, more = {}): Promise<Awaited<ReturnType<typeof readArticle>>> => readArticle('talks.docx', docx({ body, ...more }))
const style = (id: string, name: string, content = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`

test('paragraphs, headings, line ends, tabs and special hyphens', async () => {
  const { text, article, format } = await of(
    paragraph(run('Talks resume in Geneva'), '<w:pStyle w:val="H1"/>') +
      paragraph('') +
      paragraph(
        `${run('The first ')}${run('round', '<w:b/>')}<w:r><w:t> ended</w:t><w:tab/><w:t>today.</w:t><w:br/><w:t>Nobody</w:t><w:noBreakHyphen/><w:t>spoke.</w:t></w:r>`,
      ),
    { styles: style('H1', 'heading 1') },
  )
  expect(format).toBe('docx')
  expect(text).toBe('Talks resume in Geneva\n\nThe first round ended\ttoday.\nNobody\u2011spoke.')
  expect(article.title).toBe('Talks resume in Geneva')
})

test('numbers of lists are in the text as they are shown', async () => {
  const level = (at: number, format: string, pattern: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
  const item = (text: string, at: number, list = 1): string =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
  const { text } = await of(
    item('one', 0) +
      item('deeper', 1) +
      item('deeper still', 1) +
      item('two', 0) +
      item('again', 1) +
      item('dot', 0, 2) +
      item('restarted', 0, 3),
    {
      numbering:
        `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    },
  )
  expect(text.split('\n')).toEqual(['I. one', 'I.a) deeper', 'I.b) deeper still', 'II. two', 'II.a) again', '• dot', 'V. restarted'])
})

test('cells are apart by a tab, rows by a line end; a table that lays out a page is read cell by cell', async () => {
  const cell = (...texts: string[]): string => `<w:tc>${texts.map((text) => paragraph(run(text))).join('')}</w:tc>`
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
  const { text } = await of(
    paragraph(run('Before')) +
      `<w:tbl>${row(cell('Party'), cell('Votes'))}${row(cell('North', 'and East'), cell(''), cell('12'))}</w:tbl>` +
      paragraph(run('Between')) +
      `<w:tbl>${row(cell('a', 'b', 'c', 'd'), cell('e'))}</w:tbl>`,
  )
  expect(text).toBe('Before\n\nParty\tVotes\nNorth and East\t\t12\n\nBetween\n\na\nb\nc\nd\ne')
})

test('notes stand at the end behind their marks, in the order of the text', async () => {
  const note = (kind: string, id: number, text: string): string =>
    `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`
  const { text } = await of(
    paragraph(
      `${run('One')}<w:r><w:footnoteReference w:id="5"/></w:r>${run(' two')}<w:r><w:endnoteReference w:id="2"/></w:r>${run(' three')}<w:r><w:footnoteReference w:id="3"/></w:r>`,
    ),
    {
      footnotes: note('footnote', 3, ' second') + note('footnote', 5, ' first') + note('footnote', 9, 'unused'),
      endnotes: note('endnote', 2, 'end'),
    },
  )
  expect(text).toBe('One[1] two[i] three[2]\n\n[1] first\n[2] second\n[i] end')
})

test('insertions are in, deletions out and counted; moved text comes once', async () => {
  const { text, lost } = await of(
    paragraph(
      `${run('Kept ')}<w:ins w:id="1">${run('inserted ')}</w:ins><w:del w:id="2"><w:r><w:delText>deleted</w:delText></w:r></w:del>` +
        `<w:moveFrom w:id="3">${run('moved ')}</w:moveFrom><w:moveTo w:id="4">${run('moved')}</w:moveTo>`,
      '<w:rPr><w:del w:id="9"/></w:rPr>',
    ) + paragraph(run(' and joined'), '<w:pPrChange w:id="5"><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange>'),
  )
  expect(text).toBe('Kept inserted moved and joined')
  expect(lost).toEqual({ deleted: 1 })
})

test('hidden text is out and counted, by itself, by its style, and not where it is shown again', async () => {
  const { text, lost } = await of(
    paragraph(
      run('Seen ') +
        run('hidden', '<w:vanish/>') +
        run(' still hidden', '<w:vanish w:val="true"/>') +
        run('seen.', '<w:vanish w:val="0"/>'),
    ) +
      paragraph(run('by style'), '<w:pStyle w:val="Secret"/>') +
      paragraph(run('shown', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Child"/>'),
    { styles: style('Secret', 'Secret', '<w:rPr><w:vanish/></w:rPr>') + style('Child', 'Child', '<w:basedOn w:val="Secret"/>') },
  )
  expect(text).toBe('Seen seen.\n\nshown')
  expect(lost).toEqual({ hidden: 2 })
})

test('results of fields are in, their instructions out; links are words', async () => {
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
  const { text } = await of(
    paragraph(
      `${run('On ')}${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('begin')}${run('inner')}${field('separate')}${run('nested')}${field('end')}${field('separate')}${run('3 May')}${field('end')}` +
        `<w:hyperlink r:id="l1">${run(' a link')}</w:hyperlink><w:fldSimple w:instr="AUTHOR">${run(' by her')}</w:fldSimple>`,
    ),
    { links: [['l1', 'hyperlink', 'https://example.invalid/']] },
  )
  expect(text).toBe('On 3 May a link by her')
})

test('text boxes come once, behind the paragraph they hang on; placeholders are no text', async () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`
  const { text, lost } = await of(
    paragraph(
      `${run('Around ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('In the box')}</wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox>${box('In the box')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('it')}`,
    ) +
      paragraph('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>') +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Click here'))}</w:sdtContent></w:sdt>` +
      paragraph(run('End')),
  )
  expect(text).toBe('Around it\n\nIn the box\n\nEnd')
  expect(lost).toEqual({ pictures: 1 })
})

test('headers and comments are left out and counted; properties are proposed with care', async () => {
  const { text, lost, article } = await of(paragraph(run('A statement by the ministry about the border.')), {
    header: paragraph(run('Page 1')),
    comments: '<w:comment w:id="1"/><w:comment w:id="2"/>',
    core: '<dc:title>Statement on the border</dc:title><dc:creator>Ada Green</dc:creator><dcterms:created>2025-10-29T08:00:00Z</dcterms:created>',
  })
  expect(text).toBe('A statement by the ministry about the border.')
  expect(lost).toEqual({ comments: 2, headersFooters: 1 })
  expect(article).toMatchObject({
    title: 'Statement on the border',
    author: 'Ada Green',
    published: null,
    details: { created: '2025-10-29T08:00:00' },
  })
})

test.each(['Microsoft Word - press.docx', 'untitled', 'Document1', 'final_v2', 'press release.pdf', '   '])(
  '%j is no title',
  async (title) => {
    const { article } = await of(paragraph(run('The ministers met in Geneva.')) + paragraph(run('They will meet again.')), {
      core: `<dc:title>${title}</dc:title><dc:creator>Administrator</dc:creator>`,
    })
    expect(article).toMatchObject({ title: 'The ministers met in Geneva', author: null })
  },
)

describe('D16 what acts or fetches is inert, listed, and never opened', () => {
  test('links, templates, objects, inserted pages, programs and foreign XML', async () => {
    const { text, lost } = await of(
      paragraph(
        ['js', 'data', 'file', 'smb', 'web'].map((id) => `<w:hyperlink r:id="${id}">${run(`${id} `)}</w:hyperlink>`).join('') +
          run('&lt;img src=x onerror=alert(1)&gt;'),
      ) + '<w:altChunk r:id="chunk"/>',
      {
        links: [
          ['js', 'hyperlink', SCRIPT],
          ['data', 'hyperlink', 'data:text/html,x'],
          ['file', 'hyperlink', 'file:///etc/passwd'],
          ['smb', 'hyperlink', 'smb://server/share'],
          ['web', 'hyperlink', 'https://example.invalid/'],
          ['pic', 'image', 'file:///etc/passwd'],
          ['chunk', 'aFChunk', 'chunk.html'],
        ],
        settingsLinks: [['t', 'attachedTemplate', 'http://example.invalid/evil.dotm']],
        files: {
          'word/vbaProject.bin': 'Sub AutoOpen',
          'word/embeddings/oleObject1.bin': 'x',
          'word/chunk.html': '<script>alert(1)</script>',
          'customXml/item1.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        },
      },
    )
    expect(text).toBe('js data file smb web <img src=x onerror=alert(1)>')
    expect(lost).toEqual({ altChunks: 1, macros: 1, embedded: 1, templates: 1, linkedFiles: 1, links: 4 })
  })

  test('a declared document type in its text is refused', async () => {
    const bytes = docx({ body: '', files: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' } })
    expect(await problemOf('x.docx', bytes)).toBe('unsafe doctype')
  })

  test('only addresses of the web are handed on, as text', async () => {
    const found = await docxParagraphs(
      docx({
        body: paragraph(
          `${run('see ')}<w:hyperlink r:id="a">${run('there', '<w:b/>')}</w:hyperlink><w:hyperlink r:id="b">${run('!')}</w:hyperlink>`,
        ),
        links: [
          ['a', 'hyperlink', 'https://example.invalid/x'],
          ['b', 'hyperlink', SCRIPT],
        ],
      }),
    )
    if ('code' in found) throw new Error('not read')
    expect(found.paragraphs[0]).toMatchObject({
      text: 'see there!',
      bold: false,
      boldSpans: [{ start: 4, end: 9 }],
      links: [
        { start: 4, end: 9, text: 'there', url: 'https://example.invalid/x' },
        { start: 9, end: 10, text: '!', url: null },
      ],
    })
  })
})

describe('D17 by content, not by name', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  test.each<[string, Uint8Array, string | null]>([
    ['an old .doc', Uint8Array.from([...ole, ...new Uint8Array(600)]), 'format DOC'],
    [
      'a locked document',
      Uint8Array.from([...ole, ...new Uint8Array(600), ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'format encrypted',
    ],
    ['a program', Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)]), 'binary EXE'],
    ['an archive of anything', docx({ body: '' }).slice(0, 40), 'binary ZIP'],
    ['nothing', new Uint8Array(), 'empty'],
    ['one byte', Uint8Array.of(0x50), null],
    ['no words', docx({ body: paragraph(run(' ')) }), 'no-text'],
    [
      'no main part',
      docx({
        body: '',
        files: { '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="gone.xml"/></Relationships>' },
      }),
      'damaged missing',
    ],
  ])('%s called .docx', async (_, bytes, problem) => {
    expect(await problemOf('x.docx', bytes)).toBe(problem)
  })

  test('a Word document is one under any name', async () => {
    expect((await readArticle('photo.jpg', docx({ body: paragraph(run('Words')) }))).format).toBe('docx')
  })
})

test('no document makes the reader throw', async () => {
  const names = [
    'p',
    'r',
    't',
    'tbl',
    'tr',
    'tc',
    'del',
    'ins',
    'hyperlink',
    'fldChar',
    'pPr',
    'rPr',
    'numPr',
    'txbxContent',
    'footnoteReference',
    'sym',
    'ruby',
  ]
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.string({ maxLength: 5 }).map((text) => text.replace(/[<>&\p{C}]/gu, '')),
      fc
        .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, inside]) => `<w:${name} w:id="1" w:val="1">${inside.join('')}</w:${name}>`),
    ),
  })).node
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (body) => {
      const reading = await readFile({ name: 'x.docx', bytes: docx({ body: body.join('') }) })
      expect(['articles', 'problem']).toContain(reading.kind)
    }),
    { numRuns: 60 },
  )
})

describe.skipIf(!corpus)('real files', () => {
  const bytes = (): Uint8Array => new Uint8Array(readFileSync(join(corpus ?? '', 'news-db/nexis-uni-sample.DOCX')))

  test('a download of ten articles: paragraphs with styles, bold and links in order', async () => {
    const found = await docxParagraphs(bytes())
    if ('code' in found) throw new Error('not read')
    const texts = found.paragraphs.map(({ text }) => text.trim())
    expect(texts.filter((text) => text === 'End of Document')).toHaveLength(10)
    expect(found.paragraphs.find(({ text }) => text.trim() === 'Body')?.bold).toBe(true)
    expect(found.paragraphs.flatMap(({ links }) => links).every(({ url }) => url === null || url.startsWith('https://'))).toBe(true)
    expect(found.paragraphs.some(({ links }) => links.length > 0)).toBe(true)
  })

  test('spoilt real files are read or refused, never more', async () => {
    const good = bytes()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), async (changes) => {
        const spoilt = good.slice()
        for (const [at, value] of changes) spoilt[at] = value
        const found = await docxParagraphs(spoilt)
        expect('code' in found ? ['damaged', 'unsafe'] : ['read']).toContain('code' in found ? found.code : 'read')
      }),
      { numRuns: 15 },
    )
  })
})

describe('D17 what is locked is called what its name says, as nothing else does', () => {
  const locked = Buffer.concat([
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  test.each([
    ['a.docx', 'docx', 'DOCX'],
    ['a.xlsx', 'xlsx', 'XLSX'],
    ['a.XLSM', 'xlsx', 'XLSX'],
    ['a.pptx', 'docx', 'Office'],
  ])('%s', async (name, format, called) => {
    expect(await readFile({ name, bytes: locked })).toEqual({
      kind: 'problem',
      format,
      problem: { code: 'format', details: { format: called, reason: 'encrypted' } },
    })
  })
})
