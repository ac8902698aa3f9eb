/** `import`: files and folders into the library; a file may hold many articles, or a project of another tool. */
import { resolve } from 'node:path'
import { articleMetadataSchema, type ArticleMetadata } from '../shared/domain/article.ts'
import { type ImportItem } from '../shared/domain/import.ts'
import { codesAsSchema, projectKindSchema, projectTakeSchema } from '../shared/domain/import-project.ts'
import { type ImportOutcome } from '../shared/domain/import-report.ts'
import type { Client } from '../shared/rpc/client.ts'
import type { StagedPaths } from '../shared/rpc/core-control.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandSpec } from './command.ts'
import { UsageError, type Console } from './console.ts'
import { columnsByPlace, parseColumns } from './import-columns.ts'
import { whenEnded, withLibrary } from './library.ts'
import { say } from './words.ts'

/** Where a password comes from: what stands on a command line can be read by everyone at the machine. */
export const PASSWORD_VARIABLE = 'PARLEY_PASSWORD'
const PAGE = 1_000

export const importCommand: CommandSpec = {
  name: 'import',
  usage: 'import FILES-OR-FOLDERS… --library FILE [--collection NAME --columns text=Body,… --report FILE --outlet --author --date …]',
  options: {
    outlet: { type: 'string' },
    author: { type: 'string' },
    date: { type: 'string' },
    title: { type: 'string' },
    language: { type: 'string' },
    url: { type: 'string' },
    encoding: { type: 'string' },
    collection: { type: 'string' },
    columns: { type: 'string' },
    duplicates: { type: 'boolean' },
    'codes-as': { type: 'string' },
    take: { type: 'string' },
    'bring-back': { type: 'boolean' },
    report: { type: 'string' },
  },
  words: Infinity,
  example: 'parley import talks.txt clippings/ --library talks.parley --date 2025-10-30 --collection October',
  async run({ positionals, options, json, out }) {
    if (positionals.length === 0) throw new UsageError(say('cli.import.needsFiles'))
    // Of folders it is known only later how many files they hold.
    if (positionals.length > 1 && options.title !== undefined) throw new UsageError(say('cli.import.oneTitle'))
    const metadata = corrections(options)
    const pairs = parseColumns(options.columns)
    const project = projectChoices(options)
    return withLibrary(options, async ({ core, client }) => {
      const found: StagedPaths[] = []
      for (const path of positionals) found.push(await core.control.stagePaths([resolve(path)]))
      const staged = found.flatMap((one) => one.staged)
      if (staged.length > 1 && options.title !== undefined) throw new UsageError(say('cli.import.oneTitle'))
      const left = found.reduce((sum, one) => sum + one.left, 0)
      if (left > 0) out.error(say('cli.import.left', { count: left }))
      const passed = found.reduce((sum, one) => sum + one.passed, 0)
      if (passed > 0) out.error(say('cli.import.passed', { count: passed }))
      const common: Omit<ImportItem, 'stagedId'> = {
        metadata,
        ...(typeof options.encoding === 'string' && { encoding: options.encoding }),
        ...(process.env[PASSWORD_VARIABLE] && { password: process.env[PASSWORD_VARIABLE] }),
        ...(options.duplicates === true && { addDuplicates: true }),
        ...project,
        ...(typeof options.collection === 'string' && { collectionIds: [await collection(client, options.collection)] }),
      }
      const items: ImportItem[] = []
      for (const { stagedId } of staged) items.push({ stagedId, ...common, ...(await columnsOf(client, { stagedId, ...common }, pairs)) })
      const run = items.length === 0 ? null : await importAll(client, items, out)
      if (run && typeof options.report === 'string') {
        const format = /\.csv$/i.test(options.report) ? 'csv' : 'text'
        const { outputId } = await client.call('imports.exportRun', { runId: run.runId, format })
        await core.control.writeOutput(outputId, resolve(options.report))
      }
      const outcomes = inOrder(found, run?.lines ?? [])
      if (json) out.json(outcomes)
      else outcomes.forEach((outcome) => out.text(describe(outcome)))
      return outcomes.every(({ outcome }) => outcome === 'imported' || outcome === 'duplicate') ? 0 : 1
    })
  },
}

/** Imports staged files; every line of the report. Throws what the job failed with. */
async function importAll(client: Client, items: ImportItem[], out: Console): Promise<{ runId: number; lines: ImportOutcome[] }> {
  const { jobId } = await client.call('imports.start', { items })
  let shown = -1
  const job = await whenEnded(client, jobId, ({ state, done, total }) => {
    if (state !== 'running' || done === shown) return
    shown = done
    out.error(say('cli.import.progress', { done, total }))
  })
  if (job.result?.kind !== 'import') throw new ParleyError(job.error?.code ?? 'internal', job.error?.details)
  const { runId } = job.result
  const lines: ImportOutcome[] = []
  for (let total = 1; lines.length < total;) {
    const page = await client.call('imports.run', { runId, limit: PAGE, offset: lines.length })
    if (page.lines.length === 0) break
    lines.push(...page.lines)
    total = page.total
  }
  return { runId, lines }
}

/**
 * Lines in the order of the words of the call, those that could not even be staged at their places. The report has the lines of each file
 * together, in the order of the files; a file may have several, a project one of its own besides.
 */
export function inOrder(found: readonly StagedPaths[], lines: readonly ImportOutcome[]): ImportOutcome[] {
  let at = 0
  const next = (names: readonly string[]): ImportOutcome[] => {
    const from = at
    for (const name of names) while (lines[at]?.name === name) at++
    return lines.slice(from, at)
  }
  const ordered = found.flatMap(({ staged, refused }) => [...next(staged.map(({ name }) => name)), ...refused.map(refusal)])
  return [...ordered, ...lines.slice(at)]
}

const refusal = ({ name, problem }: StagedPaths['refused'][number]): ImportOutcome => ({
  name,
  part: null,
  format: null,
  outcome: 'refused',
  articleId: null,
  title: null,
  problem,
  lost: [],
})

/** The collection with this name, made where there is none. */
async function collection(client: Client, name: string): Promise<number> {
  const known = (await client.call('collections.list', {})).find((one) => one.name === name.trim())
  return (known ?? (await client.call('collections.create', { name }))).id
}

async function columnsOf(
  client: Client,
  item: ImportItem,
  pairs: [string, string][],
): Promise<Pick<ImportItem, 'columns' | 'rememberColumns'>> {
  if (pairs.length === 0) return {}
  const { stagedId, encoding, password } = item
  const [preview] = await client.call('imports.preview', {
    items: [{ stagedId, ...(encoding && { encoding }), ...(password && { password }) }],
  })
  const columns = preview && columnsByPlace(pairs, preview)
  return columns ? { columns, rememberColumns: true } : {}
}

/** What is chosen for projects. Throws UsageError naming the option that is off. */
function projectChoices(options: Record<string, unknown>): Pick<ImportItem, 'codesAs' | 'take' | 'bringBack'> {
  const codesAs = oneOf('codes-as', codesAsSchema.options, options['codes-as'])
  const take = oneOf('take', projectTakeSchema.options, options.take)
  return {
    ...(codesAs !== null && { codesAs }),
    ...(take !== null && { take: Object.fromEntries(projectKindSchema.options.map((kind) => [kind, take])) }),
    ...(options['bring-back'] === true && { bringBack: true }),
  }
}

function oneOf<T extends string>(option: string, words: readonly T[], given: unknown): T | null {
  if (given === undefined) return null
  const known = words.find((word) => word === given)
  if (known === undefined) throw new UsageError(say('cli.import.oneOf', { option, words: words.join(', ') }))
  return known
}

/** Metadata given on the command line. Throws UsageError naming the option that is off. */
function corrections(options: Record<string, unknown>): Partial<ArticleMetadata> {
  const given = {
    outlet: options.outlet,
    author: options.author,
    published: options.date,
    title: options.title,
    language: options.language,
    url: options.url,
  }
  const parsed = articleMetadataSchema
    .partial()
    .safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (!parsed.success)
    throw new UsageError(
      `--${parsed.error.issues[0]?.path[0] === 'published' ? 'date' : String(parsed.error.issues[0]?.path[0])}: ${parsed.error.issues[0]?.message}`,
    )
  return parsed.data
}

function describe({ name, part, outcome, articleId, problem }: ImportOutcome): string {
  const file = part === null ? name : say('import.report.part', { name, part })
  if (problem)
    return say('cli.import.refused', {
      name: file,
      problem: say(`import.problem.${problem.code}`, { name, format: null, ...problem.details }),
    })
  // A project as a whole, or an article that stays away, is no article here.
  if (articleId === null && (outcome === 'imported' || outcome === 'duplicate')) return say(`cli.import.whole.${outcome}`, { name: file })
  return say(`cli.import.${outcome}`, { name: file, id: articleId ?? 0 })
}
