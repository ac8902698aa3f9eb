/** `report KIND`: a report of any kind in any format, written to a file; from options, from a saved template, or from a briefing in a JSON file. */
import { resolve } from 'node:path'
import { reportFormatSchema, reportKindSchema } from '../shared/domain/report.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import { readReport, refuseCall } from './command-report-input.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE } from './filter-options.ts'
import { whenEnded, withLibrary } from './library.ts'
import { say } from './words.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const reportCommand: CommandSpec = {
  name: 'report',
  usage:
    `report ${reportKindSchema.options.join('|')} --format ${reportFormatSchema.options.join('|')} --out FILE --library FILE ` +
    `[--title TEXT] [--subtitle TEXT] [--party NAME] [--since DATE] [--until DATE] [--as-of DATE] [--new-since DATE|last] ` +
    `[--level speaker|organisation|side] [--template NAME] [--briefing FILE] [--quotes-only] [--without-coders] [--without-notes] ` +
    `[--house TEXT] [--logo FILE] [--banner TEXT] [--page-size a4|letter] ${FILTER_USAGE}`,
  options: {
    format: text,
    out: text,
    title: text,
    subtitle: text,
    since: text,
    until: text,
    'as-of': text,
    'new-since': text,
    level: text,
    template: text,
    briefing: text,
    'quotes-only': flag,
    'without-coders': flag,
    'without-notes': flag,
    house: text,
    logo: text,
    banner: text,
    'page-size': text,
    ...FILTER_OPTIONS,
  },
  words: 1,
  example: 'parley report dossier --party "Afghan Taliban" --format pdf --out dossier.pdf --library talks.parley',
  run({ positionals, options, json, out }) {
    if (typeof options.out !== 'string') throw new UsageError(say('cli.report.needsOut'))
    refuseCall(positionals[0], options)
    const file = resolve(options.out)
    return withLibrary(options, async ({ core, client }) => {
      const { jobId } = await client.call('reports.start', await readReport(client, positionals[0], options))
      const job = await whenEnded(client, jobId, () => undefined)
      if (job.result?.kind !== 'report') throw new ParleyError(job.error?.code ?? 'internal', job.error?.details)
      await core.control.writeOutput(job.result.outputId, file)
      if (json) out.json({ file, bytes: job.result.bytes })
      else out.text(say('cli.report.done', { file, bytes: job.result.bytes }))
    })
  },
}
