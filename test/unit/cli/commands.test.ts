/** Every command on a real library: lines for people, one JSON value for scripts, and exit codes that say how it went. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Annotation } from '../../../src/shared/domain/annotation.ts'
import type { ArticleSummary } from '../../../src/shared/domain/article.ts'
import type { Matrix } from '../../../src/shared/domain/compare.ts'
import type { ImportOutcome } from '../../../src/shared/domain/import-report.ts'
import type { Job } from '../../../src/shared/domain/job.ts'
import type { CheckReport } from '../../../src/shared/domain/library.ts'
import type { Party } from '../../../src/shared/domain/party.ts'
import { outsider } from '../../store/helpers/engine.ts'
import { newCli, TEXT, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
})
afterEach(() => cli.remove())

const DEMAND = 'demands that all ferries stop at dusk'
const spanOf = (quote: string): { start: number; end: number } => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length })
const annotate = (quote: string, coding: object = {}): Promise<Annotation> =>
  cli.json('call', 'annotations.create', JSON.stringify({ articleId: 1, ...spanOf(quote), tag: 'demand', ...coding }))

/** One article, a demand and a threat of two parties on two issues. */
async function coded(): Promise<void> {
  await cli.on('import', cli.write('ferry.txt', TEXT), '--date', '2025-10-29')
  await annotate(DEMAND, { speaker: 'Northern Council', targets: ['Island of Ø'], issues: ['Strait › Night ferries'], stance: 'supports' })
  await annotate('We will close the strait', { tag: 'threat', speaker: 'Island of Ø', issues: ['Strait'] })
}

describe('new', () => {
  test('makes a library that opens, and never writes over a file', async () => {
    expect(statSync(cli.library).mode & 0o777).toBe(0o600)
    const before = readFileSync(cli.library)
    for (const argv of [['new'], ['new', '--sample']]) {
      const { code, stdout, stderr } = await cli.on(...argv)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain('library-exists')
    }
    expect(readFileSync(cli.library).equals(before)).toBe(true)
    const made = await cli.run('new', '--library', cli.at('other.parley'), '--json')
    expect(JSON.parse(made.stdout)).toMatchObject({ open: true, name: 'other', readOnly: null, counts: { articles: 0 } })
  })

  test('with --sample makes the sample library', async () => {
    const { code, stdout } = await cli.run('new', '--sample', '--library', cli.at('sample.parley'))
    expect([code, stdout.split('\n').length]).toEqual([0, 2])
    const articles = await cli.run('articles', '--library', cli.at('sample.parley'))
    expect(articles.stdout.trim().split('\n')).toHaveLength(8)
    expect((await cli.run('check', '--library', cli.at('sample.parley'))).code).toBe(0)
  })

  test('in a folder that is not there says so', async () => {
    expect(await cli.run('new', '--library', cli.at('no/such/talks.parley'))).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('file-unwritable') as unknown,
    })
  })
})

describe('import', () => {
  test('stores what is recognised, with corrections, and says what became of each file; one that is bad stops nobody', async () => {
    execFileSync('mkfifo', [cli.at('pipe')])
    const files = [
      cli.write('ferry.txt', TEXT),
      cli.at('missing.txt'),
      cli.write('empty.txt', ''),
      cli.at('pipe'),
      cli.write('copy.txt', TEXT.replaceAll('\n', '\r\n')),
      cli.write('last.txt', 'Last article'),
    ]
    const { code, stdout, stderr } = await cli.on('import', ...files, '--language', 'en', '--outlet', 'Strait Daily', '--json')
    expect(code).toBe(1)
    const outcomes = JSON.parse(stdout) as ImportOutcome[]
    expect(outcomes.map((item) => [item.name, item.outcome, item.articleId, item.problem?.code])).toEqual([
      ['ferry.txt', 'imported', 1, undefined],
      ['missing.txt', 'refused', null, 'gone'],
      ['empty.txt', 'refused', null, 'empty'],
      ['pipe', 'refused', null, 'unreadable'],
      ['copy.txt', 'duplicate', 1, undefined],
      ['last.txt', 'imported', 2, undefined],
    ])
    expect(stderr).toBe('1 of 4\n2 of 4\n3 of 4\n4 of 4\n')
    expect(await cli.json<ArticleSummary[]>('articles')).toMatchObject([
      { id: 2, title: 'Last article', outlet: 'Strait Daily', language: 'en' },
      { id: 1, title: 'Ferry talks pause', outlet: 'Strait Daily', author: 'Mira Sol' },
    ])
    const lines = (await cli.on('import', ...files)).stdout.trim().split('\n')
    expect(lines).toHaveLength(files.length)
    for (const line of lines) expect(line).not.toMatch(/import\.|cli\.|\{/)
    expect(lines[3]).toContain('not a file')
  })

  test('of good files and duplicates exits 0; each option overrules what was recognised', async () => {
    const file = cli.write('ferry.txt', TEXT)
    const options = { title: 'Ferries', author: 'A. B.', date: '2025-10', url: 'https://example.org/a?b=1&c=2', outlet: 'X' }
    expect((await cli.on('import', file, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]))).code).toBe(0)
    expect((await cli.on('import', file)).code).toBe(0)
    const { date, ...same } = options
    expect(await cli.json('call', 'articles.get', '{"id":1}')).toMatchObject({ ...same, published: date, text: TEXT })
  })

  test('with an encoding reads by it', async () => {
    const file = cli.write('doha.txt', Uint8Array.from([0xc4, 0xee, 0xf5, 0xe0, 0x2e, 0x20, 0xcc, 0xe8, 0xf0]))
    expect((await cli.on('import', file, '--encoding', 'windows-1251')).code).toBe(0)
    expect(await cli.json('call', 'articles.get', '{"id":1}')).toMatchObject({ text: 'Доха. Мир' })
  })
})

describe('call', () => {
  test('annotations.create takes parties and issues by name or id, makes what is new, and records the coder', async () => {
    await coded()
    const [first] = await cli.json<Annotation[]>('annotations')
    expect(first).toMatchObject({ quote: DEMAND, stance: 'supports' })
    const parties = await cli.json<Party[]>('call', 'parties.list')
    expect(parties.map((party) => party.name)).toEqual(['Northern Council', 'Island of Ø'])
    const again = await annotate('a speaker', {
      speaker: parties[0]?.id,
      targets: ['ISLAND OF O'],
      issues: [first?.issueIds[0], ['Strait', 'Day ferries']],
    })
    expect(again).toMatchObject({ speakerId: first?.speakerId, targetIds: first?.targetIds })
    expect(await cli.json<Party[]>('call', 'parties.list')).toHaveLength(2)
    const { stdout } = await cli.on('call', 'annotations.update', JSON.stringify({ id: 1, patch: { note: 'seen' } }), '--coder', 'Grace')
    expect(JSON.parse(stdout)).toMatchObject({ note: 'seen' })
    expect(await cli.json<object[]>('call', 'history.list', '{"limit":1}')).toMatchObject([{ kind: 'annotations.update', coder: 'Grace' }])
  })

  test('what the core refuses is a sentence with its code on stderr, exit 1, and nothing on stdout', async () => {
    await coded()
    const ship = TEXT.indexOf('🚢')
    for (const [procedure, input, code] of [
      ['annotations.create', { articleId: 1, start: ship, end: ship + 1, tag: 'demand' }, 'range-invalid'],
      ['annotations.create', { articleId: 1, start: 0, end: 5, tag: 'insult' }, 'not-found'],
      ['annotations.create', { articleId: 1, start: 'zero', end: 5, tag: 'demand' }, 'invalid-input'],
      ['articles.get', { id: 4_711 }, 'not-found'],
      ['tags.remove', { id: 1 }, 'built-in'],
      ['parties.create', { name: 'northern council' }, 'name-taken'],
    ] as const) {
      const said = await cli.on('call', procedure, JSON.stringify(input), '--json')
      expect([said.code, said.stdout], code).toEqual([1, ''])
      expect(said.stderr).toContain(`(${code})`)
      expect(said.stderr).not.toMatch(/\{|error\./)
    }
    expect(await cli.json<Annotation[]>('annotations')).toHaveLength(2)
  })

  test('undo and redo go on where an earlier process stopped', async () => {
    await coded()
    expect(await cli.json('call', 'history.undo')).toMatchObject({ step: { kind: 'annotations.create', state: 'undone' } })
    expect(await cli.json<Annotation[]>('annotations')).toHaveLength(1)
    expect(await cli.json('call', 'history.redo')).toMatchObject({ step: { state: 'done' } })
    expect(await cli.json<Annotation[]>('annotations')).toHaveLength(2)
  })

  test('a job is waited for, and its end is the answer', async () => {
    await coded()
    expect(await cli.json<Job>('call', 'reports.start', '{"kind":"comparison"}')).toMatchObject({
      kind: 'report',
      state: 'done',
      result: { mediaType: 'text/html' },
    })
  })
})

describe('lists', () => {
  test('articles and annotations are a line each, with tabs between; --json is one value with the same rows', async () => {
    await coded()
    await cli.on('import', cli.write('other.txt', 'Another article about trains.'))
    const articles = await cli.on('articles')
    expect(articles).toMatchObject({ code: 0, stderr: '' })
    expect(articles.stdout).toBe('1\t2025-10-29\tHarbour Post\tFerry talks pause\t2\n2\t-\t-\tAnother article about trains\t0\n')
    expect((await cli.json<ArticleSummary[]>('articles', '--text', 'ferry dusk')).map((article) => article.id)).toEqual([1])
    expect((await cli.on('articles', '--text', '"dusk ferry')).stdout).toBe('')
    const annotations = await cli.on('annotations')
    const { start, end } = spanOf(DEMAND)
    expect(annotations.stdout.split('\n')[0]).toBe(`1\t1\t${start}-${end}\tDemand\tNorthern Council\t${DEMAND}`)
    expect((await cli.on('annotations', '--article', '2')).stdout).toBe('')
    expect(await cli.json<Annotation[]>('annotations', '--article', '1')).toHaveLength(2)
  })

  test('a title with line ends, tabs or the codes that steer a terminal stays one cell of one line', async () => {
    await cli.on('import', cli.write('ferry.txt', TEXT))
    await cli.on('call', 'articles.update', JSON.stringify({ id: 1, patch: { title: 'One\ntwo\tthree \u001b[2Jfour', outlet: 'A\r\nB' } }))
    expect((await cli.on('articles')).stdout).toBe('1\t-\tA B\tOne two three [2Jfour\t0\n')
  })

  test('compare is a table with a column for each party, and the contract’s matrix as JSON', async () => {
    await coded()
    expect((await cli.on('compare')).stdout).toBe(
      ['\tNorthern Council\tIsland of Ø', 'Strait\t1\t1', 'Strait › Night ferries\t1 supports\t·', ''].join('\n'),
    )
    expect((await cli.on('compare', '--rows', 'party')).stdout).toBe(
      ['\tStrait\tStrait › Night ferries', 'Northern Council\t1\t1 supports', 'Island of Ø\t1\t·', ''].join('\n'),
    )
    expect(await cli.json('compare', '--rows', 'issue', '--cols', 'party')).toEqual(await cli.json('call', 'compare.matrix'))
    expect((await cli.json<Matrix>('compare', '--tag', 'THREAT', '--level', 'speaker')).columns).toHaveLength(1)
    expect((await cli.json<Matrix>('compare', '--from', '2025-10-30')).rows).toEqual([])
    expect((await cli.json<Matrix>('compare', '--from', '2025-10-29', '--to', '2025-10-29')).cells).toHaveLength(3)
  })
})

describe('check and backup', () => {
  test('G4 a sound library exits 0; planted drift is found, named and left alone, and exits 1', async () => {
    await coded()
    const sound = await cli.on('check')
    expect(sound).toMatchObject({ code: 0, stderr: '' })
    outsider(cli.library, `UPDATE annotation SET start_u16 = start_u16 + 1, end_u16 = end_u16 + 1 WHERE id = 1`)
    const drifted = await cli.on('check', '--json')
    expect(drifted.code).toBe(1)
    expect(JSON.parse(drifted.stdout) as CheckReport).toMatchObject({
      ok: false,
      anchors: [{ annotationId: 1, articleId: 1, problem: 'quote' }],
      history: ['annotation 1 differs from the history'],
    })
    const lines = await cli.on('check')
    expect(lines.code).toBe(1)
    expect(lines.stdout).toMatch(/Annotation 1 in article 1/)
    expect((await cli.json<Annotation[]>('annotations'))[0]).toMatchObject({ quote: DEMAND, start: spanOf(DEMAND).start + 1 })
  })

  test('C22 a backup is a library that opens with the same rows, one file, its owner’s alone', async () => {
    await coded()
    const copy = cli.at('copy.parley')
    expect(await cli.json('backup', copy)).toEqual({ file: copy })
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    for (const argv of [['articles'], ['annotations'], ['call', 'history.list']])
      expect((await cli.run(...argv, '--json', '--library', copy)).stdout).toBe((await cli.on(...argv, '--json')).stdout)
    expect((await cli.run('check', '--library', copy)).code).toBe(0)
  })

  test('a backup over the library itself, or into a folder that is not there, is refused and harms nothing', async () => {
    await coded()
    for (const target of [cli.library, cli.at('no/copy.parley')]) {
      const said = await cli.on('backup', target)
      expect([said.code, said.stdout]).toEqual([1, ''])
      expect(said.stderr).toContain('file-unwritable')
    }
    expect((await cli.on('check')).code).toBe(0)
    expect(existsSync(cli.at('no'))).toBe(false)
  })

  test('changes is a line for each move and thread, and the contract’s answer as JSON', async () => {
    await coded()
    expect((await cli.on('changes', '--since', '2025-10-28', '--until', '2025-10-30')).stdout).toBe(
      `new\tNorthern Council\tStrait › Night ferries\t- → 2025-10-29 supports\t${DEMAND}\n`,
    )
    expect((await cli.on('changes', '--since', '2025-10-29', '--until', '2025-10-30')).stdout.split('\n')).toEqual([
      'silent\tIsland of Ø\tStrait\t2025-10-29 → -\tWe will close the strait',
      `silent\tNorthern Council\tStrait › Night ferries\t2025-10-29 supports → -\t${DEMAND}`,
      '',
    ])
    const input = { then: '2025-10-28', now: '2025-10-30' }
    expect(await cli.json('changes', '--since', input.then, '--until', input.now)).toEqual(
      await cli.json('call', 'compare.changes', JSON.stringify(input)),
    )
    expect((await cli.on('changes', '--since', '2025-10-30', '--until', '2025-10-28')).code).toBe(2)
  })
})
