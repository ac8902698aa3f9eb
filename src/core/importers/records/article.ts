/**
 * An article out of a record: a row of a table, an entry of a reference list, a document of a news database. Cleans the values, keeps
 * them within what the library takes, and finds out what the record does not say. Values that cannot be what they are taken for
 * (a link that is no web address) stay as details, so that nothing is lost.
 */
import { articleMetadataSchema, urlSchema } from '../../../shared/domain/article.ts'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { directionOf, recogniseLanguage } from '../metadata/language.ts'
import { articleLines } from '../metadata/lines.ts'
import { proposeTitle } from '../metadata/title.ts'
import type { FoundArticle, ImportLoss } from '../types.ts'
import { collectDetails } from './details.ts'

/** A record as it was read; nothing in it is checked. */
export interface Entry {
  /** null or blank: the record has none, and what it does have stands for it. */
  readonly text: string | null
  readonly title?: string | null
  readonly outlet?: string | null
  readonly author?: string | null
  readonly url?: string | null
  readonly published?: PartialDate | null
  /** BCP 47, checked by the caller. */
  readonly language?: string | null
  readonly note?: string | null
  /** Further metadata; blank ones are left out, a name that comes twice holds both values. */
  readonly details?: readonly (readonly [name: string, value: string | null | undefined])[]
}

export interface BuiltArticle {
  readonly article: FoundArticle
  /** The title (or the outlet, where there is none) and where it appeared stand for a text that the record has not. */
  readonly isTextMissing: boolean
}

/** Longest values that the library takes, in UTF-16 units. */
const LONGEST = { title: 1_000, outlet: 300, author: 500, note: 100_000 } as const

/** True where there is a letter or a digit: something that can be read. */
export const hasWords = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && /[\p{L}\p{N}]/u.test(text)

/** The article of a record, or null where it has neither a text nor a name. Never throws. */
export async function buildArticle(entry: Entry): Promise<BuiltArticle | null> {
  const body = blockOf(entry.text)
  const isTextMissing = !hasWords(body)
  const words = isTextMissing ? [lineOf(entry.title), lineOf(entry.outlet)].find(hasWords) : body
  if (words === undefined) return null
  const url = webAddress(entry.url)
  const text = isTextMissing ? referenceText(words, entry, url) : words
  const language = entry.language ?? (await recogniseLanguage(words))
  const details = collectDetails([...(entry.details ?? []), ['link', url === null ? entry.url : null]])
  const note = blockOf(entry.note)
  const lost: ImportLoss[] = details.lost > 0 ? [{ code: 'details', count: details.lost }] : []
  const article: FoundArticle = {
    text,
    title: cut(lineOf(entry.title), LONGEST.title) ?? titleOf(words, language),
    outlet: cut(lineOf(entry.outlet), LONGEST.outlet),
    author: cut(lineOf(entry.author), LONGEST.author),
    url,
    published: entry.published ?? null,
    language,
    direction: directionOf(language, text),
    ...(note !== '' && { note: cut(note, LONGEST.note) }),
    ...(details.size > 0 && { details: details.values }),
    ...(lost.length > 0 && { lost }),
  }
  return { article, isTextMissing }
}

/**
 * What stands for a text that a record has not: its title, and where it appeared, down to its number in the database. The same report at
 * two outlets makes two texts, as it makes two articles.
 */
function referenceText(words: string, { outlet, published, details = [] }: Entry, url: string | null): string {
  const number = lineOf(details.find(([name]) => name === 'accession')?.[1])
  const place = [lineOf(outlet), published ?? '', url ?? '', number].filter((part) => part !== '' && part !== words)
  return place.length === 0 ? words : `${words}\n\n${place.join(', ')}`
}

/** The title a text proposes for itself. */
const titleOf = (text: string, language: string | null): string | null =>
  proposeTitle(text, articleLines(text), [], language)?.value ?? null

/** Canonical text without blank lines and blanks around it. */
function blockOf(text: string | null | undefined): string {
  return canonicalText(text ?? '')
    .text.replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd()
}

/** On one line. */
function lineOf(text: string | null | undefined): string {
  return canonicalText(text ?? '')
    .text.replace(/\s+/gu, ' ')
    .trim()
}

/** null where there is nothing; a cut one ends in "…" and never inside a character. */
function cut(text: string, longest: number): string | null {
  if (text === '') return null
  if (text.length <= longest) return text
  return `${text
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd()}…`
}

/** A web address as the library keeps it, or null. "www.example.org/a" means https. */
function webAddress(written: string | null | undefined): string | null {
  const trimmed = (written ?? '').trim()
  const address = /^www\.[^\s.]+\.\S+$/i.test(trimmed) ? `https://${trimmed}` : trimmed
  return urlSchema.safeParse(address).success && URL.canParse(address) ? address : null
}

/** A tag that the library takes, or null. */
export function languageTag(tag: string): string | null {
  return articleMetadataSchema.shape.language.safeParse(tag).success ? tag : null
}
