/** `parley import` of folders and tables: collections, columns, reports. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inOrder } from '../../../src/cli/command-import.ts'
import type { ArticleSummary } from '../../../src/shared/domain/article.ts'
import type { Collection } from '../../../src/shared/domain/collection.ts'
import type { ImportOutcome } from '../../../src/shared/domain/import-report.ts'
import { newCli, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
  await cli.on('new')
})
afterEach(() => cli.remove())

const titles = async (): Promise<string[]> => (await cli.json<ArticleSummary[]>('articles')).map((article) => article.title).toSorted()

describe('import', () => {
  test('takes in folders beside files, in the order of the call, and what is there already only when told so', async () => {
    mkdirSync(cli.at('clippings/deep'), { recursive: true })
    for (const name of ['b.txt', 'a.txt', 'deep/c.txt', '.hidden'])
      writeFileSync(cli.at(`clippings/${name}`), `Headline of ${name}\n\nWords of ${name}.`)
    const call = ['import', cli.write('last.txt', 'The last article'), cli.at('gone.txt'), cli.at('clippings')]
    const { code, stdout } = await cli.on(...call, '--json')
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as ImportOutcome[]).map(({ name, outcome }) => [name, outcome])).toEqual([
      ['last.txt', 'imported'],
      ['gone.txt', 'refused'],
      ['a.txt', 'imported'],
      ['b.txt', 'imported'],
      ['c.txt', 'imported'],
    ])
    expect((await cli.on('import', cli.at('clippings'))).stdout).toContain('already')
    await cli.on('import', cli.at('clippings'), '--duplicates')
    expect(await titles()).toHaveLength(7)
  })

  test('puts articles into a collection, made where there is none', async () => {
    await cli.on('import', cli.write('a.txt', 'An article'), '--collection', 'October')
    await cli.on('import', cli.write('b.txt', 'Another one'), '--collection', 'October')
    expect((await cli.json<Collection[]>('call', 'collections.list', '{}')).map(({ name, articles }) => [name, articles])).toEqual([
      ['October', 2],
    ])
  })

  test('reads a table by the columns that are named, remembers them, and writes a report', async () => {
    const table = (rows: string): string => `q1;q2;q3\n${rows}`
    const file = cli.write(
      'a.csv',
      table('Alpha;Words of alpha, said the council at night.;x\nBeta;Words of beta, said the council at night.;y'),
    )
    expect((await cli.on('import', file, '--columns', 'text=Q2,title=q1', '--report', cli.at('report.csv'))).code).toBe(0)
    expect(await titles()).toEqual(['Alpha', 'Beta'])
    expect(readFileSync(cli.at('report.csv'), 'utf8').trim().split('\r\n')).toHaveLength(3)
    const next = cli.write('b.csv', table('Gamma;Words of gamma, said the council at night.;z'))
    expect((await cli.on('import', next, '--report', cli.at('report.txt'))).code).toBe(0)
    expect(await titles()).toEqual(['Alpha', 'Beta', 'Gamma'])
    expect(readFileSync(cli.at('report.txt'), 'utf8')).toContain('Gamma')
  })

  test('says which word an option takes, the reason for a refusal in its own words, and what was passed over', async () => {
    const wrong = await cli.on('import', cli.write('a.txt', 'Words'), '--take', 'ours')
    expect([wrong.code, wrong.stderr.includes('new, fill, theirs')]).toEqual([2, true])
    mkdirSync(cli.at('none'), { recursive: true })
    const empty = await cli.on('import', cli.at('none'))
    expect([empty.code, empty.stdout.includes('no files to import')]).toEqual([1, true])
    writeFileSync(cli.at('none/.hidden'), 'x')
    writeFileSync(cli.at('none/b.txt'), 'Words of b')
    expect((await cli.on('import', cli.at('none'), '--codes-as', 'tags', '--take', 'fill', '--bring-back')).stderr).toContain(
      '1 file was passed over',
    )
  })

  test('lists the lines of a project and of files with many articles with their file, in the order of the call', () => {
    const line = (name: string, part: number | null): ImportOutcome => ({
      name,
      part,
      format: null,
      outcome: 'imported',
      articleId: null,
      title: null,
      problem: null,
      lost: [],
    })
    const staged = (name: string) => ({ stagedId: name, name, bytes: 1 })
    const gone = { name: 'gone', problem: { code: 'gone' as const, details: {} } }
    const lines = [line('p.dna', 1), line('p.dna', 2), line('p.dna', null), line('a.csv', 2), line('b.txt', null)]
    const found = [
      { staged: [staged('p.dna'), staged('a.csv')], refused: [gone], left: 0, passed: 0 },
      { staged: [staged('b.txt')], refused: [], left: 0, passed: 0 },
    ]
    expect(inOrder(found, lines).map(({ name, part }) => [name, part])).toEqual([
      ['p.dna', 1],
      ['p.dna', 2],
      ['p.dna', null],
      ['a.csv', 2],
      ['gone', null],
      ['b.txt', null],
    ])
  })

  test('says which column is not there, and which pair says nothing, and imports nothing', async () => {
    const file = cli.write('a.csv', 'q1;q2\nAlpha;Words of alpha, said the council.')
    for (const [columns, word] of [
      ['text=Body', 'q1, q2'],
      ['text', 'meaning=name'],
    ] as const) {
      const { code, stderr } = await cli.on('import', file, '--columns', columns)
      expect([code, stderr.includes(word)]).toEqual([2, true])
    }
    expect(await titles()).toEqual([])
  })
})
