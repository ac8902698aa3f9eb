/**
 * From the choices of a review to what is asked of the core. Nothing that a person did not touch is sent along: it is read again, a table
 * with the columns it was shown with.
 */
import type { ArticleMetadata } from '../../../shared/domain/article.ts'
import type { ImportArticle, ImportItem } from '../../../shared/domain/import.ts'
import { draftOf, parseDraft, type DraftErrors, type MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import type { Say } from '../../lib/say.ts'
import type { FileReading } from './preview-reader.ts'
import { isTicked, restKey, unitsOf, type Choices, type Unit } from './review.ts'

export interface Wanted {
  items: ImportItem[]
  /** What is wrong in which draft, by key; nothing is to be started then. */
  wrong: Map<string, DraftErrors>
}

/** `collectionId` gives the id of a chosen collection, new ones being made by then. */
export function wantedItems(
  files: readonly FileReading[],
  choices: Choices,
  twins: ReadonlyMap<string, string>,
  say: Say,
  collectionId: (choice: string) => number | undefined = Number,
): Wanted {
  const wrong: Wanted['wrong'] = new Map()
  const items = files.flatMap((file) => {
    const units = unitsOf(file)
    const chosen = units.filter((unit) => isTicked(unit, choices, twins))
    // What is there already, and what cannot be read, goes along too: the core says so in the report, where it can be looked up later.
    const isLeftOut = units.length > 0 && units.every(({ key }) => choices.ticks.get(key) === false)
    return isLeftOut || file.preview === null ? [] : [itemOf(file, units, chosen, choices, twins, say, wrong, collectionId)]
  })
  return { items, wrong }
}

function itemOf(
  file: FileReading,
  units: readonly Unit[],
  chosen: readonly Unit[],
  choices: Choices,
  twins: ReadonlyMap<string, string>,
  say: Say,
  wrong: Wanted['wrong'],
  collectionId: (choice: string) => number | undefined,
): ImportItem {
  const { stagedId } = file.staged
  const base = file.preview?.articles[0]
  const ofAll = base ? correctionOf(restKey(stagedId), base, choices, say, wrong) : {}
  const isChosen = new Set(chosen.map(({ key }) => key))
  const addDuplicates = chosen.flatMap(({ key, article }) => (article && (article.duplicate || twins.has(key)) ? [article.part] : []))
  const isOut = ({ key }: Unit): boolean => !isChosen.has(key) && choices.ticks.get(key) === false
  const leaveOut = units.flatMap((unit) => (isOut(unit) ? partsOf(unit) : []))
  const parts = chosen.flatMap(({ key, article }) => {
    if (!article) return []
    // What is said of all would reach those too that were listed and not touched.
    const asFound = pick(article.metadata, Object.keys(ofAll))
    const metadata = { ...asFound, ...correctionOf(key, article, choices, say, wrong) }
    return Object.keys(metadata).length === 0 ? [] : [{ part: article.part, metadata }]
  })
  const collectionIds = (choices.collections.get(stagedId) ?? []).map(collectionId).filter((id) => id !== undefined)
  const project = choices.projects.get(stagedId)
  return {
    stagedId,
    ...shownColumns(file),
    ...file.how,
    ...(file.how.columns && !choices.forget.has(stagedId) && { rememberColumns: true }),
    ...(leaveOut.length > 0 && { leaveOut }),
    ...(Object.keys(ofAll).length > 0 && { metadata: ofAll }),
    ...(parts.length > 0 && { parts }),
    ...(collectionIds.length > 0 && { collectionIds }),
    ...(addDuplicates.length > 0 && { addDuplicates }),
    ...(file.preview?.project && project),
  }
}

/** The parts and corrections are of the articles that these columns gave; by the time of the import others may be remembered. */
const shownColumns = ({ preview }: FileReading): Pick<ImportItem, 'columns'> =>
  preview?.table && preview.problem === null ? { columns: preview.table.proposed.map((use) => use?.slice(0, 300) ?? null) } : {}

function partsOf({ article, file, count }: Unit): number[] {
  if (article) return [article.part]
  const from = (file.preview?.total ?? 0) - count
  return Array.from({ length: count }, (_, index) => from + index + 1)
}

/** What was typed, as metadata; what is wrong with it goes into `wrong`. */
function correctionOf(
  key: string,
  { metadata }: ImportArticle,
  { drafts }: Choices,
  say: Say,
  wrong: Wanted['wrong'],
): Partial<ArticleMetadata> {
  const typed = drafts.get(key)
  if (!typed) return {}
  const parsed = parseDraft({ ...draftOf(metadata), ...typed }, say)
  if ('metadata' in parsed) return pick(parsed.metadata, Object.keys(typed))
  wrong.set(key, parsed.errors)
  return {}
}

const pick = (metadata: ArticleMetadata, fields: readonly string[]): Partial<ArticleMetadata> =>
  Object.fromEntries(Object.entries(metadata).filter(([field]) => fields.includes(field)))

/** Fields that can be set for many at once. */
export const BULK_FIELDS = [
  'outlet',
  'author',
  'published',
  'language',
  'direction',
  'translatedFrom',
  'reliability',
  'credibility',
] as const
export type BulkField = (typeof BULK_FIELDS)[number]

/** The draft of a unit as it stands, recognised values and typed ones; null for a project. */
export function draftFor(unit: Unit, { drafts }: Choices): Partial<MetadataDraft> | null {
  if (unit.article) return { ...draftOf(unit.article.metadata), ...drafts.get(unit.key) }
  return unit.file.preview?.project ? null : (drafts.get(unit.key) ?? {})
}
