/** `parley search`: one hit a line, or all as JSON; what is off and what is left out goes to stderr. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FoundArticle } from '../../../src/shared/domain/search.ts'
import { newCli, TEXT, type Cli } from './cli.ts'

interface Answer {
  total: number
  complete: boolean
  problems: { code: string }[]
  articles: FoundArticle[]
}

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
  const many = Array.from({ length: 600 }, (_, at) => `Lantern ${at} was lit at the quay.`).join('\n')
  for (const [name, text] of [
    ['ferry.txt', TEXT],
    ['second.txt', `Second ferry\n\n${'The ferry came back. '.repeat(3)}`],
    ['lanterns.txt', many],
  ] as const)
    await cli.on('import', cli.write(name, text))
})
afterAll(() => cli.remove())

describe('search', () => {
  test('prints one hit a line with its article, kind and place', async () => {
    const { stdout, stderr } = await cli.on('search', '"close the strait"')
    const [line = '', ...others] = stdout.trim().split('\n')
    const [id, , kind, place = '', text] = line.split('\t')
    expect([Number(id) > 0, kind, others, stderr]).toEqual([true, 'text', [], ''])
    expect(place).toMatch(/^\d+-\d+$/)
    expect(text).toContain('We will close the strait')
  })

  test('gives offsets that hold in the text, as JSON', async () => {
    const { total, complete, articles } = await cli.json<Answer>('search', 'dusk')
    const [hit] = articles[0]?.hits ?? []
    expect([total, complete, hit?.line.text.slice(hit.line.marks[0]?.start, hit.line.marks[0]?.end)]).toEqual([1, true, 'dusk'])
  })

  test('says what is off in the query, with its place, and goes on', async () => {
    const { stdout, stderr } = await cli.on('search', '"close the strait')
    expect(stderr).toMatch(/^0-1: /)
    expect(stdout).toContain('strait')
  })

  test('says how many articles a limit left out', async () => {
    const { stdout, stderr } = await cli.on('search', 'ferry', '--limit', '1')
    expect(
      new Set(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0]),
      ).size,
    ).toBe(1)
    expect(stderr).toContain('1 of 2 articles')
  })

  test('says where an article has more hits than are printed, in words and in the JSON', async () => {
    const { stderr } = await cli.on('search', 'lantern')
    expect(stderr).toContain('Not complete')
    expect(await cli.json<Answer>('search', 'lantern')).toMatchObject({ total: 1, complete: false })
  })

  test.each([[['search']], [['search', 'ferry', '--order', 'best']], [['search', 'ferry', '--limit', '0']]])(
    '%j is a wrong call',
    async (argv) => {
      expect(await cli.run(...argv, '--library', cli.library)).toMatchObject({ code: 2, stdout: '' })
    },
  )
})
