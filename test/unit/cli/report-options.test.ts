/** What a report command asks for: templates, briefings from a file, the look of the house; and a plain sentence for each thing that is off. */
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newCli, TEXT, type Cli } from './cli.ts'

let cli: Cli
beforeEach(async () => {
  cli = await newCli()
  await cli.on('import', cli.write('ferry.txt', TEXT))
  await cli.on('call', 'annotations.create', JSON.stringify({ articleId: 1, start: 0, end: 11, tag: 'demand', speaker: 'Council' }))
})
afterEach(() => cli.remove())

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function made(...argv: string[]): Promise<string> {
  const out = cli.at('out.html')
  const said = await cli.on('report', ...argv, '--out', out)
  expect(said, argv.join(' ')).toMatchObject({ code: 0, stderr: '' })
  return readFileSync(out, 'utf8')
}
/** The input that was kept of the report made last. */
async function asked(): Promise<Record<string, unknown>> {
  const [run] = await cli.json<{ id: number }[]>('call', 'reports.runs', '{"limit":1}')
  const { input } = await cli.json<{ input: Record<string, unknown> }>('call', 'reports.run', JSON.stringify({ id: run?.id }))
  return input
}

test('a briefing from a file: its blocks in order with its title, and a title of the command in its place', async () => {
  const blocks = [
    { kind: 'summary', text: 'The **strait** stays open.' },
    { kind: 'text', heading: 'Aside', text: 'As the council says [1].', quotes: [1] },
  ]
  const file = cli.write('briefing.json', JSON.stringify({ title: 'From the file', quotesOnly: false, blocks }))
  const html = await made('briefing', '--briefing', file, '--as-of', '2025-11-01', '--without-coders')
  expect(html).toContain('From the file')
  expect(html.indexOf('stays open')).toBeGreaterThan(0)
  expect(html.lastIndexOf('Aside')).toBeGreaterThan(html.indexOf('stays open'))
  expect(await asked()).toMatchObject({ kind: 'briefing', asOf: '2025-11-01', include: { coders: false, notes: true } })
  expect(await made('--briefing', cli.write('list.json', JSON.stringify(blocks)), '--title', 'Mine')).toContain('Mine')
})

test('the same day and library give the same bytes', async () => {
  const once = await made('comparison', '--as-of', '2025-11-01')
  expect(await made('comparison', '--as-of', '2025-11-01')).toBe(once)
})

test('a saved template by its name; options go before it; the look is the library’s', async () => {
  await cli.on('call', 'reports.setLook', JSON.stringify({ patch: { house: 'House of Talks', banner: 'Restricted' } }))
  const input = { kind: 'comparison', title: 'Weekly talks', filter: { from: '2025-01-01' }, include: { notes: false } }
  await cli.on('call', 'reports.saveTemplate', JSON.stringify({ name: 'Weekly', input }))
  expect(await made('--template', 'weekly', '--subtitle', 'Week 43')).toContain('Weekly talks')
  const { kind, title, subtitle, include, look } = await asked()
  expect({ kind, title, subtitle }).toEqual({ kind: 'comparison', title: 'Weekly talks', subtitle: 'Week 43' })
  expect(include).toMatchObject({ notes: false, coders: true })
  expect(look).toMatchObject({ house: 'House of Talks', banner: 'Restricted', pageSize: 'a4' })

  const logo = cli.write('logo.png', PNG)
  await made(
    '--template',
    'Weekly',
    '--title',
    'Other',
    '--house',
    'Another',
    '--page-size',
    'letter',
    '--logo',
    logo,
    '--new-since',
    'last',
  )
  expect(await asked()).toMatchObject({
    title: 'Other',
    look: { house: 'Another', banner: 'Restricted', pageSize: 'letter', logo: { mediaType: 'image/png', base64: PNG.toString('base64') } },
    newSince: { runId: 1 },
  })
})

const WRONG: readonly [string[], RegExp][] = [
  [['holograph'], /Say which kind of report/],
  [['ledger', '--format', 'rtf'], /^--format: /],
  [['dossier'], /Say whom the dossier is about/],
  [['dossier', '--party', 'Nobody'], /Nobody/],
  [['dossier', '--party', 'Council', '--party', 'Council'], /one party/],
  [['briefing'], /A briefing needs its blocks/],
  [['changes'], /since/i],
  [['changes', '--since', '2025-10-30', '--until', '2025-10-19'], /./],
  [['ledger', '--as-of', 'yesterday'], /^--as-of: /],
  [['ledger', '--new-since', 'soon'], /^--new-since: /],
  [['ledger', '--new-since', 'last'], /No report was made/],
  [['ledger', '--page-size', 'a3'], /^--page-size: /],
  [['--template', 'Weekly'], /There is no template “Weekly”\. None is saved\./],
  [['--briefing', 'none.json'], /cannot be read/],
  [['--briefing', 'ferry.txt'], /is not JSON/],
  [['--briefing', 'bad.json'], /bad\.json is no briefing: 0\.kind: /],
  [['ledger', '--logo', 'ferry.txt'], /is no PNG or JPEG picture/],
]

test('what is off is told in a sentence with exit 2, and no file is written', async () => {
  cli.write('bad.json', '[{"kind":"hologram"}]')
  for (const [argv, sentence] of WRONG) {
    const placed = argv.map((word, index) => (['--briefing', '--logo'].includes(argv[index - 1] ?? '') ? cli.at(word) : word))
    const { code, stdout, stderr } = await cli.on('report', ...placed, '--out', cli.at('out.html'))
    expect([code, stdout], argv.join(' ')).toEqual([2, ''])
    expect(stderr.replaceAll(`${cli.folder}/`, ''), argv.join(' ')).toMatch(sentence)
    expect(existsSync(cli.at('out.html'))).toBe(false)
  }
})
