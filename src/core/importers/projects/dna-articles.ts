/** Documents of a DNA project as articles. Their texts are told apart by id and by what they hold, so that a second reading finds the same uids. */
import { dayRange, isPartialDate } from '../../../shared/domain/partial-date.ts'
import type { DnaData, DnaDocument } from '../../store/foreign/dna.ts'
import { textHash } from '../fingerprint.ts'
import { directionOf, recogniseLanguage } from '../metadata/language.ts'
import type { ProjectArticle } from '../project.ts'
import type { ImportLoss } from '../types.ts'
import { namedLoss } from './losses.ts'
import { sourceText, type SourceText } from './source-text.ts'
import { madeUid } from './uids.ts'

export interface DnaText extends SourceText {
  /** Hash of the text: part of what an annotation's uid is made of. */
  readonly hash: string
}

export async function dnaArticles({
  documents,
}: DnaData): Promise<{ articles: ProjectArticle[]; texts: ReadonlyMap<number, DnaText>; lost: ImportLoss[] }> {
  const articles: ProjectArticle[] = []
  const texts = new Map<number, DnaText>()
  const blank: string[] = []
  const undated: string[] = []
  for (const document of documents) {
    const source = sourceText(document.text)
    if (source.text.trim() === '') {
      blank.push(document.title)
      continue
    }
    const hash = textHash(source.text)
    texts.set(document.id, { ...source, hash })
    const published = dateOf(document.date)
    if (published === null && document.date !== null) undated.push(document.title)
    articles.push(await articleOf(document, source.text, { hash, published }))
  }
  return { articles, texts, lost: [namedLoss('articles-without-text', blank), namedLoss('dates', undated)] }
}

async function articleOf(
  document: DnaDocument,
  text: string,
  { hash, published }: { hash: string; published: string | null },
): Promise<ProjectArticle> {
  const language = await recogniseLanguage(text)
  const { id, title, author, source, section, type, notes } = document
  return {
    key: String(id),
    uid: madeUid('dna-document', title, document.date ?? 0, hash),
    text,
    title: lineOf(title),
    outlet: lineOf(source),
    author: lineOf(author),
    url: null,
    published,
    language,
    direction: directionOf(language, text),
    note: notes.trim() === '' ? null : notes,
    details: { ...(section.trim() !== '' && { section: section.trim() }), ...(type.trim() !== '' && { type: type.trim() }) },
    original: {
      name: `${title.trim() || id}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: new TextEncoder().encode(document.text),
    },
  }
}

const lineOf = (text: string): string | null => text.replaceAll(/\s+/g, ' ').trim() || null

/** A day; with the time where one was entered. No zone: the program knows none. */
function dateOf(milliseconds: number | null): string | null {
  if (milliseconds === null || !Number.isFinite(milliseconds)) return null
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) return null
  const written = date.toISOString()
  const day = written.slice(0, 10)
  const value = written.slice(11, 16) === '00:00' ? day : written.slice(0, 16)
  return isPartialDate(value) && dayRange(value).first < 100_000 ? value : null
}
