/** What a `report` command asks for: first what a template or a briefing's file says, then what the options say in its place. */
import { reportFormatSchema, reportInputSchema, reportKindSchema, type ReportInput } from '../shared/domain/report.ts'
import type { TemplateInput } from '../shared/domain/report-template.ts'
import type { Client } from '../shared/rpc/client.ts'
import { foldName } from '../shared/text/fold.ts'
import { readBriefing, readLogoFile } from './command-report-files.ts'
import { UsageError } from './console.ts'
import { FILTER_OPTIONS, readFilter } from './filter-options.ts'
import { findParty } from './names.ts'
import { say } from './words.ts'

type Options = Record<string, unknown>

/** What is wrong whatever stands in the library, so that none is opened for it. Throws UsageError naming it. */
export function refuseCall(word: string | undefined, { format, template, briefing }: Options): void {
  const isNamed = word !== undefined || typeof template === 'string' || typeof briefing === 'string'
  if (!isNamed || (word !== undefined && !reportKindSchema.safeParse(word).success))
    throw new UsageError(say('cli.report.badKind', { kinds: reportKindSchema.options.join(', ') }))
  if (format !== undefined && !reportFormatSchema.safeParse(format).success)
    throw new UsageError(say('cli.report.badFormat', { formats: reportFormatSchema.options.join(', ') }))
}

/** Throws UsageError naming what is off. */
export async function readReport(client: Client, word: string | undefined, options: Options): Promise<ReportInput> {
  const base: Partial<TemplateInput> = {
    ...(typeof options.template === 'string' && (await findTemplate(client, options.template))),
    ...(typeof options.briefing === 'string' && { kind: 'briefing' as const, ...(await readBriefing(options.briefing)) }),
  }
  const kind = reportKindSchema.safeParse(word ?? base.kind)
  if (!kind.success) throw new UsageError(say('cli.report.badKind', { kinds: reportKindSchema.options.join(', ') }))
  if (kind.data === 'briefing' && !base.blocks?.length) throw new UsageError(say('cli.report.noBlocks'))
  const subject = kind.data === 'dossier' ? await readSubject(client, options, base.party) : undefined
  // Whom a dossier is about does not narrow what others say of it.
  const filtering = subject === undefined ? options : { ...options, party: undefined }
  const hasFilter = Object.keys(FILTER_OPTIONS).some((name) => filtering[name] !== undefined)
  const given = {
    ...base,
    kind: kind.data,
    format: options.format ?? base.format ?? 'html',
    title: options.title ?? base.title,
    subtitle: options.subtitle ?? base.subtitle,
    filter: hasFilter ? await readFilter(client, filtering) : base.filter,
    level: options.level ?? base.level,
    party: subject,
    since: options.since ?? base.since,
    until: options.until ?? base.until,
    asOf: options['as-of'],
    newSince: await readNewSince(client, options['new-since']),
    quotesOnly: options['quotes-only'] === true || base.quotesOnly,
    include: {
      ...base.include,
      ...(options['without-coders'] === true && { coders: false }),
      ...(options['without-notes'] === true && { notes: false }),
    },
    look: await readLook(client, options),
  }
  const parsed = reportInputSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (!parsed.success) throw wrong(parsed.error.issues[0])
  const { since, until } = parsed.data
  if (parsed.data.kind === 'changes' && since === undefined) throw new UsageError(say('cli.changes.noSince'))
  if (since !== undefined && until !== undefined && until < since) throw new UsageError(say('cli.changes.backwards'))
  return parsed.data
}

const OPTION_OF: Readonly<Record<string, string>> = { asOf: 'as-of', newSince: 'new-since', pageSize: 'page-size' }

function wrong(issue: { path: readonly PropertyKey[]; message: string } | undefined): UsageError {
  const [first, second] = issue?.path ?? []
  const name = String(first === 'look' ? second : first)
  return new UsageError(`--${OPTION_OF[name] ?? name}: ${issue?.message}`)
}

async function findTemplate(client: Client, name: string): Promise<TemplateInput> {
  const templates = await client.call('reports.templates', {})
  const exact = templates.filter((template) => template.name === name)
  const [found, other] = exact.length > 0 ? exact : templates.filter((template) => foldName(template.name) === foldName(name))
  if (found && !other) return found.input
  const known = templates.map((template) => template.name).join(', ')
  throw new UsageError(say(other ? 'cli.report.severalTemplates' : 'cli.report.noTemplate', { name, known, count: templates.length }))
}

/** The one party that --party names, or that the template is about. */
async function readSubject(client: Client, { party }: Options, ofTemplate: number | undefined): Promise<number> {
  const [name, ...more] = Array.isArray(party) ? party.filter((one): one is string => typeof one === 'string') : []
  if (more.length > 0) throw new UsageError(say('cli.report.oneParty'))
  if (name !== undefined) return findParty(client, name)
  if (ofTemplate === undefined) throw new UsageError(say('cli.report.needsParty'))
  return ofTemplate
}

/** A day, or `last`: the report that was made last. */
async function readNewSince(client: Client, option: unknown): Promise<ReportInput['newSince']> {
  if (typeof option !== 'string') return undefined
  if (option !== 'last') return { day: option }
  const [last] = await client.call('reports.runs', { limit: 1 })
  if (!last) throw new UsageError(say('cli.report.noLast'))
  return { runId: last.id }
}

/** As the library's reports look, but for what the options say. */
async function readLook(client: Client, options: Options): Promise<ReportInput['look']> {
  const look = await client.call('reports.look', {})
  return {
    ...look,
    ...(typeof options.house === 'string' && { house: options.house }),
    ...(typeof options.banner === 'string' && { banner: options.banner }),
    ...(typeof options['page-size'] === 'string' && { pageSize: options['page-size'] as typeof look.pageSize }), // read by the schema next
    ...(typeof options.logo === 'string' && { logo: await readLogoFile(options.logo) }),
  }
}
