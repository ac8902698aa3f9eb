/** `codebook export` and `codebook import`: tags, issues and parties as a file. An import first says what it would do, with --dry-run only that. */
import { resolve } from 'node:path'
import { codebookFormatSchema, type CodebookImported, type CodebookImportPreview } from '../shared/domain/codebook-import.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandCall, CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { whenEnded, withLibrary } from './library.ts'
import { line as tableLine } from './table.ts'
import { say } from './words.ts'

const PARTS = ['tags', 'issues', 'parties'] as const

export const codebookCommand: CommandSpec = {
  name: 'codebook',
  usage:
    'codebook export --out FILE [--format json|csv|qdc] --library FILE | codebook import FILE [--dry-run] [--take] [--as tags|issues] --library FILE',
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    'dry-run': { type: 'boolean' },
    take: { type: 'boolean' },
    as: { type: 'string' },
  },
  words: 2,
  example: 'parley codebook import colleague.qdc --dry-run --library talks.parley',
  run(call) {
    const [action] = call.positionals
    if (action === 'export') return exportTo(call)
    if (action === 'import') return importFrom(call)
    throw new UsageError(say('cli.codebook.needsAction'))
  },
}

function exportTo({ positionals, options, json, out }: CommandCall): Promise<void> {
  if (positionals.length > 1) throw new UsageError(say('cli.surplus', { word: positionals[1] ?? '' }))
  refuseForeign(options, ['dry-run', 'take', 'as'])
  if (typeof options.out !== 'string') throw new UsageError(say('cli.codebook.needsOut'))
  const file = resolve(options.out)
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase()
  const fallback = codebookFormatSchema.safeParse(ending).data ?? 'json'
  const format = codebookFormatSchema.safeParse(options.format ?? fallback)
  if (!format.success) throw new UsageError(say('cli.codebook.badFormat', { formats: codebookFormatSchema.options.join(', ') }))
  return withLibrary(options, async ({ core, client }) => {
    const { jobId } = await client.call('codebook.export', { format: format.data })
    const job = await whenEnded(client, jobId, () => undefined)
    if (job.result?.kind !== 'codebook') throw new ParleyError(job.error?.code ?? 'internal', job.error?.details)
    const { bytes, lost, outputId } = job.result
    await core.control.writeOutput(outputId, file)
    if (json) return out.json({ file, bytes, lost })
    out.text(say('cli.codebook.written', { file, bytes }))
    for (const { what, count } of lost) out.error(say('cli.codebook.lost', { what: say(`codebook.lost.${what}`, { count }) }))
  })
}

function importFrom({ positionals, options, json, out }: CommandCall): Promise<number> {
  const [, name] = positionals
  refuseForeign(options, ['out', 'format'])
  if (name === undefined) throw new UsageError(say('cli.codebook.needsFile'))
  if (options.as !== undefined && options.as !== 'tags' && options.as !== 'issues') throw new UsageError(say('cli.codebook.badAs'))
  const codesAs = options.as
  return withLibrary(options, async ({ core, client }) => {
    const { stagedId } = await core.control.stagePath(resolve(name))
    const preview = await client.call('codebook.previewImport', { stagedId, codesAs })
    if (!json) for (const { code, details } of preview.problems) out.error(say(`codebook.problem.${code}`, details))
    if (preview.refused || options['dry-run'] === true) {
      if (json) out.json(preview)
      else if (!preview.refused) showPlan(preview, out)
      return preview.refused ? 1 : 0
    }
    const take = preview.rows.filter((row) => row.state !== 'same').map(({ part, key }) => ({ part, key, action: 'take' as const }))
    const done = await client.call('codebook.import', { stagedId, codesAs, ...(options.take === true && { decisions: take }) })
    if (json) out.json(done)
    else showDone(done, out)
    return 0
  })
}

function showPlan({ rows, parts }: CodebookImportPreview, out: CommandCall['out']): void {
  for (const { part, path, state, changes, conflicts } of rows) {
    if (state === 'same') continue
    const line = [
      state,
      part,
      path.join(' › '),
      ...changes.map((change) => change.field),
      ...conflicts.map(({ kind, value, holder }) => `! ${kind}: ${value} (${holder})`),
    ]
    // Names of a file may hold anything, also what would steer a terminal.
    out.text(tableLine(line))
  }
  for (const part of PARTS) out.text(say('cli.codebook.planned', { part: say(`codebook.${part}`), ...parts[part] }))
}

function showDone(done: CodebookImported, out: CommandCall['out']): void {
  for (const part of PARTS) out.text(say('cli.codebook.done', { part: say(`codebook.${part}`), ...done[part] }))
}

/** Options of the other action. Throws UsageError. */
function refuseForeign(options: Record<string, unknown>, foreign: readonly string[]): void {
  const wrong = foreign.find((option) => options[option] !== undefined)
  if (wrong !== undefined) throw new UsageError(say('cli.codebook.badOption', { option: `--${wrong}` }))
}
