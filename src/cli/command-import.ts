/** `import`: files into the library, one article each. */
import { resolve } from 'node:path'
import { articleMetadataSchema, type ArticleMetadata } from '../shared/domain/article.ts'
import type { ImportItem, ImportOutcome } from '../shared/domain/import.ts'
import type { Client } from '../shared/rpc/client.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandSpec } from './command.ts'
import { UsageError, type Console } from './console.ts'
import { whenEnded, withLibrary } from './library.ts'
import { say } from './words.ts'

export const importCommand: CommandSpec = {
  name: 'import',
  usage: 'import FILES… --library FILE [--outlet --author --date --title --language --url --encoding]',
  options: {
    outlet: { type: 'string' },
    author: { type: 'string' },
    date: { type: 'string' },
    title: { type: 'string' },
    language: { type: 'string' },
    url: { type: 'string' },
    encoding: { type: 'string' },
  },
  words: Infinity,
  example: 'parley import talks.txt --library talks.parley --date 2025-10-30',
  async run({ positionals, options, json, out }) {
    if (positionals.length === 0) throw new UsageError(say('cli.import.needsFiles'))
    if (positionals.length > 1 && options.title !== undefined) throw new UsageError(say('cli.import.oneTitle'))
    const metadata = corrections(options)
    const encoding = typeof options.encoding === 'string' ? { encoding: options.encoding } : {}
    return withLibrary(options, async ({ core, client }) => {
      // One entry a file, in the order given: staged, or why it cannot be.
      const staged: ({ stagedId: string } | ImportOutcome)[] = []
      for (const file of positionals) staged.push(await core.control.stagePath(resolve(file)).catch(unreadable))
      const items = staged.flatMap((file) => ('stagedId' in file ? [{ stagedId: file.stagedId, metadata, ...encoding }] : []))
      const done = items.length === 0 ? [] : await importAll(client, items, out)
      const outcomes = staged.flatMap((file) => ('stagedId' in file ? done.splice(0, 1) : [file]))
      if (json) out.json(outcomes)
      else outcomes.forEach((outcome) => out.text(describe(outcome)))
      return outcomes.every(({ outcome }) => outcome === 'imported' || outcome === 'duplicate') ? 0 : 1
    })
  },
}

/** Imports staged files; one outcome each. Throws what the job failed with. */
async function importAll(client: Client, items: ImportItem[], out: Console): Promise<ImportOutcome[]> {
  const { jobId } = await client.call('imports.start', { items })
  const job = await whenEnded(client, jobId, ({ state, done, total }) => {
    if (state === 'running') out.error(say('cli.import.progress', { done, total }))
  })
  if (job.result?.kind !== 'import') throw new ParleyError(job.error?.code ?? 'internal', job.error?.details)
  return [...job.result.items]
}

/** A file that is not there stops no other: it is one outcome among them. */
function unreadable(error: unknown): ImportOutcome {
  if (!(error instanceof ParleyError) || error.code !== 'file-unreadable') throw error
  const { name, reason } = error.details
  const problem = { code: reason === 'gone' ? ('gone' as const) : ('unreadable' as const), details: { reason: String(reason) } }
  return { name: String(name), outcome: 'refused', articleId: null, problem }
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

function describe({ name, outcome, articleId, problem }: ImportOutcome): string {
  if (problem)
    return say('cli.import.refused', { name, problem: say(`import.problem.${problem.code}`, { name, format: null, ...problem.details }) })
  return say(`cli.import.${outcome}`, { name, id: articleId ?? 0 })
}
