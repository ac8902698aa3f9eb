/** From what a reader found to what is stored: every article gets a title, its metadata in full, and its place in the file. */
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ImportSource, ImportProblem } from '../../shared/domain/import.ts'
import type { NewArticle } from '../store/articles.ts'
import type { NewOriginal } from '../store/revisions.ts'
import { textHash } from './fingerprint.ts'
import { readSource, type ReadWith, type StagedReading } from './staged-reading.ts'
import type { FoundArticle, ReadArticles } from './types.ts'

/** Longest title that is made here; a person may give a longer one. */
const TITLE = 300

/** Metadata of a found article as it would be stored. `name`: of its file, where the text gives no title. */
export function metadataOf(name: string, found: FoundArticle): ArticleMetadata {
  const { outlet, author, published, url, language, direction, note = null } = found
  return {
    title: found.title ?? ([name, found.text].map(asTitle).find((title) => title !== '') || '–'),
    outlet,
    author,
    published,
    url,
    language,
    direction,
    translatedFrom: null,
    reliability: null,
    credibility: null,
    note,
  }
}

/** Its place in the file, from 1; null for the only article of a file, which has none. */
export const partOf = (reading: ReadArticles, index: number): number | null => (reading.articles.length === 1 ? null : index + 1)

export const hashOf = (found: FoundArticle): string => found.textHash ?? textHash(found.text)

/** The file that articles came from, byte for byte. */
export function originalOf({ name, bytes, sha256 }: StagedReading, { mediaType, encoding }: ReadArticles): NewOriginal | null {
  return bytes && { sha256, name, mediaType, encoding, bytes }
}

/** An article as it is stored, with a person's corrections. */
export function asNewArticle(
  found: FoundArticle,
  metadata: ArticleMetadata,
  original: NewOriginal | null,
  part: number | null,
): NewArticle {
  const { text, pages = [], details = {}, notText = [] } = found
  return { metadata, text, textHash: hashOf(found), original, part, pages, details, notText }
}

/** One line that can stand as a title; a file may have any name at all, and pasted text has none. */
function asTitle(text: string): string {
  const line =
    text
      .trim()
      .split('\n', 1)[0]
      ?.replaceAll(/[\p{Cc}\s]+/gu, ' ') ?? ''
  return line
    .toWellFormed()
    .slice(0, TITLE)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim()
}

export interface OneArticle {
  text: string
  textHash: string
  metadata: ArticleMetadata
  original: NewOriginal
}

/** Reads a staged file of which the first article alone is wanted. Throws `staged-gone` for an id that is not there. */
export async function readStaged(
  session: ReadWith,
  source: ImportSource & { part?: number },
): Promise<OneArticle | { problem: ImportProblem }> {
  const { part = 1, ...wanted } = source
  const read = await readSource(session, wanted)
  const { reading } = read
  if (reading.kind === 'problem') return { problem: reading.problem }
  const found = reading.kind === 'articles' ? reading.articles[part - 1] : undefined
  const original = reading.kind === 'articles' ? originalOf(read, reading) : null
  if (!found || !original) return { problem: { code: 'no-text', details: {} } }
  return { text: found.text, textHash: hashOf(found), metadata: metadataOf(read.name, found), original }
}
