/** Any bytes under any name: the content decides, one reading each, and nothing gets out of the reader but that. */
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMAT_IDS } from '../../../../src/core/importers/format-ids.ts'
import { readers } from '../../../../src/core/importers/formats.ts'
import { readFile } from '../../../../src/core/importers/read-file.ts'
import { importProblemSchema } from '../../../../src/shared/domain/import.ts'
import { bytesOf } from './fixtures.ts'

const ENDINGS =
  'txt md html htm mhtml mht eml pdf docx doc odt rtf csv tsv xlsx xls jsonl json ris xml dna qdpx qdc parley zip png exe bin'.split(' ')

test('D17 a file of 0 bytes is empty, whatever it is called', async () => {
  for (const end of ENDINGS)
    expect(await readFile({ name: `a.${end}`, bytes: new Uint8Array() })).toEqual({
      kind: 'problem',
      format: null,
      problem: { code: 'empty', details: {} },
    })
})

test('D17 a file of 1 byte is one reading, whatever it is called', { timeout: 60_000 }, async () => {
  for (const end of ENDINGS)
    for (const byte of [0, 0x0a, 0x20, 0x22, 0x2d, 0x3c, 0x50, 0x5b, 0x78, 0x7b, 0x80, 0xff]) {
      const reading = await readFile({ name: `a.${end}`, bytes: Uint8Array.of(byte) })
      if (reading.kind === 'problem') expect(importProblemSchema.parse(reading.problem)).toEqual(reading.problem)
      else expect(reading.kind === 'articles' && reading.articles.map((article) => article.text)).toEqual([String.fromCharCode(byte)])
    }
})

describe('D17 the wrong name does not make a file what it says', () => {
  const contents: [what: string, content: string | Uint8Array, format: string | null, problem?: string][] = [
    [
      'a page',
      '<!doctype html><html><head><title>Talks</title></head><body><p>Talks resume in the harbour, said the council.</p></body></html>',
      'html',
    ],
    [
      'a mail',
      'From: a@example.org\nTo: b@example.org\nSubject: Talks\nDate: Wed, 29 Oct 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain\n\nTalks resume.\n',
      'eml',
    ],
    [
      'a mail with pictures',
      'From: a@example.org\nTo: b@example.org\nMessage-ID: <1@example.org>\nDate: Wed, 29 Oct 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>Talks resume.</p>\n--b--\n',
      'eml',
    ],
    [
      'a page that a browser saved',
      'From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nDate: Wed, 29 Oct 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>Talks resume in the harbour, said the council.</p>\n--b--\n',
      'mhtml',
    ],
    [
      'a page saved without its parts, by nobody in particular',
      'MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://example.org/a\n\n<p>Talks resume in the harbour, said the council.</p>\n',
      'mhtml',
    ],
    ['a PDF that is broken off', '%PDF-1.7\n1 0 obj', 'pdf', 'damaged'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), null, 'binary'],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]), null, 'binary'],
    ['an old Word document', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]), null, 'format'],
    ['rich text', '{\\rtf1\\ansi Talks resume}', 'rtf'],
  ]
  const known = (format: string | null): boolean => format === null || Object.keys(readers).includes(format)
  test.each(contents.filter(([, , format]) => known(format)))('%s', async (_, content, format, problem) => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content
    for (const end of ENDINGS) {
      const reading = await readFile({ name: `a.${end}`, bytes })
      expect([end, reading.format, reading.kind === 'problem' ? reading.problem.code : undefined]).toEqual([end, format, problem])
    }
  })
})

test('D23 D28 no bytes make a reader throw', { timeout: 60_000 }, async () => {
  const begin = fc.constantFrom(
    '',
    '{"__proto__":{"polluted":1}}',
    '[{"text":',
    '<',
    '<!doctype html>',
    'From: x\n',
    'TY  - ',
    '---\n',
    'a,b\n',
    '"',
    '%PDF-',
    'PK\u0003\u0004',
    '{\\rtf1',
    'SQLite format 3\0',
    '\ufeff',
  )
  await fc.assert(
    fc.asyncProperty(begin, fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...ENDINGS), async (head, tail, end) => {
      const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), tail]))
      const reading = await readFile({ name: `a.${end}`, bytes })
      expect(['articles', 'project', 'problem']).toContain(reading.kind)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})

test('D28 JSON that nests deep, repeats names, names prototypes or holds numbers beyond all bounds is data or a problem', async () => {
  const sources = [
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"text":"Talks resume","title":"x"}\n'.repeat(3),
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    '{"text":"Talks","n":1e400,"text":"Talks resume","half":"\\ud800"}\n'.repeat(2),
    `{${Array.from({ length: 100_000 }, (_, key) => `"k${key}":1`).join(',')},"text":"Talks resume"}`,
  ]
  for (const source of sources)
    for (const name of ['a.json', 'a.jsonl', 'a.txt']) {
      const reading = await readFile({ name, bytes: bytesOf(source) })
      expect(['articles', 'problem']).toContain(reading.kind)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    }
})

test('D30 nothing that reads a file asks a network: no reader takes hold of one', () => {
  const folder = resolve(import.meta.dirname, '../../../../src/core/importers')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  expect(sources.length).toBeGreaterThan(30)
  for (const name of sources) {
    const source = readFileSync(join(folder, name), 'utf8')
    expect(source, name).not.toMatch(
      /from '(?:node:)?(?:https?|http2|net|tls|dns|dgram|child_process)(?:\/promises)?'|(?<!async |\.)\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/,
    )
  }
})

test('every format that can be read has a reader that loads', async () => {
  for (const [format, load] of Object.entries(readers)) {
    expect(FORMAT_IDS).toContain(format)
    expect(typeof (await load()).read).toBe('function')
  }
})
