/**
 * What is decided in the review of an import: which articles come in, what was corrected, where they go. Pure. Keys: the staged id of a
 * file, `<id>/<part>` of an article in it, `<id>/rest` of the articles that are too many to be listed.
 */
import type { ImportArticle, ImportPreview } from '../../../shared/domain/import.ts'
import type { ProjectKind, ProjectTake, CodesAs } from '../../../shared/domain/import-project.ts'
import type { MetadataDraft } from '../../lib/parts/metadata-draft.ts'
import type { FileReading } from './preview-reader.ts'

export interface ProjectChoice {
  codesAs?: CodesAs
  take?: Partial<Record<ProjectKind, ProjectTake>>
}

export interface Choices {
  /** What a person ticked or unticked, by key of an article, a rest, or the file of a project. */
  ticks: ReadonlyMap<string, boolean>
  /** What was typed, by key of an article or a rest. */
  drafts: ReadonlyMap<string, Partial<MetadataDraft>>
  /** Collections by file: ids as text, or `new:<name>`. */
  collections: ReadonlyMap<string, readonly string[]>
  /** Files whose columns are not to be remembered. */
  forget: ReadonlySet<string>
  projects: ReadonlyMap<string, ProjectChoice>
}
export const NO_CHOICES: Choices = { ticks: new Map(), drafts: new Map(), collections: new Map(), forget: new Set(), projects: new Map() }

export type FileState = 'reading' | 'ready' | 'duplicate' | 'needs' | 'refused' | 'project'
/** Something that comes in or stays out as one. */
export interface Unit {
  key: string
  file: FileReading
  /** null: a project, or a rest. */
  article: ImportArticle | null
  /** How many articles it stands for. */
  count: number
}

export const articleKey = (stagedId: string, part: number): string => `${stagedId}/${part}`
export const restKey = (stagedId: string): string => `${stagedId}/rest`

const NEEDS = new Set(['needs-password', 'wrong-password', 'needs-columns', 'encoding'])

/** Whether a person can still make the file readable. */
export const needsPerson = (preview: ImportPreview | null): boolean => preview?.problem != null && NEEDS.has(preview.problem.code)

export function stateOf({ isReading, preview, error }: FileReading): FileState {
  if (preview === null) return isReading ? 'reading' : error ? 'refused' : 'reading'
  if (needsPerson(preview)) return 'needs'
  if (preview.problem || error) return 'refused'
  if (preview.project) return 'project'
  return preview.articles.length > 0 && preview.total === preview.articles.length && preview.articles.every(({ duplicate }) => duplicate)
    ? 'duplicate'
    : 'ready'
}

/** Whether the letters of a file are worth a look: they were guessed, or could not be read. */
export function isUnsure({ preview, how }: FileReading): boolean {
  if (preview === null) return false
  const isText = preview.encodings.length > 0 || (preview.encoding ?? '') !== ''
  return (
    preview.problem?.code === 'encoding' ||
    (isText && (preview.certainty === 'guess' || preview.certainty === 'likely' || how.encoding !== undefined))
  )
}

/** Whether the letters are still to be looked at: an encoding that a person chose is an answer. */
export const asksLetters = (file: FileReading): boolean => stateOf(file) === 'ready' && isUnsure(file) && file.how.encoding === undefined

export function unitsOf(file: FileReading): Unit[] {
  const { preview } = file
  if (!preview || preview.problem || file.error) return []
  const id = preview.stagedId
  if (preview.project) return [{ key: id, file, article: null, count: preview.project.articles }]
  const listed: Unit[] = preview.articles.map((article) => ({ key: articleKey(id, article.part), file, article, count: 1 }))
  const more = preview.total - preview.articles.length
  return more > 0 ? [...listed, { key: restKey(id), file, article: null, count: more }] : listed
}

/** How many articles a file holds, as far as it could be read. */
export const articlesIn = (file: FileReading): number => unitsOf(file).reduce((sum, { count }) => sum + count, 0)

/** For each article with the same text as one before it, in this file or another: the key of that one. */
export function twinsOf(files: readonly FileReading[]): Map<string, string> {
  const first = new Map<string, string>()
  const twins = new Map<string, string>()
  for (const unit of files.flatMap(unitsOf)) {
    if (!unit.article) continue
    const before = first.get(unit.article.textHash)
    if (before === undefined) first.set(unit.article.textHash, unit.key)
    else twins.set(unit.key, before)
  }
  return twins
}

/** Comes in unless a person says otherwise: what is not there already. */
export const isTicked = (unit: Unit, { ticks }: Choices, twins: ReadonlyMap<string, string>): boolean =>
  ticks.get(unit.key) ?? (unit.article === null || (unit.article.duplicate === null && !twins.has(unit.key)))

export const withTicks = (choices: Choices, keys: readonly string[], value: boolean): Choices => ({
  ...choices,
  ticks: new Map([...choices.ticks, ...keys.map((key) => [key, value] as const)]),
})

/** What differs from what was recognised stays; a draft in which nothing does is no draft. */
export function withDraft(choices: Choices, key: string, typed: Partial<MetadataDraft> | null): Choices {
  const drafts = new Map(choices.drafts)
  if (typed === null || Object.keys(typed).length === 0) drafts.delete(key)
  else drafts.set(key, typed)
  return { ...choices, drafts }
}

/** Whether closing would throw something away. */
export const hasInput = ({ ticks, drafts, collections, projects }: Choices): boolean =>
  ticks.size + drafts.size + collections.size + projects.size > 0

/** Whether something of it is nowhere but here: pasted text is in no file. `name`: what such files are called. */
export const isPasted = (files: readonly { readonly name: string }[], name: string): boolean =>
  files.some((file) => file.name === name || file.name === `${name}.html`)

/** What one thing says of many: their common value, or that there are several. */
export function common<T>(values: readonly T[]): { value: T } | null {
  const [first] = values
  return values.length > 0 && values.every((value) => value === first) ? { value: first as T } : null
}
