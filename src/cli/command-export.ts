/** `export FORMAT`: the library, or part of it, for other tools; what the format cannot hold is said on stderr. */
import { resolve } from 'node:path'
import {
  EXPORT_NOTICES,
  EXPORT_OPTIONS,
  exportFormatSchema,
  type ExportFormat,
  type ExportInput,
  type ExportLoss,
  type ExportOption,
} from '../shared/domain/export.ts'
import { lossValues } from '../shared/domain/import-loss.ts'
import { ParleyError } from '../shared/rpc/envelope.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { whenEnded, withLibrary } from './library.ts'
import { line } from './table.ts'
import { say } from './words.ts'

/** What each of these changes in the choice. */
const SWITCHES: Readonly<Record<string, { option: ExportOption; choice: Partial<ExportInput> }>> = {
  'without-coders': { option: 'coders', choice: { coders: false } },
  'without-notes': { option: 'notes', choice: { notes: false } },
  'quotes-only': { option: 'quotesOnly', choice: { quotesOnly: true } },
  originals: { option: 'originals', choice: { originals: true } },
  history: { option: 'history', choice: { history: true } },
}

export const exportCommand: CommandSpec = {
  name: 'export',
  usage: `export ${exportFormatSchema.options.join('|')} --out FILE --library FILE [--without-coders --without-notes --quotes-only --originals --history] ${FILTER_USAGE}`,
  options: {
    out: { type: 'string' },
    'without-coders': { type: 'boolean' },
    'without-notes': { type: 'boolean' },
    'quotes-only': { type: 'boolean' },
    originals: { type: 'boolean' },
    history: { type: 'boolean' },
    ...FILTER_OPTIONS,
  },
  words: 1,
  example: 'parley export qdpx --out talks.qdpx --library talks.parley --party Kabul --without-coders',
  run({ positionals, options, json, out }) {
    const parsed = exportFormatSchema.safeParse(positionals[0])
    if (!parsed.success) throw new UsageError(say('cli.export.badFormat', { formats: exportFormatSchema.options.join(', ') }))
    const format = parsed.data
    if (typeof options.out !== 'string') throw new UsageError(say('cli.export.needsOut'))
    refuseIdle(format, options)
    const file = resolve(options.out)
    return withLibrary(options, async ({ core, client }) => {
      const on = Object.entries(SWITCHES).filter(([name]) => options[name] === true)
      const choice = Object.assign({}, ...on.map((entry) => entry[1].choice)) as Partial<ExportInput> // parts of one, joined
      const { jobId } = await client.call('exports.start', { format, filter: await readFilter(client, options), ...choice })
      const job = await whenEnded(client, jobId, () => undefined)
      if (job.result?.kind !== 'export') throw new ParleyError(job.error?.code ?? 'internal', job.error?.details)
      const { outputId, bytes, lost } = job.result
      await core.control.writeOutput(outputId, file)
      if (json) return out.json({ file, bytes, lost })
      out.text(say('cli.export.done', { file, bytes }))
      const notices = lost.filter(({ code }) => EXPORT_NOTICES.includes(code))
      const away = lost.filter((loss) => !notices.includes(loss))
      out.error(away.length === 0 ? say('export.lostNothing') : say('export.lostTitle'))
      for (const loss of away) out.error(`  ${lossLine(loss)}`)
      for (const notice of notices) out.error(lossLine(notice))
    })
  },
}

/** Names in a library may hold anything, also what would steer a terminal. */
const lossLine = (loss: ExportLoss): string => line([say(`export.lost.${loss.code}`, lossValues(loss))])

/** An option that changes nothing in this format was meant for another: better said than passed over. Throws UsageError. */
function refuseIdle(format: ExportFormat, options: Record<string, unknown>): void {
  const known = EXPORT_OPTIONS[format]
  const given = [
    ...Object.entries(SWITCHES).map(([name, { option }]) => ({ name, option })),
    ...Object.keys(FILTER_OPTIONS).map((name) => ({ name, option: 'filter' as const })),
  ].find(({ name, option }) => options[name] !== undefined && !known.includes(option))
  if (given) throw new UsageError(say('cli.export.idle', { option: `--${given.name}`, format }))
}
