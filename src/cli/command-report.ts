/** `report KIND`: an annotated report or a comparison, written to a file. */
import { resolve } from 'node:path'
import { reportFormatSchema, reportKindSchema } from '../shared/domain/report.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { whenEnded, withLibrary } from './library.ts'
import { say } from './words.ts'

export const reportCommand: CommandSpec = {
  name: 'report',
  usage: `report ${reportKindSchema.options.join('|')} --format ${reportFormatSchema.options.join('|')} --out FILE --library FILE [--title TEXT] ${FILTER_USAGE}`,
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    title: { type: 'string' },
    ...FILTER_OPTIONS,
  },
  words: 1,
  example: 'parley report annotated --format html --out talks.html --library talks.parley',
  run({ positionals, options, json, out }) {
    const kind = reportKindSchema.safeParse(positionals[0])
    const format = reportFormatSchema.safeParse(options.format ?? 'html')
    if (!kind.success) throw new UsageError(say('cli.report.badKind', { kinds: reportKindSchema.options.join(', ') }))
    if (!format.success) throw new UsageError(say('cli.report.badFormat', { formats: reportFormatSchema.options.join(', ') }))
    if (typeof options.out !== 'string') throw new UsageError(say('cli.report.needsOut'))
    const file = resolve(options.out)
    return withLibrary(options, async ({ core, client }) => {
      const title = typeof options.title === 'string' ? { title: options.title } : {}
      const { jobId } = await client.call('reports.start', {
        kind: kind.data,
        format: format.data,
        filter: await readFilter(client, options),
        ...title,
      })
      const job = await whenEnded(client, jobId, () => undefined)
      if (job.result?.kind !== 'report') throw new ParleyError(job.error?.code ?? 'internal', job.error?.details)
      await core.control.writeOutput(job.result.outputId, file)
      if (json) out.json({ file, bytes: job.result.bytes })
      else out.text(say('cli.report.done', { file, bytes: job.result.bytes }))
    })
  },
}
