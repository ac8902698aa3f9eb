/** Names on the command line: one that means several is never guessed at. Lines of a table show what is there and steer nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { line } from '../../../src/cli/table.ts'
import type { Collection } from '../../../src/shared/domain/collection.ts'
import { newCli, TEXT, type Cli, type Said } from './cli.ts'

describe('a name that means several', () => {
  let cli: Cli
  beforeEach(async () => {
    cli = await newCli()
  })
  afterEach(() => cli.remove())
  const call = <T>(name: string, input: object): Promise<T> => cli.json('call', name, JSON.stringify(input))
  const narrowed = (...argv: string[]): Promise<Said> => cli.on('compare', ...argv)

  test('issues: the paths are said, and a path is taken', async () => {
    for (const name of ['Border', 'Truce']) {
      const { id } = await call<{ id: number }>('issues.create', { name })
      await call('issues.create', { name: 'Monitoring', parentId: id })
    }
    const said = await narrowed('--issue', 'monitoring')
    expect(said.code).not.toBe(0)
    expect(said.stderr).toContain('Border › Monitoring, Truce › Monitoring')
    expect((await narrowed('--issue', 'border > monitoring')).code).toBe(0)
    expect((await narrowed('--issue', 'Border')).code).toBe(0)
    await call('issues.create', { name: 'Monitoring' })
    expect((await narrowed('--issue', 'Monitoring')).code).toBe(0)
  })

  test('collections: the paths are said, and a path is taken', async () => {
    await cli.on('import', cli.write('ferry.txt', TEXT), '--date', '2025-10-29')
    for (const name of ['Doha', 'Istanbul']) {
      const { id } = await call<Collection>('collections.create', { name })
      await call('collections.create', { name: 'Day one', parentId: id })
    }
    const said = await narrowed('--collection', 'Day one')
    expect(said.code).not.toBe(0)
    expect(said.stderr).toContain('Doha › Day one, Istanbul › Day one')
    expect((await narrowed('--collection', 'Istanbul > day one')).code).toBe(0)
  })

  test('what nothing is called names what there is', async () => {
    await call('issues.create', { name: 'Border' })
    expect((await narrowed('--issue', 'Harbour')).stderr).toContain('Border')
  })
})

describe('a line', () => {
  test('holds neither breaks nor what steers a terminal', () => expect(line(['a\nb', 'c\u001b[2Jd', 3])).toBe('a b\tc [2Jd\t3'))
  test('holds no marks that turn its direction, and all else of other scripts', () => {
    expect(line(['\u202eevil\u202c', 'طالبان\u200f', '\u2066x\u2069', 'می\u200cخواهند'])).toBe('evil\tطالبان\tx\tمی\u200cخواهند')
  })
})
