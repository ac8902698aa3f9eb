/** What is asked for of a report while it is being put together, and what is sent of it: only what its kind takes. Pure. */
import { z } from 'zod'
import { partyLevelSchema } from '../../../shared/domain/compare.ts'
import { filterSchema } from '../../../shared/domain/filter.ts'
import { idSchema } from '../../../shared/domain/ids.ts'
import {
  reportFormatSchema,
  reportIncludeSchema,
  reportKindSchema,
  type ReportInput,
  type ReportKind,
  type ReportLook,
} from '../../../shared/domain/report.ts'
import type { TemplateInput } from '../../../shared/domain/report-template.ts'
import { cleanFilter } from '../../lib/parts/filter/filter-set.ts'
import { begin, type BlockHistory } from './block-history.ts'
import { blockContentSchema, isWhole, type BlockContent } from './blocks.ts'

const day = z.iso.date()
/** As it is kept between two visits. What a later version wrote and this one cannot read falls back to what is usual. */
export const keptDraftSchema = z.object({
  kind: reportKindSchema.catch('annotated'),
  format: reportFormatSchema.catch('html'),
  title: z.string().catch(''),
  subtitle: z.string().catch(''),
  filter: filterSchema.catch({}),
  include: reportIncludeSchema.catch(() => reportIncludeSchema.parse({})),
  quotesOnly: z.boolean().catch(false),
  level: partyLevelSchema.catch('side'),
  party: idSchema.nullable().catch(null),
  since: day.nullable().catch(null),
  until: day.nullable().catch(null),
  newSince: z
    .union([z.strictObject({ day }), z.strictObject({ runId: idSchema })])
    .nullable()
    .catch(null),
  blocks: z.array(blockContentSchema).catch([]),
  /** The template it began with. */
  templateId: idSchema.nullable().catch(null),
})
export type KeptDraft = z.infer<typeof keptDraftSchema>

export interface ReportDraft extends Omit<KeptDraft, 'blocks'> {
  blocks: BlockHistory
}

export const NEW_DRAFT: KeptDraft = keptDraftSchema.parse({})

export const keyed = (contents: readonly BlockContent[], newKey: () => string): BlockHistory =>
  begin(contents.map((content) => ({ key: newKey(), content })))

export const toKept = ({ blocks, ...rest }: ReportDraft): KeptDraft => ({ ...rest, blocks: blocks.now.map(({ content }) => content) })
export const fromKept = (kept: KeptDraft, newKey: () => string): ReportDraft => ({ ...kept, blocks: keyed(kept.blocks, newKey) })

/** What a report, a template or an earlier run asks for, as a draft. */
export function draftOf({ title, subtitle, party, since, until, ...input }: TemplateInput, templateId: number | null): KeptDraft {
  return keptDraftSchema.parse({
    ...input,
    title: title ?? '',
    subtitle: subtitle ?? '',
    party: party ?? null,
    since: since ?? null,
    until: until ?? null,
    templateId,
  })
}

const BY_LEVEL: readonly ReportKind[] = ['comparison', 'timeline', 'changes', 'briefing']
/** Whether the columns or lanes of this kind are parties at a level. */
export const hasLevel = (kind: ReportKind): boolean => BY_LEVEL.includes(kind)

/** Options that say something about this kind of report. */
export function includesOf(kind: ReportKind): (keyof KeptDraft['include'])[] {
  const own: (keyof KeptDraft['include'])[] = kind === 'annotated' ? ['text', 'table', 'legend'] : kind === 'comparison' ? ['legend'] : []
  return [...own, 'charts', 'notes', 'coders', 'cover', 'contents', 'method', 'sources']
}

/** What a template keeps. `since`: the day that "what changed" begins with where none was chosen. */
export function toTemplate(draft: ReportDraft, since: string): TemplateInput {
  const { kind, format, include, quotesOnly, level, party } = draft
  return {
    kind,
    format,
    filter: cleanFilter(draft.filter),
    include,
    quotesOnly,
    level,
    ...(draft.title.trim() !== '' && { title: draft.title.trim() }),
    ...(draft.subtitle.trim() !== '' && { subtitle: draft.subtitle.trim() }),
    ...(kind === 'dossier' && party !== null && { party }),
    ...(kind === 'changes' && { since: draft.since ?? since, ...(draft.until !== null && { until: draft.until }) }),
    ...(kind === 'briefing' && { blocks: draft.blocks.now.flatMap(({ content }) => (isWhole(content) ? [content] : [])) }),
  }
}

/** What is sent for the preview and the export. */
export const toInput = (draft: ReportDraft, look: ReportLook, since: string): ReportInput => ({
  ...toTemplate(draft, since),
  look,
  ...(draft.newSince && { newSince: draft.newSince }),
})

/** What has to be chosen before there is a report at all. */
export function lackOf({ kind, party, blocks }: ReportDraft): 'party' | 'blocks' | null {
  if (kind === 'dossier' && party === null) return 'party'
  return kind === 'briefing' && !blocks.now.some(({ content }) => isWhole(content)) ? 'blocks' : null
}
