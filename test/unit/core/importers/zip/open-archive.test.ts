/** Archives that mean harm or are broken: each is refused with its reason, within the memory that is allowed, and nothing is written. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isProblem, openArchive, type Archive } from '../../../../../src/core/importers/zip/open-archive.ts'
import { rawZip, zip64Extra, type RawEntry } from '../../../../fixtures/import-office/raw-zip.ts'

const reasonOf = (found: object): unknown => (isProblem(found) ? `${found.code} ${found.details['reason']}` : 'opened')
const open = async (entries: readonly RawEntry[]): Promise<Archive> => {
  const archive = await openArchive(rawZip(entries))
  if (isProblem(archive)) throw new Error(JSON.stringify(archive))
  return archive
}

describe('ordinary archives', () => {
  test('give the names of files in order and their bytes, packed or not', async () => {
    const archive = await open([
      { name: 'b/', mode: 0o40755, method: 0 },
      { name: 'b/two.txt', data: 'two', method: 0, mode: 0o100644 },
      { name: 'one.txt', data: 'one'.repeat(1_000) },
    ])
    expect(archive.names).toEqual(['b/two.txt', 'one.txt'])
    expect(Buffer.from((await archive.read('b/two.txt')) as Uint8Array).toString()).toBe('two')
    expect(((await archive.read('one.txt')) as Uint8Array).length).toBe(3_000)
    expect(archive.size('one.txt')).toBe(3_000)
    expect(reasonOf(await archive.read('three.txt'))).toBe('damaged missing')
  })

  test('whatever fflate packs is unpacked as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.txt$/), fc.uint8Array({ maxLength: 500 }), { maxKeys: 5 }),
        async (files) => {
          const archive = await openArchive(zipSync({ ...files }))
          if (isProblem(archive)) throw new Error(JSON.stringify(archive))
          for (const [name, data] of Object.entries(files)) expect(await archive.read(name)).toEqual(data)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('D7 names that lead out of the archive', () => {
  const parent = mkdtempSync(join(tmpdir(), 'parley-zip-'))
  const tree = (): string =>
    createHash('sha256')
      .update(JSON.stringify(readdirSync(parent, { recursive: true })))
      .digest('hex')
  let before = ''
  beforeAll(() => (before = tree()))
  afterAll(() => rmSync(parent, { recursive: true }))

  test.each([
    '../../x',
    '/abs',
    '..\\..\\x',
    'C:\\x',
    'c:x',
    'a\0b',
    'ok/../../b',
    '\\\\srv\\x',
    'trailing.',
    'folder./x',
    'blank ',
    './x',
    'a//b',
    '',
  ])('%j is refused with its reason', async (name) => {
    expect(
      reasonOf(
        await openArchive(
          rawZip([
            { name: 'fine.txt', data: 'x' },
            { name, data: 'x' },
          ]),
        ),
      ),
    ).toBe('unsafe path')
    expect(tree()).toBe(before)
  })

  test('names of any bytes are refused or relative', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 12 }), async (name) => {
        const archive = await openArchive(rawZip([{ name, data: 'x' }]))
        if (!isProblem(archive))
          for (const known of archive.names) expect(known).toMatch(/^(?!\/|\.\.?(?:\/|$))(?!.*\/\.\.(?:\/|$))[^\0]+$/)
      }),
    )
  })
})

test.each<[string, RawEntry, string]>([
  ['symbolic link', { name: 'x', data: '/etc/passwd', mode: 0o120777 }, 'unsafe link'],
  ['character device', { name: 'x', mode: 0o20644 }, 'unsafe device'],
  ['block device', { name: 'x', mode: 0o60644 }, 'unsafe device'],
  ['pipe', { name: 'x', mode: 0o10644 }, 'unsafe device'],
  ['folder named like a file', { name: 'x', mode: 0o40755 }, 'unsafe folder'],
  ['folder with bytes', { name: 'x/', data: 'text' }, 'unsafe folder'],
  ['hard link', { name: 'x', extra: Uint8Array.from([0x0d, 0, 16, 0, ...Array.from({ length: 16 }, () => 65)]) }, 'unsafe link'],
])('D8 %s is refused', async (_, entry, reason) => {
  expect(reasonOf(await openArchive(rawZip([entry])))).toBe(reason)
})

test('D8 a file that is the folder of another one is refused', async () => {
  expect(
    reasonOf(
      await openArchive(
        rawZip([
          { name: 'a', data: '1' },
          { name: 'a/b', data: '2' },
        ]),
      ),
    ),
  ).toBe('unsafe duplicate')
})

describe('D9 bombs and lies', () => {
  const MB = 1024 * 1024
  const zeros = new Uint8Array(200 * MB)
  const bomb = rawZip([{ name: 'bomb', data: zeros }])
  /** The same with another size in both of its headers. */
  const lying = (): Uint8Array => {
    const bytes = Buffer.from(bomb)
    bytes.writeUInt32LE(100, 22)
    bytes.writeUInt32LE(100, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
    return bytes
  }

  test('200 MB that say so end at the limit, which is named', async () => {
    const archive = await openArchive(bomb)
    if (isProblem(archive)) throw new Error('not opened')
    const before = process.memoryUsage().rss
    const found = await archive.read('bomb')
    expect(found).toEqual({ code: 'unsafe', details: { reason: 'entry-size', entry: 'bomb', limit: 64 * MB } })
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MB)
  })

  test('200 MB that say they are 100 bytes end at the 101st', async () => {
    const archive = await openArchive(lying())
    if (isProblem(archive)) throw new Error('not opened')
    const before = process.memoryUsage().rss
    expect(reasonOf(await archive.read('bomb'))).toBe('damaged size')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MB)
  })

  test('many entries together end at the limit of all', async () => {
    const archive = await openArchive(
      rawZip([
        { name: 'a', data: 'x'.repeat(600) },
        { name: 'b', data: 'y'.repeat(600) },
      ]),
      { totalBytes: 1_000 },
    )
    if (isProblem(archive)) throw new Error('not opened')
    expect(await archive.read('a')).toBeInstanceOf(Uint8Array)
    expect(reasonOf(await archive.read('b'))).toBe('unsafe total-size')
  })

  test('entries that share bytes (Fifield) are refused', async () => {
    const kernel = new Uint8Array(1_000_000)
    const many = Array.from({ length: 100 }, (_, index) => ({ name: 'same', data: kernel, ...(index > 0 && { sameAs: 0 }) }))
    expect(reasonOf(await openArchive(rawZip(many)))).toBe('unsafe duplicate')
    const first = rawZip([
      { name: 'a', data: kernel },
      { name: 'a', data: kernel, sameAs: 0 },
    ])
    expect(reasonOf(await openArchive(first))).toBe('unsafe duplicate')
    const named = rawZip([
      { name: 'a', data: 'x' },
      { name: 'b', data: 'x', sameAs: 0 },
    ])
    expect(reasonOf(await openArchive(named))).toBe('damaged headers')
  })

  test('an entry that begins inside of another one is refused', async () => {
    const inner = rawZip([{ name: 'b', data: 'inner', method: 0 }])
    const outer = Buffer.from(
      rawZip([
        { name: 'a', data: inner, method: 0 },
        { name: 'b', data: 'inner', method: 0 },
      ]),
    )
    const list = outer.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    outer.writeUInt32LE(31, list + 42)
    expect(reasonOf(await openArchive(outer))).toBe('unsafe overlap')
  })

  test('65,000 empty entries end at the limit, which is named', async () => {
    const many = Array.from({ length: 65_000 }, (_, index) => ({ name: `e${index}`, method: 0 }))
    expect(await openArchive(rawZip(many))).toEqual({ code: 'unsafe', details: { reason: 'entries', count: 65_000, limit: 20_000 } })
  })

  test('archives in archives are bytes: none is opened by itself', async () => {
    let zip = rawZip([{ name: 'bottom', data: 'x' }])
    for (let depth = 0; depth < 5; depth++) zip = rawZip([{ name: 'inner.zip', data: zip }])
    const archive = await openArchive(zip)
    if (isProblem(archive)) throw new Error('not opened')
    expect(archive.names).toEqual(['inner.zip'])
  })

  test.each<[string, readonly RawEntry[], string]>([
    [
      'two entries of one name',
      [
        { name: 'a', data: '1' },
        { name: 'a', data: '2' },
      ],
      'unsafe duplicate',
    ],
    ['another name in the entry itself', [{ name: 'a', data: '1', local: { name: 'b' } }], 'damaged headers'],
    ['another size in the entry itself', [{ name: 'a', data: '1', local: { size: 9 } }], 'damaged headers'],
    ['another packing in the entry itself', [{ name: 'a', data: '1', local: { method: 0 } }], 'damaged headers'],
    ['encrypted', [{ name: 'a', data: '1', flags: 1 }], 'unsafe encrypted'],
    ['strongly encrypted', [{ name: 'a', data: '1', flags: 0x41 }], 'damaged archive'],
    ['absurd 64-bit size', [{ name: 'a', data: '1', size: 0xffffffff, extra: zip64Extra(2n ** 60n) }], 'damaged headers'],
    ['a size that nothing packs into so little', [{ name: 'a', data: '1', size: 50_000_000 }], 'damaged headers'],
  ])('%s: refused', async (_, entries, reason) => {
    expect(reasonOf(await openArchive(rawZip(entries)))).toBe(reason)
  })

  test.each<[string, RawEntry, string]>([
    ['a wrong checksum', { name: 'a', data: 'text', checksum: 1 }, 'damaged checksum'],
    ['a wrong checksum of an entry that is not packed', { name: 'a', data: 'text', method: 0, checksum: 1 }, 'damaged checksum'],
    ['fewer bytes than declared', { name: 'a', data: 'text', size: 5 }, 'damaged size'],
    ['an unknown packing', { name: 'a', data: 'text', method: 12 }, 'damaged packing'],
  ])('%s: not read', async (_, entry, reason) => {
    const archive = await openArchive(rawZip([entry]))
    expect(isProblem(archive) ? reasonOf(archive) : reasonOf(await archive.read('a'))).toBe(reason)
  })

  test('no bytes make it throw', async () => {
    const good = rawZip([
      { name: 'a', data: 'text' },
      { name: 'b/c', data: 'more text' },
    ])
    const spoilt = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }).map((changes) => {
      const bytes = good.slice()
      for (const [at, value] of changes) bytes[at] = value
      return bytes
    })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          spoilt,
          fc.nat(good.length).map((end) => good.slice(0, end)),
        ),
        async (bytes) => {
          const archive = await openArchive(bytes)
          if (!isProblem(archive)) for (const name of archive.names) expect(await archive.read(name)).toBeDefined()
        },
      ),
      { numRuns: 300 },
    )
  })
})
