import { describe, expect, it } from 'vitest'
import { documentStarts, joined } from '../../../../src/core/importers/news/lexis-documents.ts'
import { looksLikeNexis, nexisArticles } from '../../../../src/core/importers/news/nexis.ts'
import { authorOf, entryOfDocument } from '../../../../src/core/importers/news/press-document.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { bytesOf } from './fixtures.ts'
import { asProblem, readAs, tableFixture, wordDocument } from './import-tables.ts'

it('sets a blank before the place of an outlet, parts the version from the section, and says the length once', () => {
  const label = (name: string, value: string) => ({ name, value, isCapital: false })
  const labels = [label('section', 'SPORT; Version:3'), label('length', '612 words'), label('length', '640 words')]
  const { outlet, details } = entryOfDocument({
    title: 'A match',
    outlet: 'The Herald(Valley)',
    date: 'October 27, 2025',
    edition: '',
    labels,
    copyright: '',
    paragraphs: ['Words.'],
  })
  expect(outlet).toBe('The Herald (Valley)')
  expect(details).toContainEqual(['section', 'SPORT'])
  expect(details).toContainEqual(['edition', 'Version 3'])
  expect(details?.filter(([name]) => name === 'length')).toEqual([['length', '612 words']])
})

describe('LexisNexis in plain text', () => {
  it('parts the documents, and is not misled by a text that counts documents itself', async () => {
    const { articles, lost } = await readAs('export.TXT', tableFixture('lexis-en.txt'))
    expect(lost).toEqual([])
    expect(articles).toMatchObject([
      {
        title: 'Valley council asks for a second bridge and sets a date for the answer of the ministry',
        outlet: 'Marn Courier (Valley)',
        author: 'OTTO REEV',
        published: '2025-10-27',
        language: 'en',
        details: {
          byline: 'By OTTO REEV in Marn',
          edition: 'Edition 2; Valley Edition',
          section: 'NEWS; Pg. 3',
          length: '96 words',
          graphic: 'The old bridge at Marn, seen from the\nsouth; photograph by the archive',
          publicationType: 'Newspaper',
          journalCode: 'MRC',
          loadDate: '2025-10-28',
          copyright: 'Copyright 2025 Marn Press All Rights Reserved',
        },
      },
      { title: 'Ferry line to close', outlet: 'Harbour Post', author: null, published: '2025-10-28T09:30Z' },
      { title: 'Letters', author: 'Letters', published: '2025-10', text: 'We want the ferry. We want it in March.' },
    ])
    const [first] = articles
    expect(first?.text).toMatch(
      /^Council wants an answer before the snow melts\n\nThe council of Upper Marn asked on Monday for a second bridge across/,
    )
    expect(first?.text).toContain('\n\n8 of 383 DOCUMENTS\n\nNobody at the ministry')
    expect(first?.text).toMatch(/\n\nFirst the bridge,\nthen the road,\nthen the school\.$/)
    expect(articles[1]?.text).toContain('in March. LENGTH: of the notice')
  })

  it('reads labels and counts in other languages', async () => {
    const { articles } = await readAs('export.txt', tableFixture('lexis-de.txt'))
    expect(articles).toMatchObject([
      { title: 'Kein Geld für die Brücke', outlet: 'Talblatt', author: 'Jana Kühl', published: '2025-10-29', language: 'de', details: { section: 'POLITIK; S. 1', loadDate: '2025-10-30' } },
      { title: 'Le bac s’arrête', outlet: 'La Vallée', author: 'Luc Noir', published: '2025-11-03', language: 'fr', details: { length: '12 mots' } },
    ]) // prettier-ignore
  })

  it.each([
    '3 of 10 DOCUMENTS',
    'Document 3 of 10',
    'Dokument 3 von 10',
    '3 von 10 DOKUMENTEN',
    '3 de 10 DOCUMENTS',
    'DOCUMENTO 3 DE 10',
    '3 van 10 DOCUMENTEN',
  ])('begins a document at %s', (count) => {
    expect(documentStarts([count, '', 'A Paper', '', 'May 3, 2025', '', 'A title', '', 'LENGTH: 3 words', '', 'Words.'])).toEqual([0])
    expect(documentStarts([count, '', 'And so he went on about this and that.', '', 'LENGTH: 3 words'])).toEqual([])
  })

  it('puts lines together that were broken to fit, and leaves others', () => {
    expect(joined(['the council of the valley', 'asks for a bridge'], 28)).toBe('the council of the valley asks for a bridge')
    expect(joined(['the bridge,', 'the road'], 28)).toBe('the bridge,\nthe road')
    expect(joined(['the council of the valley', 'asks'], Infinity)).toBe('the council of the valley\nasks')
  })

  it('says what was lost where a document has no text', async () => {
    const text = '1 of 1 DOCUMENTS\n\nA Paper\n\nMay 3, 2025\n\nA title\n\nLENGTH: 3 words\n\nLOAD-DATE: May 4, 2025\n'
    const { articles, lost } = await readAs('a.txt', bytesOf(text))
    expect(articles).toMatchObject([{ text: 'A title\n\nA Paper, 2025-05-03', details: { loadDate: '2025-05-04' } }])
    expect(lost).toEqual([{ code: 'textMissing', count: 1, details: { rows: '1' } }])
  })
})

describe('Nexis Uni', () => {
  const paragraphs = (...texts: string[]): { text: string }[] => texts.map((text) => ({ text }))
  const cover = paragraphs(
    'Date and Time: Monday, 10. November 2025 09:12:00',
    'Documents (3)',
    '1. Ferry line to close',
    'Search Terms: ferry',
    '',
  )
  const first = paragraphs('Ferry line to close', 'Harbour Post', 'October 28, 2025 Tuesday 9:30 AM GMT', '', '\nCopyright 2025 Harbour Post Ltd. All Rights Reserved', 'Section:\u00a0NEWS; Pg. 3', 'Length:\u00a031 words', 'Byline:\u00a0By Lena Voss in Kell', 'Highlight:\u00a0Port wants talks first', 'Body', '', 'The ferry stops in March.', '', 'Body: that was the word on the notice.', 'Classification', '', 'Language:\u00a0ENGLISH', '\nSubject:\u00a0FERRIES (90%)', '\nLoad-Date:\u00a0October 29, 2025', '', '\nEnd of Document') // prettier-ignore
  const second = paragraphs('Kein Geld', 'Talblatt', '29. Oktober 2025 Mittwoch', 'Rubrik:\u00a0POLITIK', 'Länge:\u00a012 Wörter', 'Autor:\u00a0Jana Kühl', 'Hauptteil', 'Das Ministerium lehnt die Forderung nach einer zweiten Brücke ab.', 'Ladedatum:\u00a030. Oktober 2025', 'Ende des Dokuments') // prettier-ignore

  it('skips the cover and the list, and parts the articles at their ends', async () => {
    const reading = await nexisArticles([...cover, ...first, ...second])
    expect(reading?.format).toBe('nexis-docx')
    expect(reading?.articles).toMatchObject([
      {
        title: 'Ferry line to close',
        outlet: 'Harbour Post',
        author: 'Lena Voss',
        published: '2025-10-28T09:30Z',
        language: 'en',
        text: 'Port wants talks first\n\nThe ferry stops in March.\n\nBody: that was the word on the notice.',
        details: { section: 'NEWS; Pg. 3', length: '31 words', subject: 'FERRIES (90%)', loadDate: '2025-10-29', copyright: 'Copyright 2025 Harbour Post Ltd. All Rights Reserved' },
      },
      { title: 'Kein Geld', outlet: 'Talblatt', author: 'Jana Kühl', published: '2025-10-29', language: 'de', text: 'Das Ministerium lehnt die Forderung nach einer zweiten Brücke ab.' },
    ]) // prettier-ignore
    expect(reading?.lost).toEqual([{ code: 'documents', count: 1, details: { expected: 3 } }])
  })

  it('is found inside of a Word document', async () => {
    const texts = [...cover, ...first, ...second].map(({ text }) => text.trim())
    const { format, articles } = await readAs('download.DOCX', wordDocument(texts))
    expect(format).toBe('nexis-docx')
    expect(articles.map(({ title }) => title)).toEqual(['Ferry line to close', 'Kein Geld'])
    const other = await readAs('letter.docx', wordDocument(['To the council', 'We ask for a bridge.']))
    expect({ format: other.format, count: other.articles.length }).toEqual({ format: 'docx', count: 1 })
  })

  it('leaves other documents alone', async () => {
    const letter = paragraphs('To the council', 'May 3, 2025', 'We ask for a bridge.', 'Yours', 'End of Document')
    expect(looksLikeNexis(letter)).toBe(false)
    expect(await nexisArticles(letter)).toBeNull()
    expect(await nexisArticles([])).toBeNull()
    expect(looksLikeNexis(paragraphs('End of Document', 'Body', 'x'))).toBe(false)
  })
})

describe('Factiva', () => {
  it('reads the table of each article in a web page', async () => {
    const { articles, lost } = await readAs('Factiva.htm', tableFixture('factiva.html'))
    expect(articles).toMatchObject([
      {
        title: 'Valley asks for a second bridge',
        text: 'The valley wants a second bridge & a date.\n\nThe council met on Monday.\n\n“We ask for an answer,” it said.',
        outlet: 'Marn Courier',
        author: 'Otto Reev',
        published: '2025-10-27T06:15',
        language: 'en',
        details: { section: 'Valley', length: '37 words', sourceCode: 'MRNC', pages: '3', publisher: 'Marn Press', accession: 'MRNC000020251027elar0001' },
      },
      { title: 'Kein Geld', language: 'de', published: '2025-10-29', details: { accession: 'TALB000020251029ela2' } },
      { title: 'Only a headline', text: 'Only a headline\n\nHarbour Post, 2025-11-01, HARB1' },
    ]) // prettier-ignore
    expect(lost).toEqual([{ code: 'textMissing', count: 1, details: { rows: '3' } }])
  })

  it('reads articles as they are shown, without the letters of fields', async () => {
    const line = (text: string): string => `<div>${text}</div>`
    const shown = (inside: string): string => `<div class="article enArticle"><p></p>${inside}</div>`
    const page = [
      shown(`${line('Valley')}<div id="hd"><span class="enHeadline">A second bridge?</span></div><div class="author">By Otto Reev</div>${['1,037 words', '27 October 2025', '06:15', 'Marn Courier', 'MRNC', '3', 'English', '(c) 2025 Marn Press'].map(line).join('')}<p class="articleParagraph enarticleParagraph">The valley asks.</p><p class="articleParagraph enarticleParagraph">The ministry is silent.</p><p>Document MRNC000020251027elar0001</p>`),
      shown(`<div id="hd"><span class="enHeadline">Ferry to close</span></div>${['12 words', '1 November 2025', 'Harbour Post', 'English'].map(line).join('')}<p class="articleParagraph">The ferry stops.</p>`),
    ] // prettier-ignore
    const { format, articles } = await readAs('a.html', bytesOf(`<!doctype html><html><body>${page.join('<br>')}</body></html>`))
    expect(format).toBe('factiva-html')
    expect(articles).toMatchObject([
      {
        title: 'A second bridge?',
        text: 'The valley asks.\n\nThe ministry is silent.',
        outlet: 'Marn Courier',
        author: 'Otto Reev',
        published: '2025-10-27T06:15',
        language: 'en',
        details: { section: 'Valley', length: '1,037 words', sourceCode: 'MRNC', pages: '3', copyright: '(c) 2025 Marn Press', accession: 'MRNC000020251027elar0001' },
      },
      { title: 'Ferry to close', outlet: 'Harbour Post', published: '2025-11-01', text: 'The ferry stops.', language: 'en' },
    ]) // prettier-ignore
  })

  it('reads XML: paragraphs as they are laid out, names of codes, days without a time', async () => {
    const { articles } = await readAs('export.xml', tableFixture('factiva.xml'))
    expect(articles).toMatchObject([
      {
        title: 'Bridge talks & more',
        text: 'The valley wants a second bridge.\n\nFirst the bridge,\nthen the road.\n\nAn end.',
        author: 'Otto Reev',
        published: '2025-10-27T06:15Z',
        details: { pages: '3; 4', region: 'Marn; Kell', keywords: 'Bridges', descriptors: 'BRI', length: '37' },
      },
      { title: 'Kein Geld', language: 'de', published: '2025-10-29', text: 'Das Ministerium lehnt ab.' },
    ])
  })

  it('refuses XML that is broken off or declares entities, and pages of monstrous depth', async () => {
    const { read } = await import('../../../../src/core/importers/news/read-factiva-xml.ts')
    const xml = Buffer.from(tableFixture('factiva.xml')).toString('utf8')
    expect(asProblem(await read({ name: 'a', bytes: bytesOf(xml.slice(0, 900)) })).problem).toMatchObject({ code: 'damaged' })
    const declared = xml.replace('<PPSResponse>', '<!DOCTYPE x [<!ENTITY a "b">]><PPSResponse>')
    expect(asProblem(await readFile({ name: 'a', bytes: bytesOf(declared) })).problem).toMatchObject({ code: 'unsafe' })
    const page = Buffer.from(tableFixture('factiva.html')).toString('utf8')
    const deep = page.replace('</body>', `${'<div>'.repeat(100_000)}</body>`)
    expect(asProblem(await readFile({ name: 'a', bytes: bytesOf(deep) })).problem).toMatchObject({
      code: 'unsafe',
      details: { reason: 'depth' },
    })
  })
})

it('reads Media Cloud: every outlet its own article, the same report as often as it stands there', async () => {
  const { format, articles, lost } = await readAs('stories.csv', tableFixture('media-cloud.csv'))
  expect(format).toBe('mediacloud-csv')
  expect(articles).toMatchObject([
    { title: 'Ferry, then bridge: the valley waits', outlet: 'One Daily', published: '2025-11-02', language: 'en', details: { accession: '501', subject: 'transport,local', syndicated: 'False' } },
    { title: 'Ferry, then bridge: the valley waits', outlet: 'Two News', published: '2025-11-02T07:15' },
    { outlet: 'Trois Matin', language: 'fr' },
  ]) // prettier-ignore
  expect(new Set(articles.map(({ text }) => text)).size).toBe(3)
  expect(lost).toEqual([{ code: 'textMissing', count: 3, details: { rows: '2–4' } }])
  const odd = await readAs(
    'a.csv',
    bytesOf('title,url,media_name,publish_date,constructor,__proto__\nA,https://a.example,B,2025-01-02,x,y\n'),
  )
  expect(odd.articles[0]?.details).toEqual({ _constructor: 'x', ___proto__: 'y' })
})

it.each([
  ['By Jane Doe', 'Jane Doe'],
  ['BY JANE DOE', 'JANE DOE'],
  ['Von Jana Kühl', 'Jana Kühl'],
  ['Daniel Brix in Upper Marn', 'Daniel Brix'],
  ['Byron Tarn', 'Byron Tarn'],
  ['Staff and agencies', 'Staff and agencies'],
])('takes the author out of %s', (byline, author) => {
  expect(authorOf(byline)).toBe(author)
})
