/**
 * Reads the project of a library from its JSON (written by exporters/interchange/project-json.ts). It may have been written by anybody:
 * nothing of it is taken that does not fit the schema, and no offset that does not lie in its text. Either all of it is good, or none.
 */
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { ForeignProject, ProjectArticle, ProjectLibrary, ProjectOriginal, ProjectRevision } from '../project.ts'
import { PROJECT_JSON_FORMAT, PROJECT_JSON_VERSION, presentHash, projectJsonSchema, type ProjectJson } from './project-json-schema.ts'

/**
 * `other`: not such a project at all; `newer`: of a later version; `damaged`: something in it is not as it has to be; `text`: a text that
 * stands elsewhere is not there, or not the one it was.
 */
export type ProjectJsonProblem = 'other' | 'newer' | 'damaged' | 'text'

/** With all that only a library has. */
export type WholeProject = ForeignProject & { readonly library: ProjectLibrary }

/** `left`: keys of the articles that are left out. */
export type ReadProjectJson =
  { readonly project: WholeProject; readonly left: readonly string[] } | { readonly problem: ProjectJsonProblem }

/** Articles whose text is not what it was are left out with their annotations where `skipTexts` is set; else they are a problem. */
export interface ProjectJsonTexts {
  /** The present text of an article by its uid, where the JSON does not hold it; undefined where there is none. */
  readonly textOf?: (uid: string) => string | undefined
  readonly skipTexts?: boolean
}

/** Never throws. Keys of the project are as they stand there: uids. */
export function projectFromJson(json: string, { textOf = () => undefined, skipTexts = false }: ProjectJsonTexts = {}): ReadProjectJson {
  const raw = parsed(json)
  if (raw === undefined) return { problem: 'damaged' }
  if (!isOurs(raw)) return { problem: 'other' }
  if (raw.version > PROJECT_JSON_VERSION) return { problem: 'newer' }
  const checked = projectJsonSchema.safeParse(raw)
  if (!checked.success) return { problem: 'damaged' }
  const { articles: written, annotations, files, origin, name, tags, issues, parties, library } = checked.data
  const originals = files.map(({ base64, ...file }): ProjectOriginal => ({ ...file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }))
  const articles: ProjectArticle[] = []
  const left = new Set<string>()
  for (const article of written) {
    const found = articleOf(article, originals, textOf)
    if (typeof found !== 'string') articles.push(found)
    else if (found === 'text' && skipTexts) left.add(article.key)
    else return { problem: found }
  }
  const kept = annotations.filter(({ article }) => !left.has(article))
  const texts = new Map(articles.map((article) => [article.key, article]))
  if (!kept.every((one) => lies(one, texts.get(one.article)))) return { problem: 'damaged' }
  if (!areUnique([articles, annotations, tags, issues, parties, library.threads, library.collections, library.stories]))
    return { problem: 'damaged' }
  return { project: { origin, name, articles, tags, issues, parties, annotations: kept, library }, left: [...left] }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isOurs = (raw: unknown): raw is { version: number } =>
  typeof raw === 'object' &&
  raw !== null &&
  'format' in raw &&
  raw.format === PROJECT_JSON_FORMAT &&
  'version' in raw &&
  typeof raw.version === 'number'

function articleOf(
  { text: own, textHash, textLength, file, revisions: written, ...article }: ProjectJson['articles'][number],
  originals: readonly ProjectOriginal[],
  textOf: (uid: string) => string | undefined,
): ProjectArticle | 'damaged' | 'text' {
  const text = own ?? textOf(article.uid)
  if (own === undefined && (text === undefined || text.length !== textLength || presentHash(text) !== textHash)) return 'text'
  if (text === undefined || !isText(text)) return 'damaged'
  const revisions: ProjectRevision[] = []
  for (const [index, { file: at, ...revision }] of written.entries()) {
    const content = index === written.length - 1 ? text : revision.text
    const original = originalAt(at, originals)
    if (content === undefined || !isText(content) || original === undefined || revision.number !== index + 1) return 'damaged'
    if (revision.pages?.some(({ start }) => start > content.length)) return 'damaged'
    revisions.push({ ...revision, text: content, original })
  }
  const original = originalAt(file, originals)
  const isInside = (article.notText ?? []).every(({ start, end }) => start < end && end <= text.length)
  if (original === undefined || !isInside) return 'damaged'
  return { ...article, text, original, revisions }
}

const originalAt = (at: number | null, originals: readonly ProjectOriginal[]): ProjectOriginal | null | undefined =>
  at === null ? null : originals[at]

const isText = (text: string): boolean => text.trim() !== '' && canonicalText(text).text === text

function lies({ start, end, revision }: ProjectJson['annotations'][number], article: ProjectArticle | undefined): boolean {
  const text = revision === undefined ? article?.text : article?.revisions?.find(({ number }) => number === revision)?.text
  return text !== undefined && start < end && end <= text.length
}

const areUnique = (lists: readonly (readonly { readonly key: string }[])[]): boolean =>
  lists.every((list) => new Set(list.map(({ key }) => key)).size === list.length)
