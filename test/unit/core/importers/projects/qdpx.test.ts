/** REFI-QDA projects: what every program writes differently, and what must not be believed. */
import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../../src/core/importers/read-file.ts'
import type { Reading, ReadProject } from '../../../../../src/core/importers/types.ts'
import { code, codes, coding, guid, projectXml, qdpx, selection, source, sources, users, type QdpxParts } from './qdpx.ts'

const read = (parts: QdpxParts): Promise<Reading> => readFile({ name: 'p.qdpx', bytes: qdpx(parts) })
async function project(parts: QdpxParts): Promise<ReadProject & { quotes: string[]; losses: Record<string, number> }> {
  const reading = await read(parts)
  if (reading.kind !== 'project') throw new Error(JSON.stringify(reading))
  const texts = new Map(reading.project.articles.map(({ key, text }) => [key, text]))
  const quotes = reading.project.annotations.map(({ article, start, end }) => texts.get(article)?.slice(start, end) ?? '')
  return { ...reading, quotes, losses: Object.fromEntries(reading.lost.map((loss) => [loss.code, loss.count])) }
}
const problem = async (parts: QdpxParts): Promise<string> => {
  const reading = await read(parts)
  return reading.kind === 'problem' ? `${reading.problem.code} ${reading.problem.details['reason'] ?? ''}`.trim() : reading.kind
}

const TEXT = 'One\r\nTwo 😀 three\r\nfour five six'

describe('REFI-QDA projects', () => {
  test('codes, people, comments, memos and variables come along', async () => {
    const { project: found, quotes } = await project({
      inside:
        users +
        codes(code(10, 'Border', `<Description>Crossings</Description>${code(11, 'Ferries')}`)) +
        `<Variables><Variable guid="${guid(20)}" name="Desk" typeOfVariable="Text"/></Variables>` +
        sources(
          `<TextSource guid="${guid(30)}" name="Talks" plainTextPath="internal://a.txt"><Description>From the desk</Description>${selection(
            {
              n: 40,
              start: 0,
              end: 3,
              inside: `<Description>A comment</Description>${coding(50, 10)}${coding(51, 11)}${coding(52, 11, 2)}<NoteRef targetGUID="${guid(60)}"/>`,
            },
          )}<VariableValue><VariableRef targetGUID="${guid(20)}"/><TextValue>World</TextValue></VariableValue></TextSource>`,
        ) +
        `<Notes><Note guid="${guid(60)}" name="Memo"><PlainTextContent>Look again</PlainTextContent></Note></Notes>`,
      sources: { 'a.txt': 'One two three' },
    })
    expect(found.articles).toMatchObject([{ uid: guid(30), title: 'Talks', note: 'From the desk', details: { Desk: 'World' } }])
    expect(found.codes).toMatchObject([
      { uid: guid(10), name: 'Border', parent: null, colour: '#ff0000', definition: 'Crossings' },
      { uid: guid(11), name: 'Ferries', parent: guid(10) },
    ])
    expect(quotes).toEqual(['One', 'One'])
    const note = 'A comment\n\nMemo\nLook again'
    expect(found.annotations).toMatchObject([
      { uid: guid(40), codes: [guid(10), guid(11)], coder: 'Ada', note },
      { codes: [guid(11)], coder: 'Bo', note },
    ])
  })

  test('any name of the project file, Sources in capitals, a later version, GUIDs with braces, paths without a scheme', async () => {
    const { quotes, project: found } = await project({
      projectFile: 'My study.QDE',
      folder: 'Sources',
      namespace: 'urn:QDA-XML:project:1.5',
      sources: { 'a.txt': 'One two' },
      inside:
        codes(`<Code guid="{${guid(10).toUpperCase()}}" name="Border" isCodable="true"/>`) +
        sources(source(30, 'a.txt', selection({ n: 40, start: 4, end: 7, inside: coding(50, 10) }))),
    })
    expect(quotes).toEqual(['two'])
    expect(found.annotations[0]?.codes).toEqual([guid(10)])
  })

  test.each([
    ['NVivo for Windows 12.6', 5, 11, 'Two 😀'],
    ['MAXQDA 2022', 5, 10, 'Two 😀'],
    ['ATLAS.ti 8.4.0', 4, 9, 'Two 😀'],
    ['QualCoder', 5, 10, 'Two 😀'],
  ])('D15 %s: its positions are counted as it counts them, behind the byte order mark', async (origin, start, end, quote) => {
    const { quotes, losses } = await project({
      origin,
      sources: { 'a.txt': `\ufeff${TEXT}` },
      inside: sources(source(30, 'internal://a.txt', selection({ n: 40, start, end }))),
    })
    expect(quotes).toEqual([quote])
    expect(losses).toEqual({})
  })

  test('D15 words that selections carry decide over the name of the program, and it is said', async () => {
    const { quotes, losses } = await project({
      origin: 'NVivo',
      sources: { 'a.txt': TEXT },
      inside: sources(
        source(
          30,
          'internal://a.txt',
          selection({ n: 40, start: 4, end: 15, name: 'Two 😀 three' }) +
            selection({ n: 41, start: 16, end: 25, name: 'four five…' }) +
            selection({ n: 42, start: 26, end: 29 }),
        ),
      ),
    })
    expect(quotes).toEqual(['Two 😀 three', 'four five', 'six'])
    expect(losses).toEqual({ 'counted-otherwise': 1 })
  })

  test('D15 a selection whose words are elsewhere is reported, and not moved in silence', async () => {
    const { quotes, losses } = await project({
      sources: { 'a.txt': 'The harbour reopens today and ferries sail again' },
      inside: sources(source(30, 'internal://a.txt', selection({ n: 40, start: 0, end: 11, name: 'ferries sail again' }))),
    })
    expect(quotes).toEqual(['The harbour'])
    expect(losses).toEqual({ 'selections-unverified': 1 })
  })

  test.each([
    'internal://../../secret/s.txt',
    'absolute:///etc/passwd',
    'relative://../x',
    'relative:///a.txt',
    'file:///etc/passwd',
    '\\\\srv\\x',
    'internal://b.txt',
    'internal://sub/a.txt',
    'internal://',
    'http://example.invalid/a.txt',
  ])('D10 %s is not in the archive, and nothing is opened', async (path) => {
    const {
      project: found,
      losses,
      lost,
    } = await project({
      sources: { 'a.txt': 'One two', 'sub/a.txt': 'Other' },
      inside: sources(source(30, path, selection({ n: 40, start: 0, end: 3 }), 'Secret'), source(31, 'internal://a.txt')),
    })
    expect(found.articles.map(({ title }) => title)).toEqual(['Text 31'])
    expect(losses).toEqual({ 'sources-missing': 1, 'annotations-without-article': 1 })
    expect(lost[0]?.details).toEqual({ names: 'Secret' })
  })

  test('D11 names of sources are data: ways upwards, NUL, any length, twice the same', async () => {
    const names = ['../../escaped', 'a/b\\c', 'x'.repeat(300), 'Same', 'Same']
    const { project: found } = await project({
      sources: { 'a.txt': 'One two' },
      inside: sources(...names.map((name, index) => source(30 + index, 'internal://a.txt', '', name))),
    })
    expect(found.articles.map(({ title }) => title)).toEqual(names)
    expect(found.articles.map(({ original }) => original?.name)).toEqual(names.map(() => 'a.txt'))
  })

  test('D12 any document type declaration is refused', async () => {
    const declared = [
      '<!DOCTYPE Project [<!ENTITY a "b">]>',
      '<!DOCTYPE Project SYSTEM "file:///etc/passwd">',
      '<!DOCTYPE Project SYSTEM "http://example.invalid/x.dtd">',
      '<!DOCTYPE Project [<!ENTITY % p SYSTEM "http://example.invalid/p"> %p;]>',
      `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]>`,
    ]
    for (const doctype of declared) expect(await problem({ xml: projectXml({}).replace('?>', `?>${doctype}`) })).toBe('unsafe doctype')
    const { losses } = await project({
      inside: '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
    })
    expect(losses).toEqual({})
  })

  test('D13 too deep, too many references, not UTF-8, NUL: refused; UTF-16 with a mark is read', async () => {
    const deep = codes('<Code name="x">'.repeat(200_000) + '</Code>'.repeat(200_000))
    expect(await problem({ inside: deep })).toBe('unsafe xml-depth')
    expect(await problem({ inside: `<Description>${'&#65;'.repeat(1_000_001)}</Description>` })).toBe('unsafe xml-references')
    expect(await problem({ xml: Uint8Array.of(...new TextEncoder().encode(projectXml({})).slice(0, 60), 0xff, 0xfe) })).toBe(
      'damaged encoding',
    )
    expect(await problem({ xml: projectXml({ inside: '\0' }) })).toBe('damaged xml')
    const wide = Buffer.from(`\ufeff${projectXml({}).replace('utf-8', 'utf-16')}`, 'utf16le')
    expect((await read({ xml: wide })).kind).toBe('project')
  })

  test('D14 positions that are none and codes that are unknown are counted, the rest comes in', async () => {
    const bad = [
      ['5', '2'],
      ['-1', '3'],
      ['0', '999'],
      ['NaN', '3'],
      ['9007199254740992', '9007199254740993'],
      ['1e3', '2'],
      ['', '3'],
      ['3', '3'],
    ] as const
    const { quotes, losses } = await project({
      sources: { 'a.txt': 'One two three' },
      inside:
        codes(code(10, 'Border')) +
        sources(
          source(
            30,
            'internal://a.txt',
            bad.map(([start, end], index) => selection({ n: 100 + index, start, end })).join('') +
              selection({ n: 40, start: 0, end: 3, inside: coding(50, 99) }) +
              selection({ n: 41, start: 4, end: 7, inside: coding(51, 10) + coding(52, 98) }) +
              selection({ n: 41, start: 0, end: 3, inside: coding(53, 10) }),
          ),
        ),
    })
    expect(quotes).toEqual(['two'])
    expect(losses).toEqual({ 'annotations-outside': bad.length, 'codes-unknown': 2, 'guids-twice': 1 })
  })

  test('D14 a code within itself is one code', async () => {
    const { project: found, losses } = await project({ inside: codes(code(10, 'Border', code(10, 'Border', code(11, 'Ferries')))) })
    expect(found.codes?.map(({ name, parent }) => [name, parent])).toEqual([
      ['Border', null],
      ['Ferries', guid(10)],
    ])
    expect(losses).toEqual({ 'guids-twice': 1 })
  })

  test('D14 very many selections are read', async () => {
    const text = 'word '.repeat(1_000)
    const many = Array.from(
      { length: 20_000 },
      (_, n) => `<PlainTextSelection guid="${guid(n + 1_000)}" startPosition="${(n % 900) * 5}" endPosition="${(n % 900) * 5 + 4}"/>`,
    )
    const { quotes } = await project({ sources: { 'a.txt': text }, inside: sources(source(30, 'internal://a.txt', many.join(''))) })
    expect(quotes).toHaveLength(20_000)
    expect(new Set(quotes)).toEqual(new Set(['word']))
  })

  test('what has no place here is told by kind, with names', async () => {
    const { lost } = await project({
      inside:
        `<Cases><Case guid="${guid(1)}" name="Venn"/></Cases>` +
        sources(
          `<PictureSource guid="${guid(2)}" name="quay.jpg"><PictureSelection guid="${guid(3)}"/></PictureSource>`,
          `<PDFSource guid="${guid(4)}" name="note.pdf"><Representation guid="${guid(5)}"><PlainTextContent>Text of it</PlainTextContent></Representation></PDFSource>`,
          `<AudioSource guid="${guid(6)}" name="call.m4a"/>`,
          `<TextSource guid="${guid(7)}" name="only.docx" richTextPath="internal://only.docx"/>`,
        ) +
        `<Sets><Set guid="${guid(8)}" name="Round one"/></Sets><Links><Link guid="${guid(9)}"/></Links><Graphs><Graph guid="${guid(12)}" name="Map"/></Graphs>`,
    })
    expect(Object.fromEntries(lost.map((loss) => [loss.code, loss.details?.['names'] ?? loss.count]))).toEqual({
      'sources-rich': 'only.docx',
      pictures: 'quay.jpg',
      pdfs: 'note.pdf',
      audio: 'call.m4a',
      cases: 'Venn',
      sets: 'Round one',
      graphs: 'Map',
      links: 1,
      'media-selections': 1,
    })
  })

  test('no project file, or two of them, or another root: refused', async () => {
    expect(await problem({ projectFile: 'a/project.qde' })).toMatch(/^binary/)
    expect(await problem({ sources: {}, folder: '.', xml: '<Other xmlns="urn:QDA-XML:project:1.0"/>' })).toBe('damaged not-a-project')
    expect(await problem({ namespace: 'urn:other' })).toBe('damaged not-a-project')
  })
})

describe('REFI-QDA codebooks', () => {
  const qdc = (inside: string): Promise<Reading> =>
    readFile({
      name: 'c.qdc',
      bytes: new TextEncoder().encode(
        `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${inside}</Codes></CodeBook>`,
      ),
    })

  test('codes come in as a project without texts; a broken off file is refused', async () => {
    const reading = await qdc(code(10, 'Border', code(11, 'Ferries')))
    expect(reading).toMatchObject({
      kind: 'project',
      format: 'qdc',
      project: { articles: [], codes: [{ name: 'Border' }, { name: 'Ferries' }] },
    })
    const bytes = new TextEncoder().encode('<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code gu')
    expect(await readFile({ name: 'c.qdc', bytes })).toMatchObject({
      kind: 'problem',
      problem: { code: 'damaged', details: { reason: 'xml' } },
    })
  })

  test('D29 names of any size and kind are names; too many codes are refused', async () => {
    const reading = await qdc(code(10, '<script>alert(1)</script>') + code(11, '../../x') + code(12, 'x'.repeat(1_000_000)))
    if (reading.kind !== 'project') throw new Error(JSON.stringify(reading))
    expect(reading.project.codes?.map(({ name }) => name.slice(0, 30))).toEqual(['<script>alert(1)</script>', '../../x', 'x'.repeat(30)])
    expect(reading.project.codes?.every(({ name }) => name.length <= 300)).toBe(true)
    const many = Array.from({ length: 100_000 }, (_, n) => `<Code guid="${guid(n)}" name="c${n}"/>`).join('')
    expect(await qdc(many)).toMatchObject({ kind: 'problem', problem: { code: 'too-many' } })
  })
})
