/**
 * The texts that a file holds, by the addresses that annotations call them: articles of a library of ours, and resources that are given with
 * their text. A position counts in the text as it stands in the file, which may hold what our canonical text does not.
 */
import { codePointOffsets } from '../../../shared/text/offsets.ts'
import { textHash } from '../fingerprint.ts'
import { directionOf, recogniseLanguage } from '../metadata/language.ts'
import type { ForeignProject, ProjectArticle } from '../project.ts'
import { sourceText, type SourceText } from '../projects/source-text.ts'
import { madeUid, uidOfGuid } from '../projects/uids.ts'
import type { CountedText } from './place.ts'
import { addressOf, isRecord, many, only, textOf, type Item } from './values.ts'
import { ownValue, uidOfUrn, urnOf } from './vocabulary.ts'

export interface FileText extends CountedText {
  /** Key of its article, and the number of the revision where it is not the present text. */
  readonly article: string
  readonly revision?: number
  readonly source: SourceText
}

export type FileTexts = Map<string, FileText>

/** Every text of a project of ours, under its urn and, where no other has it, under the address of its article. */
export function textsOfProject({ articles }: Pick<ForeignProject, 'articles'>): FileTexts {
  const texts: FileTexts = new Map()
  const addresses = Map.groupBy(articles, ({ url }) => url)
  for (const article of articles) {
    const present = fileText(article.text, article.key)
    texts.set(urnOf(article.key), present)
    if (article.url !== null && addresses.get(article.url)?.length === 1) texts.set(article.url, present)
    for (const { uid, number, text } of article.revisions?.slice(0, -1) ?? [])
      texts.set(urnOf(uid), { ...fileText(text, article.key), revision: number })
  }
  return texts
}

function fileText(raw: string, article: string): FileText {
  return { raw, article, points: codePointOffsets(raw), source: sourceText(raw) }
}

/** Resources that are given with their text: sources of our own files, sources and targets with a value, and texts written into an address. */
export function embeddedIn(root: unknown, annotations: readonly Item[]): ReadonlyMap<string, { raw: string; resource: Item }> {
  const found = new Map<string, { raw: string; resource: Item }>()
  const add = (resource: unknown): void => {
    const id = addressOf(resource)
    const raw = isRecord(resource) ? textOf(resource['value']) : null
    const text = raw ?? (id === null ? null : writtenIn(id))
    if (id !== null && text !== null && text.trim() !== '' && !found.has(id)) found.set(id, { raw: text, resource: isRecord(resource) ? resource : {} })
  } // prettier-ignore
  if (isRecord(root)) many(ownValue(root, 'sources')).forEach(add)
  for (const { target } of annotations)
    for (const one of many(target)) {
      add(isRecord(one) && 'source' in one ? only(one['source']) : one)
    }
  return found
}

/** The text of an address that is one itself (RFC 2397); null for any other. */
function writtenIn(address: string): string | null {
  const match = /^data:text\/plain(?:;charset=(?:utf-8|us-ascii))?(;base64)?,(.*)$/is.exec(address)
  if (!match) return null
  try {
    const [, isBase64, data = ''] = match
    const bytes = isBase64 ? Buffer.from(decodeURIComponent(data), 'base64') : Buffer.from(decodeURIComponent(data))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A resource with its text as an article. `title`: what its annotations say of it, where it says nothing itself. */
export async function articleOf(
  address: string,
  { raw, resource }: { raw: string; resource: Item },
  title: string | null,
): Promise<{ article: ProjectArticle; text: FileText }> {
  const text = fileText(raw, address)
  const content = text.source.text
  const uid = uidOfUrn(address)
  const written = textOf(resource['language'])
  const language = written !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(written) ? written : await recogniseLanguage(content)
  const direction = textOf(resource['textDirection'])
  const via = addressOf(resource['via'])
  const url = [address, via].find((one) => one !== null && /^https?:\/\/\S+$/i.test(one)) ?? null
  const article: ProjectArticle = {
    key: address,
    uid: uid === null ? madeUid('web-annotation-source', address, textHash(content)) : uidOfGuid(uid),
    text: content,
    title: textOf(resource['label']) ?? title,
    outlet: null,
    author: null,
    url,
    published: null,
    language,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : directionOf(language, content),
  }
  return { article, text }
}
