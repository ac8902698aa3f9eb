/** The network from the command line: the numbers of the window, and a GraphML file that is whole. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Network } from '../../../src/shared/domain/network.ts'
import { newCli, TEXT, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
  await cli.on('import', cli.write('ferry.txt', TEXT))
  for (const [start, speaker, issue, stance] of [
    [0, 'Council <north>', 'Strait', 'supports'],
    [1, 'Council <north>', 'Ferries', 'supports'],
    [2, 'Island of Ø', 'Strait', 'opposes'],
    [3, 'Island of Ø', 'Ferries', 'supports'],
    [4, 'Harbour', 'Strait', 'neutral'],
  ] as const)
    await cli.on(
      'call',
      'annotations.create',
      JSON.stringify({ articleId: 1, start, end: start + 6, tag: 'position', speaker, issues: [issue], stance }),
    )
})
afterEach(() => cli.remove())

test('a line for each pair that is linked, what is left out, and the contract’s network as JSON', async () => {
  expect((await cli.on('network')).stdout).toBe(
    ['\t\tAgreement\tConflict', 'Council <north>\tIsland of Ø\t1\t1', '1 statement takes no side and is left out.', ''].join('\n'),
  )
  expect((await cli.on('network', '--normalisation', 'jaccard')).stdout).toContain('Island of Ø\t0.3333\t0.3333\n')
  const asked = { normalisation: 'cosine', level: 'speaker' }
  expect(await cli.json('network', '--normalisation', 'cosine', '--level', 'speaker')).toEqual(
    await cli.json('call', 'network.read', JSON.stringify(asked)),
  )
  expect((await cli.json<Network>('network', '--issue', 'Ferries')).edges).toMatchObject([{ agreed: 1, opposed: 0 }])
})

test('--basis: where each side stands now, or all that it ever said', async () => {
  await cli.on(
    'call',
    'annotations.create',
    JSON.stringify({ articleId: 1, start: 6, end: 12, tag: 'position', speaker: 'Island of Ø', issues: ['Strait'], stance: 'conditional' }),
  )
  expect((await cli.on('network')).stdout).toContain('Island of Ø\t1\t0\n')
  expect((await cli.on('network', '--basis', 'all')).stdout).toContain('Island of Ø\t1\t1\n')
  const refused = await cli.on('network', '--basis', 'hearsay')
  expect([refused.code, refused.stderr.includes('current, all')]).toEqual([2, true])
})

test('--graphml writes a whole file for its owner alone', async () => {
  const file = cli.at('talks.graphml')
  const said = await cli.on('network', '--graphml', file)
  expect(said).toMatchObject({ code: 0, stderr: '', stdout: `Wrote 2 parties and 1 link to ${file}.\n` })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => names.push(text))
  parser.write(readFileSync(file, 'utf8')).close()
  expect(names).toEqual(expect.arrayContaining(['Council <north>', 'Island of Ø']))
})

test('a normalisation or level that is none is refused with those there are, and nothing is written', async () => {
  const said = await cli.on('network', '--normalisation', 'median', '--graphml', cli.at('no.graphml'))
  expect([said.code, said.stdout]).toEqual([2, ''])
  expect(said.stderr).toContain('none, activity, jaccard, cosine')
  expect((await cli.on('network', '--level', 'village')).code).toBe(2)
  expect(existsSync(cli.at('no.graphml'))).toBe(false)
})
