/**
 * A file of our own: the whole library as it was written, checked against the texts and the quotes that stand in the file for other programs.
 * What another program has changed since is told; what it has added is brought in like any annotation of others.
 */
import { createHash } from 'node:crypto'
import type { ForeignProject, ProjectLibrary } from '../project.ts'
import { namedLoss } from '../projects/losses.ts'
import { projectFromJson, type ProjectJsonProblem } from '../projects/project-json.ts'
import type { ImportLoss } from '../types.ts'
import { selectionOf } from './place.ts'
import { addressOf, isRecord, many, only, textOf, type Item } from './values.ts'
import { ownValue, PARLEY_NAMESPACE, uidOfUrn } from './vocabulary.ts'

export interface OwnProject {
  readonly project: ForeignProject & { readonly library: ProjectLibrary }
  /** Annotations that Parley did not write. */
  readonly added: readonly Item[]
  readonly lost: readonly ImportLoss[]
}

/** By this the annotations are known to be those that Parley wrote, in whatever order their values and however our names are written. */
export class ItemsHash {
  readonly #hash = createHash('sha256')

  add(item: unknown): this {
    this.#hash.update(`${JSON.stringify(inOneForm(item))}\n`)
    return this
  }

  hex(): string {
    return this.#hash.digest('hex')
  }
}

/** '' for what is nested too deep to tell. */
function hashOf(items: readonly unknown[]): string {
  try {
    return items.reduce<ItemsHash>((hash, item) => hash.add(item), new ItemsHash()).hex()
  } catch {
    return ''
  }
}

function inOneForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneForm)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, own]): [string, unknown] => [name.replace(PARLEY_NAMESPACE, 'parley:'), inOneForm(own)])
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** null for a collection that carries no project of ours. */
export function ownProject(collection: Item, items: readonly Item[]): OwnProject | ProjectJsonProblem | null {
  const json = textOf(ownValue(collection, 'project'))
  if (json === null) return null
  const sources = many(ownValue(collection, 'sources')).filter(isRecord)
  const texts = new Map(sources.map((source) => [uidOfUrn(addressOf(source) ?? ''), source]))
  const read = projectFromJson(json, { textOf: (uid) => textOf(texts.get(uid)?.['value']) ?? undefined, skipTexts: true })
  if ('problem' in read) return read.problem
  const { project } = read
  const here = new Set(project.articles.map(({ key }) => key))
  const changedTexts = sources.filter((source) => !here.has(uidOfUrn(addressOf(source) ?? '') ?? ''))
  const own = new Map(project.annotations.map((annotation) => [annotation.key, annotation]))
  const isOwn = (item: Item): boolean => own.has(uidOfUrn(textOf(item['id']) ?? '') ?? '')
  const lost: ImportLoss[] = [namedLoss('webanno-texts-changed', changedTexts.map((source) => textOf(source['label']) ?? ''))] // prettier-ignore
  if (hashOf(items) !== textOf(ownValue(collection, 'checksum'))) {
    const same = new Set(items.filter(quotesOf(project)).map((item) => uidOfUrn(textOf(item['id']) ?? '')))
    const changed = project.annotations.filter(({ key }) => !same.has(key)).length
    lost.push({ code: 'webanno-changed', count: Math.max(1, changed) })
  }
  const left = new Set(changedTexts.map((source) => addressOf(source)))
  return { project, added: items.filter((item) => !isOwn(item) && !left.has(targetAddress(item))), lost }
}

const targetAddress = (item: Item): string | null => {
  const target = only(item['target'])
  return addressOf(isRecord(target) && 'source' in target ? target['source'] : target)
}

/** Whether an item quotes what its annotation of the project stands on. */
function quotesOf({ annotations, articles }: ForeignProject): (item: Item) => boolean {
  const byKey = new Map(annotations.map((annotation) => [annotation.key, annotation]))
  const byArticle = new Map(articles.map((article) => [article.key, article]))
  return (item) => {
    const annotation = byKey.get(uidOfUrn(textOf(item['id']) ?? '') ?? '')
    const article = byArticle.get(annotation?.article ?? '')
    const target = only(item['target'])
    if (!annotation || !article || !isRecord(target)) return false
    const { start, end, revision } = annotation
    const text = revision === undefined ? article.text : article.revisions?.find(({ number }) => number === revision)?.text
    return selectionOf(target['selector']).quote?.exact === text?.slice(start, end)
  }
}
