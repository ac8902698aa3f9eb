/** `import`: files into the library, one article each. */
import { resolve } from 'node:path'
import { articleMetadataSchema, type ArticleMetadata } from '../shared/domain/article.ts'
import type { ImportOutcome } from '../shared/domain/import.ts'
import type { CommandSpec } from './commands.ts'
import { UsageError } from './console.ts'
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
  example: 'parley import talks.txt --library talks.parley --date 2025-10-30',
  async run({ positionals, options, json, out }) {
    if (positionals.length === 0) throw new UsageError(say('cli.import.needsFiles'))
    if (positionals.length > 1 && options.title !== undefined) throw new UsageError(say('cli.import.oneTitle'))
    const metadata = corrections(options)
    const encoding = typeof options.encoding === 'string' ? { encoding: options.encoding } : {}
    return withLibrary(options, async ({ core, client }) => {
      const items = []
      for (const file of positionals)
        items.push({ stagedId: (await core.control.stagePath(resolve(file))).stagedId, metadata, ...encoding })
      const { jobId } = await client.call('imports.start', { items })
      const job = await whenEnded(client, jobId, (moved) => out.error(say('cli.import.progress', { done: moved.done, total: moved.total })))
      const outcomes = job.result?.kind === 'import' ? job.result.items : []
      if (json) out.json(outcomes)
      else outcomes.forEach((outcome) => out.text(describe(outcome)))
      return outcomes.some((outcome) => outcome.outcome === 'refused') || job.state !== 'done' ? 1 : 0
    })
  },
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
  if (problem) return say('cli.import.refused', { name, problem: say(`import.problem.${problem.code}`, { name, ...problem.details }) })
  return say(`cli.import.${outcome}`, { name, id: articleId ?? 0 })
}
