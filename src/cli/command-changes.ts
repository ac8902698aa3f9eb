/** `changes`: who moved, who fell silent, which threads were answered or became overdue, between two days or since a report. */
import { changesInputSchema, type CellChange } from '../shared/domain/changes.ts'
import { readLevel } from './command-compare.ts'
import type { CommandSpec } from './command.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, FILTER_USAGE, readFilter } from './filter-options.ts'
import { withLibrary } from './library.ts'
import { codebookNames, line } from './table.ts'
import { say } from './words.ts'

export const changesCommand: CommandSpec = {
  name: 'changes',
  usage: `changes --library FILE --since DATE|--report ID [--until DATE] [--basis said|coded] [--level speaker|organisation|side] ${FILTER_USAGE}`,
  options: {
    since: { type: 'string' },
    until: { type: 'string' },
    report: { type: 'string' },
    basis: { type: 'string' },
    level: { type: 'string' },
    ...FILTER_OPTIONS,
  },
  example: 'parley changes --since 2025-10-19 --until 2025-10-30 --library talks.parley',
  run: ({ options, json, out }) => {
    const span = readSpan(options)
    const level = readLevel(options.level)
    return withLibrary(options, async ({ client }) => {
      const changes = await client.call('compare.changes', { ...span, level, filter: await readFilter(client, options) })
      if (json) return out.json(changes)
      const names = await codebookNames(client)
      const party = (id: number | null): string => (id === null ? '-' : (names.parties.get(id) ?? '-'))
      for (const { kind, partyId, issueId, from, to } of changes.cells)
        out.text(line([kind, party(partyId), names.issues.get(issueId) ?? '-', moved(from, to), (to ?? from)?.quote ?? '-']))
      for (const { kind, ownerId, title, was, is, from, to } of changes.threads)
        out.text(line([kind, party(ownerId), title, `${was ?? '-'} → ${is}`, (to ?? from)?.quote ?? '-']))
      const beyond = changes.totals.cells + changes.totals.threads - changes.cells.length - changes.threads.length
      if (beyond > 0) out.error(say('cli.changes.beyond', { count: beyond }))
    })
  },
}

const OPTION_OF: Readonly<Record<string, string>> = { then: 'since', now: 'until' }

/** The two moments. Throws UsageError naming the option that is off. */
function readSpan({ since, until, report, basis }: Record<string, unknown>) {
  if (since === undefined && report === undefined) throw new UsageError(say('cli.changes.noSince'))
  if (typeof since === 'string' && typeof until === 'string' && until < since) throw new UsageError(say('cli.changes.backwards'))
  const given = { then: since, now: until, report: report === undefined ? undefined : Number(report), basis }
  const parsed = changesInputSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (parsed.success) return { then: parsed.data.then, now: parsed.data.now, report: parsed.data.report, basis: parsed.data.basis }
  const [issue] = parsed.error.issues
  const name = String(issue?.path[0])
  throw new UsageError(`--${OPTION_OF[name] ?? name}: ${issue?.message}`)
}

type Side = CellChange['from']

/** "2025-10-18 conditional 3 → 2025-10-27 opposes 4": day, stance and intensity, so that the move can be seen. */
function moved(from: Side, to: Side): string {
  const said = (quote: Side): string =>
    quote === null ? '-' : [quote.date ?? [], quote.stance ?? [], quote.intensity ?? []].flat().join(' ') || '-'
  return `${said(from)} → ${said(to)}`
}
