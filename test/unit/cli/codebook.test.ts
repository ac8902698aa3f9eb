/** Codebooks from the command line: out in each format, in with a look before, and every loss and refusal said. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CodebookImported, CodebookImportPreview } from '../../../src/shared/domain/codebook-import.ts'
import type { Tag } from '../../../src/shared/domain/codebook.ts'
import { newCli, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
  await cli.on('call', 'parties.create', JSON.stringify({ name: 'Kabul', aliases: [{ name: 'کابل', language: 'ps' }] }))
  await cli.on('call', 'issues.create', JSON.stringify({ name: 'Border', definition: '=1+1' }))
})
afterEach(() => cli.remove())

test.each(['json', 'csv', 'qdc'])(
  '%s is written as the ending says, says what it loses on stderr, and comes back as the same',
  async (format) => {
    const out = cli.at(`book.${format}`)
    const said = await cli.on('codebook', 'export', '--out', out)
    expect(said.code).toBe(0)
    expect(said.stderr.includes('1 party')).toBe(format !== 'json')
    const { bytes } = await cli.json<{ bytes: number }>('codebook', 'export', '--out', cli.at('again'), '--format', format)
    expect(readFileSync(out).length).toBe(bytes)
    expect(readFileSync(cli.at('again'))).toEqual(readFileSync(out))
    const preview = await cli.json<CodebookImportPreview>('codebook', 'import', out, '--dry-run')
    expect(preview).toMatchObject({ format, refused: false, problems: [] })
    expect(preview.rows.every((row) => row.state === 'same')).toBe(true)
    expect((await cli.on('codebook', 'import', out)).code).toBe(0)
    expect((await cli.json<{ depth: number }>('call', 'history.state')).depth).toBe(2)
  },
)

test('E3 no cell of the table begins like a formula', async () => {
  await cli.on('codebook', 'export', '--out', cli.at('book.csv'))
  const text = readFileSync(cli.at('book.csv'), 'utf8')
  expect(text).toContain(`"'=1+1"`)
  expect(text).not.toMatch(/(^|,)"?[=+@]/m)
})

test('an import fills what is missing; with --take it writes over; --dry-run writes nothing', async () => {
  const file = cli.write(
    'b.json',
    JSON.stringify({
      parley: 'codebook',
      version: 1,
      tags: [
        { path: ['Demand'], definition: 'Theirs.' },
        { path: ['Plea'], letter: 'D' },
      ],
    }),
  )
  const dry = await cli.on('codebook', 'import', file, '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.stdout).toContain('changed\ttags\tDemand\tdefinition')
  expect(dry.stdout).toContain('new\ttags\tPlea\t! letter: D (Demand)')
  const demand = async (): Promise<Tag | undefined> => (await cli.json<Tag[]>('call', 'tags.list'))[0]
  const before = await demand()
  expect(await cli.json<CodebookImported>('codebook', 'import', file)).toMatchObject({ tags: { added: 1, changed: 0, left: 1 } })
  expect(await demand()).toEqual(before)
  expect((await cli.on('codebook', 'import', file, '--take')).stdout).toMatch(/Tags: 0 added, 1 changed/)
  expect((await demand())?.definition).toBe('Theirs.')
})

test('codes of another program become issues, or tags with --as', async () => {
  const file = cli.write(
    'other.qdc',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="x" name="Economy" isCodable="true"/></Codes></CodeBook>',
  )
  expect(await cli.json<CodebookImportPreview>('codebook', 'import', file, '--dry-run')).toMatchObject({
    parts: { issues: { new: 1 }, tags: { new: 0 } },
  })
  expect(await cli.json<CodebookImported>('codebook', 'import', file, '--as', 'tags')).toMatchObject({ tags: { added: 1 } })
})

test('what is no codebook fails with words and changes nothing; what is missing in the call is said', async () => {
  const bomb = cli.write('bomb.qdc', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>')
  for (const file of [bomb, cli.write('a.txt', 'just words')]) {
    const said = await cli.on('codebook', 'import', file)
    expect(said.code).toBe(1)
    expect(said.stderr.length).toBeGreaterThan(20)
  }
  expect((await cli.on('codebook', 'import', cli.at('gone.json'))).code).toBe(1)
  const wrong = [
    ['codebook'],
    ['codebook', 'drop'],
    ['codebook', 'export'],
    ['codebook', 'import'],
    ['codebook', 'export', '--out', cli.at('x'), '--format', 'pdf'],
    ['codebook', 'export', '--out', cli.at('x'), '--take'],
    ['codebook', 'import', bomb, '--as', 'parties'],
    ['codebook', 'import', bomb, '--out', 'x'],
  ]
  for (const argv of wrong) expect((await cli.on(...argv)).code, argv.join(' ')).toBe(2)
  expect((await cli.run('codebook', '--help')).stdout).toContain('--dry-run')
})
