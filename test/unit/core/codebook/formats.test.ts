/** Formats of a codebook: what comes back, what is refused, and cells that no spreadsheet can run. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HUES } from '../../../../src/core/exporters/styles/palette.ts'
import { readCsv, writeCsv } from '../../../../src/core/exporters/csv.ts'
import { inertCell, plainCell } from '../../../../src/shared/text/inert-cell.ts'
import type { CodebookFile } from '../../../../src/core/codebook/file.ts'
import { nearestHue } from '../../../../src/core/codebook/formats/colour.ts'
import { readCodebookCsv, writeCodebookCsv } from '../../../../src/core/codebook/formats/csv.ts'
import { joinGuidance, splitGuidance } from '../../../../src/core/codebook/formats/guidance.ts'
import { readJson, writeJson } from '../../../../src/core/codebook/formats/json.ts'
import { readQdc, writeQdc } from '../../../../src/core/codebook/formats/qdc.ts'
import { parseXml } from '../../../../src/core/codebook/formats/xml.ts'
import { readCodebook } from '../../../../src/core/codebook/read.ts'
import { hueSchema } from '../../../../src/shared/domain/codebook.ts'
import { expectValidQdc } from './qdc-schema.ts'

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const prose = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'Use when:',
    'def\n\nUse when:\nin the definition',
    '\\Use when:\n',
    'Do not use when:\nx\n\n',
    '\\\\Do not use when:',
    '=1+1',
    '-2',
    '@x',
    'a\nb',
    'a\r\nb',
    "'=x",
    '<b>&amp;"',
    'چه وقت؟',
  ),
)
const row = fc.record({
  name,
  above: fc.option(fc.nat({ max: 5 })),
  hue: fc.constantFrom(...hueSchema.options),
  definition: prose,
  useWhen: prose,
  useNot: prose,
  retired: fc.boolean(),
})
const codebook = fc.record({
  tags: fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ name: one }) => one }),
  issues: fc.uniqueArray(row, { maxLength: 6, selector: ({ name: one }) => one }),
})
type Rows = typeof codebook extends fc.Arbitrary<infer T> ? T : never

function fileOf({ tags, issues }: Rows): CodebookFile {
  const rows = (list: Rows['tags'], part: string) => {
    const done: CodebookFile['issues'] = []
    list.forEach(({ name: own, above, ...rest }, at) => {
      const path = [...(above === null ? [] : (done[above % Math.max(at, 1)]?.path ?? [])), own]
      done.push({ ...rest, path, uid: `00000000-0000-4000-8000-${part}${String(at).padStart(11, '0')}` })
    })
    return done
  }
  return { name: 'Talks', description: '', tags: rows(tags, '1') as CodebookFile['tags'], issues: rows(issues, '2'), parties: [] }
}
const byPath = <T extends { path: readonly string[] }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => JSON.stringify(a.path).localeCompare(JSON.stringify(b.path)))

describe('CSV', () => {
  test('E3 no cell begins like a formula, and every text comes back', () => {
    for (const text of ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', ' =1', '"=1', ';=1', '%0A=1', "'=1", "'\t", '\n=']) {
      expect(inertCell(text), text).toBe(`'${text}`)
      expect(plainCell(inertCell(text))).toBe(text)
    }
    for (const text of ['Demand', "'tis", 'a=b', '5', '']) expect(inertCell(text)).toBe(text)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plainCell(inertCell(text)) === text))
  })

  test('rows come back whatever they hold; other separators and an unclosed quote are known', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(readCsv(writeCsv(rows), 10_000)).toEqual({ rows, open: null })
      }),
    )
    expect(readCsv('path;kind\r\nA › B;tag\n"C;D";\n', 10).rows).toEqual([
      ['path', 'kind'],
      ['A › B', 'tag'],
      ['C;D', ''],
    ])
    expect(readCsv('sep=|\npath|kind\nA|tag', 10).rows).toEqual([
      ['path', 'kind'],
      ['A', 'tag'],
    ])
    expect(readCsv('path,kind\n"A,tag\n', 10)).toEqual({ rows: [['path', 'kind']], open: 2 })
  })

  test('tags and issues come back as they were', () => {
    fc.assert(
      fc.property(codebook, (made) => {
        const file = fileOf(made)
        const { file: back, problems } = readCodebookCsv(writeCodebookCsv(file), 'issues')
        expect(problems).toEqual([])
        const known = (rows: CodebookFile['issues']) =>
          byPath(rows).map(({ path, uid, hue, definition, useWhen, useNot, retired }) => ({
            path,
            uid,
            hue,
            definition,
            useWhen,
            useNot,
            retired,
          }))
        expect(known(back?.tags ?? [])).toEqual(known(file.tags))
        expect(known(back?.issues ?? [])).toEqual(known(file.issues))
      }),
    )
  })

  test('a table made by hand needs only paths; what cannot be read is named by its row', () => {
    const { file, problems } = readCodebookCsv('path,colour\nBorder › Crossings,#ff0000\n,\nTrade,nosuch\n', 'issues')
    expect(file?.issues).toMatchObject([{ path: ['Border', 'Crossings'], hue: 'vermilion' }, { path: ['Trade'] }])
    expect(file?.issues[0]?.definition).toBeUndefined()
    expect(problems).toMatchObject([
      { code: 'row', details: { row: 3 } },
      { code: 'colour', details: { colour: 'nosuch' } },
    ])
    expect(readCodebookCsv('a,b\n1,2\n', 'issues').problems).toEqual([{ code: 'not-a-codebook', details: {} }])
  })
})

describe('REFI-QDA', () => {
  test('what is written is valid, and tags and issues come back with their uid, hue and guidance', () => {
    fc.assert(
      fc.property(codebook, (made) => {
        const file = fileOf(made)
        const { text, lost } = writeQdc(file, { tags: 'Tags', issues: 'Issues' })
        expectValidQdc(text)
        if (lost > 0) return
        const { file: back, problems } = readQdc(text, 'issues')
        expect(problems).toEqual([])
        const known = (rows: CodebookFile['issues']) =>
          byPath(rows).map(({ path, uid, hue, ...guidance }) => ({ path, uid, hue, text: joinGuidance(guidance) }))
        expect(known(back?.tags ?? [])).toEqual(known(file.tags))
        expect(known(back?.issues ?? [])).toEqual(known(file.issues))
      }),
    )
  })

  test('codes of another program come in with braces, any case, short colours, and become what was asked for', () => {
    const xml = `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="Other"><Codes>
      <Code guid="{5215CC69-B628-4E02-AFB9-9BEEAEE55808}" name=" Topics " isCodable="false"><Description>Of all.</Description>
        <Code guid="not-a-guid" name="Tax" isCodable="true" color="#fc0"/><Code guid="" name="" isCodable="true"><Code guid="1" name="Deep" isCodable="true"/></Code></Code>
      </Codes><Sets><Set guid="5215cc69-b628-4e02-afb9-9beeaee55809" name="S"/></Sets></CodeBook>`
    const { file, problems } = readQdc(xml, 'tags')
    expect(file?.issues).toEqual([])
    expect(file?.tags).toMatchObject([
      { path: ['Topics'], uid: '5215cc69-b628-4e02-afb9-9beeaee55808', definition: 'Of all.' },
      { path: ['Topics', 'Tax'], uid: null, hue: 'amber' },
      { path: ['Topics', 'Deep'] },
    ])
    expect(problems.map((problem) => problem.code)).toEqual(['name-missing', 'sets'])
    expect(readQdc(xml, 'issues').file?.issues).toHaveLength(3)
  })

  test('entities from outside and from inside are refused before anything is read', () => {
    const codes = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="&x;" isCodable="true"/></Codes></CodeBook>'
    const outside = `<!DOCTYPE CodeBook [<!ENTITY x SYSTEM "file:///etc/passwd">]>${codes}`
    const laughs = `<!DOCTYPE CodeBook [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">]>${codes}`
    for (const xml of [outside, laughs, `<!DOCTYPE CodeBook SYSTEM "http://example.invalid/x.dtd">${codes}`])
      expect(readQdc(xml, 'issues')).toMatchObject({ file: null, problems: [{ code: 'doctype' }] })
    expect(readQdc(codes, 'issues')).toMatchObject({ file: null, problems: [{ code: 'xml' }] })
  })

  test('cut, nested without end, of another kind: said, never half read', () => {
    const deep = (levels: number): string =>
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${'<Code name="a">'.repeat(levels)}${'</Code>'.repeat(levels)}</Codes></CodeBook>`
    expect(readQdc(deep(5_000), 'issues').problems).toMatchObject([{ code: 'too-deep' }])
    expect(readQdc('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code name="a"', 'issues').problems).toMatchObject([{ code: 'xml' }])
    expect(readQdc('<html xmlns="http://www.w3.org/1999/xhtml"></html>', 'issues').problems).toMatchObject([{ code: 'not-a-codebook' }])
    expect(() => parseXml('')).toThrow('xml')
    const many = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${'<Code name="a"/>'.repeat(100_001)}</Codes></CodeBook>`
    expect(readQdc(many, 'issues').problems).toMatchObject([{ code: 'too-many' }])
  })
})

describe('JSON', () => {
  test('comes back whole; a later version and strangers are refused; one bad row stops no other', () => {
    fc.assert(
      fc.property(codebook, (made) => {
        expect(readJson(writeJson(fileOf(made)))).toEqual({ file: fileOf(made), problems: [] })
      }),
    )
    expect(readJson('{"parley":"codebook","version":2}').problems).toMatchObject([{ code: 'newer' }])
    for (const text of ['[]', '{}', 'null', '{"parley":"report","version":1}']) expect(readJson(text)).toMatchObject({ file: null })
    expect(readJson('{"parley"').problems).toMatchObject([{ code: 'unreadable' }])
    const mixed = readJson(
      JSON.stringify({
        parley: 'codebook',
        version: 1,
        tags: [
          { path: ['A'], letter: 'ab' },
          { path: ['B'], surplus: 1 },
        ],
        parties: [{ path: [] }],
      }),
    )
    expect(mixed.file?.tags).toEqual([{ path: ['B'] }])
    expect(mixed.problems).toMatchObject([
      { code: 'row', details: { part: 'tags', row: 1 } },
      { code: 'row', details: { part: 'parties', row: 1 } },
    ])
  })

  test('rows are put in order: parents first, missing ones added, each once', () => {
    const source = {
      parley: 'codebook',
      version: 1,
      issues: [{ path: ['A', 'B', 'C'] }, { path: ['a', 'b'], definition: 'x' }, { path: ['A', 'B'] }],
      tags: [{ path: ['X', 'Y'] }, { path: ['Z', 'y'] }],
    }
    const { file, problems } = readCodebook(new TextEncoder().encode(`\ufeff${JSON.stringify(source)}`), 'issues')
    expect(file?.issues.map((issue) => issue.path.join('/'))).toEqual(['a', 'a/b', 'A/B/C'])
    expect(file?.tags.map((tag) => tag.path.join('/'))).toEqual(['X', 'X/Y'])
    expect(problems.map((problem) => problem.code)).toEqual(['duplicate', 'duplicate'])
  })

  test('bytes of any kind are told what they are, or that they are nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { file, problems } = readCodebook(bytes, 'tags')
        expect(file !== null || problems.length > 0).toBe(true)
      }),
    )
    const wide = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('path\nA', (letter) => letter.charCodeAt(0)).buffer)])
    expect(readCodebook(wide, 'tags').file?.tags).toMatchObject([{ path: ['A'] }])
  })
})

test('a hue’s own colour leads back to it, and others to what they look like', () => {
  for (const hue of hueSchema.options) expect(nearestHue(HUES[hue].strong)).toBe(hue)
  expect([nearestHue('#808080'), nearestHue('#FFF'), nearestHue('#0000ff'), nearestHue('red'), nearestHue('#12')]).toEqual([
    'grey',
    'grey',
    'blue',
    null,
    null,
  ])
})

test('guidance comes back from one text, also where it has lines like our headings', () => {
  fc.assert(
    fc.property(prose, prose, prose, (definition, useWhen, useNot) => {
      expect({ definition: '', useWhen: '', useNot: '', ...splitGuidance(joinGuidance({ definition, useWhen, useNot })) }).toEqual({
        definition,
        useWhen,
        useNot,
      })
    }),
  )
})

test('guidance without headings is a definition', () => {
  expect(splitGuidance('Just this.\n\nAnd that.')).toEqual({ definition: 'Just this.\n\nAnd that.' })
  expect(splitGuidance('Use when:\nalways')).toEqual({ useWhen: 'always' })
  expect(splitGuidance('')).toEqual({})
})
