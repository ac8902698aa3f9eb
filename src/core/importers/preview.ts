/** From staged bytes to what an article would become: the same reading serves the preview and the import itself. */
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ImportItem, ImportPreview, ImportProblem } from '../../shared/domain/import.ts'
import type { Session } from '../session.ts'
import { articleWithText, type NewOriginal } from '../store/revisions.ts'
import type { ReadDb } from '../store/types.ts'
import { bytesHash, textHash } from './fingerprint.ts'

const EXCERPT = 2_000
/** Longest title that is made here; a person may give a longer one. */
const TITLE = 300

type ReadWith = Pick<Session, 'staging' | 'parsers'>

export interface ReadArticle {
  text: string
  textHash: string
  metadata: ArticleMetadata
  original: NewOriginal
  encoding: string
  certainty: 'certain' | 'likely' | 'guess'
  encodings: string[]
}

/** Reads and recognises a staged file. Throws `staged-gone` for an id that is not there. */
export async function readStaged(
  { staging, parsers }: ReadWith,
  item: Pick<ImportItem, 'stagedId' | 'encoding'>,
): Promise<ReadArticle | { problem: ImportProblem }> {
  const { name } = staging.nameOf(item.stagedId)
  const read = await staging.read(item.stagedId)
  if ('problem' in read) return read
  const reading = await parsers.read({ name, bytes: read.bytes, ...(item.encoding !== undefined && { encoding: item.encoding }) })
  if (reading.kind === 'problem') return { problem: reading.problem }
  const [parsed] = reading.kind === 'articles' ? reading.articles : []
  if (reading.kind !== 'articles' || !parsed) return { problem: { code: 'no-text', details: {} } }
  const metadata: ArticleMetadata = {
    title: parsed.title ?? ([name, parsed.text].map(asTitle).find((title) => title !== '') || '–'),
    outlet: parsed.outlet,
    author: parsed.author,
    published: parsed.published,
    url: parsed.url,
    language: parsed.language,
    direction: parsed.direction,
    translatedFrom: null,
    reliability: null,
    credibility: null,
    note: null,
  }
  return {
    text: parsed.text,
    textHash: textHash(parsed.text),
    metadata,
    original: { sha256: bytesHash(read.bytes), name, mediaType: reading.mediaType, encoding: reading.encoding, bytes: read.bytes },
    encoding: reading.encoding,
    certainty: reading.certainty,
    encodings: [...reading.candidates],
  }
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

/** What an import would store, without storing it. `reading` is asked for the library once the file is read, and throws where that is closed by now. */
export async function previewImport(
  reading: () => ReadDb,
  session: ReadWith,
  item: Pick<ImportItem, 'stagedId' | 'encoding'>,
): Promise<ImportPreview> {
  const { name, size } = session.staging.nameOf(item.stagedId)
  const read = await readStaged(session, item)
  const file = { stagedId: item.stagedId, name, bytes: size }
  if ('problem' in read) {
    const candidates = read.problem.details.candidates
    const encodings = typeof candidates === 'string' ? candidates.split(',') : []
    return {
      ...file,
      problem: read.problem,
      metadata: null,
      encoding: item.encoding ?? null,
      certainty: null,
      encodings,
      excerpt: '',
      chars: 0,
      duplicate: null,
    }
  }
  return {
    ...file,
    problem: null,
    metadata: read.metadata,
    encoding: read.encoding,
    certainty: read.certainty,
    encodings: read.encodings,
    excerpt: read.text.slice(0, EXCERPT),
    chars: read.text.length,
    duplicate: articleWithText(reading(), read.textHash),
  }
}
