/** The words of a call: help for everything, and a call that is wrong says how, exits 2 and touches nothing. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../../src/cli/commands.ts'
import { commandHelp } from '../../../src/cli/help.ts'
import messages from '../../../resources/locales/en.json'
import { newCli, type Cli } from './cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
})
afterAll(() => cli.remove())

const locale: Record<string, string> = messages

describe('help', () => {
  test('lists every command with what it does, on stdout', async () => {
    for (const argv of [['help'], ['--help'], ['-h']]) {
      const { code, stdout, stderr } = await cli.run(...argv)
      expect([code, stderr]).toEqual([0, ''])
      for (const command of commands) expect(stdout).toContain(`  ${command.usage} `)
    }
  })

  test('is shown where no command was named, as a wrong call', async () => {
    const { code, stdout } = await cli.run()
    expect(code).toBe(2)
    expect(stdout).toBe((await cli.run('help')).stdout)
  })

  test.each(commands)('of $name names its options, each in words, and an example that is a call of it', async (command) => {
    const { code, stdout, stderr } = await cli.run(command.name, '--help')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`${commandHelp(command)}\n`)
    expect((await cli.run('help', command.name)).stdout).toBe(stdout)
    expect((await cli.run(command.name, '-h')).stdout).toBe(stdout)
    expect(locale[`cli.${command.name}.summary`]).toBeTruthy()
    for (const option of Object.keys(command.options)) {
      expect(stdout).toContain(`--${option}`)
      expect(stdout).toMatch(new RegExp(`--${option} +\\S.*\\w`))
      expect(locale[`cli.${command.name}.option.${option}`] ?? locale[`cli.filter.option.${option}`], option).toBeTruthy()
    }
    expect(command.example.startsWith(`parley ${command.name}`)).toBe(true)
    expect(stdout).not.toMatch(/cli\.\w/)
  })
})

describe('a wrong call', () => {
  test.each([
    ['an unknown command', ['destroy'], 'destroy'],
    ['a name that objects inherit', ['constructor'], 'constructor'],
    ['an unknown option', ['articles', '--colour', 'red'], '--colour'],
    ['an option without its value', ['articles', '--library'], '--library'],
    ['a switch with a value', ['articles', '--json=yes', '--library', 'x'], '--json'],
    ['no library', ['articles'], '--library'],
    ['an empty library', ['check', '--library', ''], '--library'],
    ['a word too many', ['articles', 'surplus', '--library', 'x'], 'surplus'],
    ['two targets of a backup', ['backup', 'a', 'b', '--library', 'x'], 'b'],
    ['no file to import', ['import', '--library', 'x'], 'file'],
    ['one title for two files', ['import', 'a', 'b', '--title', 'T', '--library', 'x'], '--title'],
    ['a date that is none', ['import', 'a', '--date', '2025-02-30', '--library', 'x'], '--date'],
    ['a language that is none', ['import', 'a', '--language', 'english language', '--library', 'x'], '--language'],
    ['a link that is none', ['import', 'a', '--url', 'file:///etc/passwd', '--library', 'x'], '--url'],
    ['an empty outlet', ['import', 'a', '--outlet', ' ', '--library', 'x'], '--outlet'],
    ['no report', ['report', '--out', 'x', '--library', 'x'], 'annotated'],
    ['an unknown report', ['report', 'everything', '--out', 'x', '--library', 'x'], 'annotated'],
    ['an unknown format', ['report', 'annotated', '--format', 'odt', '--out', 'x', '--library', 'x'], 'html'],
    ['no target of a report', ['report', 'annotated', '--library', 'x'], '--out'],
    ['rows and columns that are the same', ['compare', '--rows', 'party', '--cols', 'party', '--library', 'x'], '--cols'],
    ['no day since', ['changes', '--library', 'x'], '--since'],
    ['a day and a report', ['changes', '--since', '2025-10-19', '--report', '1', '--library', 'x'], '--since'],
    ['a day that is none', ['changes', '--since', 'Doha', '--library', 'x'], '--since'],
    ['no target of a backup', ['backup', '--library', 'x'], 'copy'],
    ['no procedure', ['call', '--library', 'x'], 'annotations.create'],
    ['an unknown procedure', ['call', 'articles.burn', '--library', 'x'], 'articles.burn'],
    ['a procedure that objects inherit', ['schema', 'toString'], 'toString'],
    ['a port that is none', ['serve', '--port', 'http'], '--port'],
    ['a port too high', ['serve', '--port', '65536'], '--port'],
  ])('%s: exit 2, the reason on stderr, nothing on stdout, nothing made', async (_, argv, named) => {
    const { code, stdout, stderr } = await cli.run(...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(named)
    expect(stderr).not.toMatch(/\n +at |cli\.\w|\{\w+\}/)
    if (argv[0] && commands.some((command) => command.name === argv[0])) expect(stderr).toContain(`parley ${argv[0]} --help`)
    expect(existsSync('x')).toBe(false)
  })

  test.each([
    ['a level that is none', ['compare', '--level', 'country'], 'side'],
    ['a first day that is none', ['compare', '--from', '2025-10'], '--from'],
    ['a last day that is none', ['compare', '--to', 'today'], '--to'],
    ['an unknown tag', ['compare', '--tag', 'insult'], 'demand'],
    ['an article that is no number', ['annotations', '--article', 'one'], '--article'],
    ['an article below one', ['annotations', '--article', '0'], '--article'],
    ['an article that is no number, in a report', ['report', 'annotated', '--out', 'x', '--article', '1.5'], '--article'],
    ['input that is not JSON', ['call', 'articles.get', '{id:1}'], 'JSON'],
  ])('%s: exit 2 with a library open, too', async (_, argv, named) => {
    const { code, stdout, stderr } = await cli.on(...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(named)
    expect(stderr).not.toMatch(/cli\.\w|\{\w+\}/)
  })
})

test('schema prints the contract as JSON Schema, whole or one procedure of it, without a library', async () => {
  const all = await cli.run('schema')
  expect([all.code, all.stderr]).toEqual([0, ''])
  const one = await cli.run('schema', 'annotations.create', '--json')
  const schema = JSON.parse(one.stdout) as Record<string, { kind: string; doc: string; input: { properties: object; required: string[] } }>
  expect(Object.keys(schema)).toEqual(['annotations.create'])
  expect(schema['annotations.create']).toMatchObject({
    kind: 'mutation',
    input: { required: ['articleId', 'tag', 'start', 'end'], additionalProperties: false },
  })
  expect((JSON.parse(all.stdout) as typeof schema)['annotations.create']).toEqual(schema['annotations.create'])
})
