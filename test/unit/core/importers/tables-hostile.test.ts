import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { readCsv } from '../../../../src/core/importers/tables/read-csv.ts'
import { readJsonLines } from '../../../../src/core/importers/tables/read-jsonl.ts'
import { TABLE_LIMITS } from '../../../../src/core/importers/tables/limits.ts'
import { bytesOf, latin1 } from './fixtures.ts'
import { asArticles, asProblem, readAs } from './import-tables.ts'

describe('D22 tables that mean harm', () => {
  const small = { bytes: 100_000, columns: 50, rows: 20, rowBytes: 10_000 }
  const refusal = async (text: string): Promise<unknown> =>
    asProblem(await readCsv({ name: 'a.csv', bytes: bytesOf(text) }, { limits: small })).problem

  it('one line without an end, a file beyond all size, too many columns, too many rows: refused with the limit and the row', async () => {
    expect(await refusal(`title,text\nA,"${'x'.repeat(50_000)}"\n`)).toEqual({ code: 'too-large', details: { reason: 'row', row: 2, limit: 10_000 } }) // prettier-ignore
    expect(await refusal('x'.repeat(50_000))).toEqual({ code: 'too-large', details: { reason: 'row', row: 1, limit: 10_000 } })
    expect(await refusal('x'.repeat(100_001))).toEqual({ code: 'too-large', details: { reason: 'table', bytes: 100_001, limit: 100_000 } })
    expect(await refusal(`title,text\nA,b\n${'x,'.repeat(60)}`)).toEqual({ code: 'too-large', details: { reason: 'columns', row: 3, columns: 61, limit: 50 } }) // prettier-ignore
    expect(await refusal('title,text\n'.repeat(21))).toEqual({ code: 'too-large', details: { reason: 'rows', limit: 20 } })
  })

  it('100,000 columns are refused in no time', async () => {
    const { problem } = asProblem(
      await readFile({ name: 'a.csv', bytes: bytesOf(`${'name,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`) }),
    )
    expect(problem).toMatchObject({ code: 'too-large', details: { reason: 'columns', limit: TABLE_LIMITS.columns } })
  })

  it('a cell of 10 MB is an article', async () => {
    const { articles } = await readAs('a.csv', bytesOf(`title,text\nA,"${'word '.repeat(2_000_000)}"\n`))
    expect(articles[0]?.text).toHaveLength(9_999_999)
  })

  it('thousands of quotes that do not match end, and lose no row', async () => {
    const { articles, lost } = await readAs('a.csv', bytesOf(`title,text\n${'A,"never closed and never ending\n'.repeat(2_000)}`))
    expect(articles).toHaveLength(2_000)
    expect(lost.map(({ code }) => code)).toEqual(['rowQuote'])
  })

  it('NUL bytes are dropped, letters of another encoding are named by their row', async () => {
    const { articles } = await readAs('a.csv', bytesOf('title,text\nA,one\0 two\nB,three\n'))
    expect(articles.map(({ text }) => text)).toEqual(['one two', 'three'])
    const utf8 = Buffer.from('title,text\nEins,Brücken über Flüsse für müde Füße\nZwei,Schöne Grüße aus Köln\n')
    const mixed = Buffer.concat([utf8, latin1('Drei,Stra\xdfe\n'), utf8])
    const { lost } = await readAs('a.csv', mixed)
    expect(lost).toEqual([{ code: 'rowBytes', count: 1, details: { rows: '4' } }])
  })

  it('formulas are text', async () => {
    const { articles } = await readAs('a.csv', bytesOf(`title,text\n"=cmd|' /C calc'!A0","=HYPERLINK(""http://evil.example"")"\n`))
    expect(articles[0]).toMatchObject({ title: "=cmd|' /C calc'!A0", text: '=HYPERLINK("http://evil.example")', url: null })
  })

  it('names of columns that objects have of themselves are names, long ones are cut', async () => {
    const head = ['title', 'text', '__proto__', 'constructor', 'toString', 'n'.repeat(200)].join(',')
    const { articles } = await readAs('a.csv', bytesOf(`${head}\nA,Some words,1,2,3,4\n`))
    expect(Object.keys(articles[0]?.details ?? {})).toEqual(['___proto__', '_constructor', '_toString', `${'n'.repeat(99)}…`])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('D28 JSON that means harm', () => {
  const line = (json: string): Uint8Array => bytesOf(`{"text":"Some words"}\n${json}\n`)

  it('__proto__ and constructor.prototype are data', async () => {
    const { articles } = await readAs(
      'a.jsonl',
      line('{"text":"More words","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    )
    expect(articles[1]?.details).toEqual({ '__proto__.polluted': '1', 'constructor.prototype.polluted': '1' })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.getPrototypeOf(articles[1]?.details)).toBe(Object.prototype)
    const { articles: others } = await readAs('a.jsonl', line('{"text":"More words","__proto__":"x"}'))
    expect(Object.keys(others[1]?.details ?? {})).toEqual(['___proto__'])
  })

  it('a million keys are refused with the limit and the record', async () => {
    const keys = Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":1`).join(',')
    expect(asProblem(await readJsonLines({ name: 'a.jsonl', bytes: line(`{${keys}}`) })).problem).toEqual({
      code: 'too-large',
      details: { reason: 'columns', row: 2, columns: 2_001, limit: 2_000 },
    })
  })

  it('a depth of 100,000, 1e400, keys that come twice and lone surrogates are data or said to be lost', async () => {
    const deep = `{"text":"Deep words","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const read = asArticles(await readJsonLines({ name: 'a.jsonl', bytes: line(deep) }))
    expect(read.articles.map(({ text }) => text)).toEqual(['Some words', 'Deep words'])
    expect(read.lost).toEqual([{ code: 'jsonValue', count: 1, details: { rows: '2' } }])
    const deeper = await readFile({ name: 'a.json', bytes: bytesOf(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`) })
    expect(deeper.kind).toBe('problem')
    const odd = asArticles(await readJsonLines({ name: 'a.jsonl', bytes: line('{"text":"first","text":"Odd \\ud800 words","n":1e400}') }))
    expect(odd.articles[1]).toMatchObject({ text: 'Odd \ufffd words' })
    expect(odd.articles[1]?.details).toBeUndefined()
    expect(odd.lost).toEqual([{ code: 'jsonValue', count: 1, details: { rows: '2' } }])
  })
})

describe('no bytes make a reader throw', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', ',', ';', '\n', '\r\n', '\t', '{', '}', '[', ']', ':', '{"text":"x"}\n', 'TY  - ', 'ER  - \n', 'title,text\n', 'sep=;\n', '\ufeff', '\0', '1 of 2 DOCUMENTS\n', 'LENGTH: 3 words\n', 'May 3, 2025\n', '<td><b>HD</b></td>', '<article>', '</article>'), // prettier-ignore
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => bytesOf(pieces.join(''))),
  )
  const formats = ['csv', 'jsonl', 'ris', 'csl-json', 'lexisnexis-text', 'factiva-html', 'factiva-xml', 'mediacloud-csv', 'xlsx'] as const

  it.each(formats)('%s', async (format) => {
    const { readers } = await import('../../../../src/core/importers/formats.ts')
    const load = readers[format]
    if (!load) throw new Error(`no reader for ${format}`)
    const { read } = await load()
    await fc.assert(
      fc.asyncProperty(content, fc.option(fc.array(fc.constantFrom('text', 'title', 'published', 'detail:x', null)), { nil: undefined }), async (bytes, columns) => {
        const reading = await read({ name: 'a', bytes, ...(columns && { columns }) })
        if (reading.kind === 'articles') for (const { text } of reading.articles) expect(text.trim()).not.toBe('')
        else expect(reading.kind).toBe('problem')
      }), // prettier-ignore
      { numRuns: 150 },
    )
  })
})
