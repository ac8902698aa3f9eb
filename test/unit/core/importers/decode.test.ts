import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes, type DecodedText } from '../../../../src/core/importers/decode.ts'
import { canonicalText } from '../../../../src/shared/text/canonical.ts'
import { corpus } from '../../shared/text/corpus.ts'
import { bytesOf, encodeSingleByte, fixture, latin1 } from './fixtures.ts'

function decoded(bytes: Uint8Array, forced?: string): DecodedText {
  const read = decodeBytes(bytes, forced)
  if ('problem' in read) throw new Error(`not decoded: ${read.problem} ${JSON.stringify(read.details)}`)
  return read
}

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}
const utf32le = (text: string): Uint8Array => {
  const bytes = Buffer.alloc(Array.from(text).length * 4)
  Array.from(text).forEach((character, at) => bytes.writeUInt32LE(character.codePointAt(0) ?? 0, at * 4))
  return bytes
}

const text = 'Talks in Velmora: “no deal”\r\nمذاکرات ناکام 中文 😀\n'

it.each([
  ['UTF-8', bytesOf(text), 'utf-8', 'certain'],
  ['UTF-8 with a mark', bytesOf(`\ufeff${text}`), 'utf-8', 'certain'],
  ['ASCII', bytesOf('plain words'), 'utf-8', 'certain'],
  ['UTF-16 LE with a mark', utf16(`\ufeff${text}`, true), 'utf-16le', 'certain'],
  ['UTF-16 BE with a mark', utf16(`\ufeff${text}`, false), 'utf-16be', 'certain'],
  ['UTF-32 LE with a mark', utf32le(`\ufeff${text}`), 'utf-32le', 'certain'],
  ['UTF-16 LE without a mark', utf16(text, true), 'utf-16le', 'likely'],
  ['UTF-16 BE without a mark', utf16(text, false), 'utf-16be', 'likely'],
])('D23 reads %s', (_, bytes, encoding, certainty) => {
  const read = decoded(bytes)
  expect(read).toMatchObject({ encoding, certainty, replaced: 0 })
  expect(read.candidates).toContain(encoding)
  expect(canonicalText(read.text).text).toBe(bytes.length === 11 ? 'plain words' : canonicalText(text).text)
})

it.each(readdirSync(resolve(import.meta.dirname, '../../../fixtures/text/encodings')))('D23 names the encoding of %s', (name) => {
  const read = decoded(fixture(`encodings/${name}`))
  const [encoding, article] = name.split('.')
  expect(read.encoding).toBe(encoding)
  expect(read.text).not.toContain('\ufffd')
  expect(read.text.split('\n')).toHaveLength(new TextDecoder().decode(fixture(`${article}.txt`)).split('\n').length)
})

it('D23 tells English with curly quotes from languages of the same alphabet', () => {
  const bytes = encodeSingleByte('The minister said: “We will not sign” – it’s a café-table deal. He left for the airport.', 'windows-1252')
  expect(decoded(bytes)).toMatchObject({ encoding: 'windows-1252', certainty: 'likely' })
})

it('D23 tells Ukrainian KOI8 from Russian, and Russian of DOS', () => {
  const ukrainian = 'Перемовини тривали до вечора, але згоди не досягли. Її позиція є відомою.'
  expect(decoded(encodeSingleByte(ukrainian, 'koi8-u'))).toMatchObject({ encoding: 'koi8-u', text: ukrainian })
  const russian = 'Переговоры продолжались до вечера, но согласия не достигли.'
  expect(decoded(encodeSingleByte(russian, 'ibm866'))).toMatchObject({ encoding: 'ibm866', text: russian })
})

it('D23 does not take texts with a stray NUL for UTF-16', () => {
  for (const article of ['bracket-byline', 'urdu', 'chinese', 'thai']) {
    const bytes = fixture(`${article}.txt`)
    const at = bytes.indexOf(0x0a)
    expect(decoded(Buffer.concat([bytes.subarray(0, at), Buffer.of(0), bytes.subarray(at)])).encoding).toBe('utf-8')
    expect(decoded(Buffer.concat([bytes.subarray(0, at), Buffer.of(0, 0x20), bytes.subarray(at)])).encoding).toBe('utf-8')
  }
  const western = encodeSingleByte('The café was closed\0 and the naïve minister left the talks early on Monday', 'windows-1252')
  for (const bytes of [western, western.subarray(1)]) expect(decoded(bytes).encoding).toBe('windows-1252')
})

it('D23 keeps NULs and half surrogates for canonicalText to count', () => {
  expect(canonicalText(decoded(bytesOf('some words\0 more words')).text)).toMatchObject({
    text: 'some words more words',
    changes: { controls: 1 },
  })
  const half = canonicalText(decoded(utf16('\ufeffab\ud83d cd', true)).text)
  expect(half).toMatchObject({ text: 'ab\ufffd cd', changes: { bom: true, loneSurrogates: 1 } })
})

it('D23 reads a download cut inside a character, and says so', () => {
  const whole = bytesOf('Переговоры продолжаются в Велморе')
  expect(decoded(whole.subarray(0, whole.length - 1))).toMatchObject({
    encoding: 'utf-8',
    certainty: 'guess',
    replaced: 1,
    text: 'Переговоры продолжаются в Велмор\ufffd',
  })
  const chinese = fixture('encodings/gb18030.chinese.txt')
  const cut = decoded(chinese.subarray(0, chinese.lastIndexOf(0x0a, chinese.length - 60) - 3))
  expect(cut).toMatchObject({ encoding: 'gb18030', certainty: 'guess', replaced: 1 })
})

it('D23 reads UTF-8 with a few broken places as a guess, with other encodings to choose from', () => {
  const bytes = bytesOf('Переговоры продолжаются в Велморе, стороны вернутся за стол в пятницу утром.')
  bytes[10] = 0xff
  const read = decoded(bytes)
  expect(read).toMatchObject({ encoding: 'utf-8', certainty: 'guess' })
  expect(read.replaced).toBeGreaterThan(0)
  expect(read.candidates).toContain('windows-1251')
})

it('D23 uses a forced encoding, offers the others, and tells when it does not fit', () => {
  const bytes = fixture('encodings/windows-1251.russian.txt')
  expect(decoded(bytes, 'koi8-r')).toMatchObject({ encoding: 'koi8-r', certainty: 'certain' })
  expect(decoded(bytes, 'koi8-r').candidates.slice(0, 2)).toEqual(['koi8-r', 'windows-1251'])
  expect(decoded(bytes, 'Windows-1251 ').encoding).toBe('windows-1251')
  expect(decodeBytes(bytes, 'utf-8')).toMatchObject({ problem: 'encoding', details: { encoding: 'utf-8', reason: 'invalid' } })
  expect(decodeBytes(bytes, 'klingon')).toMatchObject({ problem: 'encoding', details: { encoding: 'klingon', reason: 'unknown' } })
  const refused = decodeBytes(bytes, 'utf-8')
  expect('problem' in refused && refused.details['candidates']).toMatch(/^windows-1251,/)
  expect(decoded(utf16('abc', false), 'utf-16be').text).toBe('abc')
  expect(decoded(utf32le('a😀'), 'utf-32le').text).toBe('a😀')
})

it.each([
  ['nothing', new Uint8Array(), 'empty', undefined],
  ['PDF', latin1('%PDF-1.7\n1 0 obj'), 'binary', 'PDF'],
  ['PDF behind other bytes', latin1('\n\n junk %PDF-1.4\n'), 'binary', 'PDF'],
  ['ZIP', latin1('PK\x03\x04\x14\0\0\0'), 'binary', 'ZIP'],
  ['DOCX', latin1('PK\x03\x04\x14\0\0\0\x08\0......[Content_Types].xml word/document.xml'), 'binary', 'DOCX'],
  ['ODT', latin1('PK\x03\x04\x14\0........mimetypeapplication/vnd.oasis.opendocument.textPK'), 'binary', 'ODT'],
  ['PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'binary', 'PNG'],
  ['JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'binary', 'JPEG'],
  ['GIF', latin1('GIF89a\x01\0'), 'binary', 'GIF'],
  ['ELF', latin1('\x7fELF\x02\x01\x01\0'), 'binary', 'ELF'],
  ['a Windows program', latin1('MZ\x90\0\x03\0\0\0'), 'binary', 'EXE'],
  ['old Word', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'binary', 'DOC'],
  ['SQLite', latin1('SQLite format 3\0\x10\0'), 'binary', 'SQLite'],
  ['zero bytes', new Uint8Array(200), 'binary', undefined],
  ['control characters', Uint8Array.from({ length: 200 }, (_, at) => at % 8), 'binary', undefined],
])('D17 refuses %s, named where it is known, whatever encoding is forced', (_, bytes, problem, format) => {
  const details = format === undefined ? {} : { format }
  expect(decodeBytes(bytes)).toEqual({ problem, details })
  if (format !== undefined) expect(decodeBytes(bytes, 'windows-1252')).toEqual({ problem, details })
})

it('does not take a text that begins like a program for one', () => {
  expect(decoded(bytesOf('MZ is the code of Mozambique. BM is that of Bermuda.')).encoding).toBe('utf-8')
})

it('D23 never throws: any bytes, any forced encoding', () => {
  const label = fc.constantFrom(undefined, 'utf-8', 'big5', 'iso-2022-jp', 'utf-16le', 'utf-32be', 'windows-1252', 'x', '')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), label, (bytes, forced) => {
      const read = decodeBytes(bytes, forced)
      if (!('problem' in read)) expect(read.candidates[0]).toBeDefined()
    }),
    { numRuns: 500 },
  )
})

it('D23 gives back any well-formed text stored as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (any) => {
      fc.pre(!/\p{Cc}|\ufffd/u.test(any))
      const read = decodeBytes(bytesOf(`${any} and so on`))
      expect('problem' in read || read.text).toBe(`${any} and so on`)
    }),
  )
})

const NAMES: Readonly<Record<string, string>> = {
  GB2312: 'gb18030',
  'TIS-620': 'windows-874',
  'UTF-16': 'utf-16be',
  'utf-8-sig': 'utf-8',
}

describe.skipIf(!corpus)('D23 real pages in legacy encodings', () => {
  const folder = join(corpus ?? '', 'encodings')
  const files = corpus
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((entry) => readdirSync(join(folder, entry.name)).map((name) => [entry.name, name] as const))
    : []
  it.each(files)('%s/%s', (kind, name) => {
    const read = decoded(readFileSync(join(folder, kind, name)))
    expect(read.text).not.toContain('\ufffd')
    expect(read.encoding).toBe(NAMES[kind] ?? kind.toLowerCase().replace(/-(?:russian|arabic|hebrew|turkish)$/, ''))
  })
})
