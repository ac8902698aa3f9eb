/**
 * A document's text and what it says about itself as one article. The text is believed before the properties, which are often those of
 * another document it was made from; days of saving are kept as details and never taken for the day of publication.
 */
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { FormatId } from '../format-ids.ts'
import { directionOf } from '../metadata/language.ts'
import { recogniseMetadata } from '../metadata/recognise.ts'
import type { FoundArticle, ImportLoss, Reading } from '../types.ts'
import type { DocumentProperties } from './core-properties.ts'
import { plausibleAuthor, plausibleTitle } from './property-values.ts'

export interface ReadDocument {
  readonly format: FormatId
  readonly mediaType: string
  readonly fileName: string
  /** Canonical already, or without offsets that would have to move. */
  readonly text: string
  /** The document's first heading. */
  readonly heading: string | null
  readonly properties: DocumentProperties
  readonly lost: readonly ImportLoss[]
  readonly pages?: FoundArticle['pages']
  readonly notText?: FoundArticle['notText']
  /** Encoding of the source; '' where the format knows none. */
  readonly encoding?: string
}

/** How much of a text may hold its own title. */
const HEAD = 3_000

/** The article of a document, or `no-text`. Never throws. */
export async function documentArticle(document: ReadDocument): Promise<Reading> {
  const { format, mediaType, properties, lost } = document
  const { text } = canonicalText(document.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'problem', format, problem: { code: 'no-text', details: {} } }
  const { fields, language: recognised, direction } = await recogniseMetadata(text)
  const language = recognised ?? languageTag(properties.language)
  const title = titleOf(document, text) ?? fields.title?.value ?? null
  const creator = plausibleAuthor(properties.creator)
  const author = fields.author?.value ?? creator
  const details: Record<string, string> = {}
  const say = (name: string, value: string | null): void => {
    if (value !== null && value !== '') details[name] = value
  }
  say('created', instant(properties.created))
  say('modified', instant(properties.modified))
  say('creator', creator === author ? null : creator)
  say('subject', properties.subject === title ? null : properties.subject)
  say('keywords', properties.keywords)
  const article: FoundArticle = {
    text,
    title,
    outlet: fields.outlet?.value ?? null,
    author,
    url: fields.url?.value ?? null,
    published: fields.published?.value ?? null,
    language,
    direction: recognised === null ? directionOf(language, text) : direction,
    details,
    ...(document.pages && { pages: document.pages }),
    ...(document.notText && { notText: document.notText }),
  }
  return {
    kind: 'articles',
    format,
    mediaType,
    encoding: document.encoding ?? '',
    certainty: 'certain',
    candidates: [],
    articles: [article],
    lost,
  }
}

/** The property where the text begins with it, then the first heading, then the property alone. */
function titleOf({ properties, heading, fileName }: ReadDocument, text: string): string | null {
  const property = plausibleTitle(properties.title, fileName)
  if (property !== null && plain(text.slice(0, HEAD)).includes(plain(property))) return property
  const short = heading?.replace(/\s+/g, ' ').trim() ?? ''
  return short !== '' && short.length <= 300 ? short : property
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** ISO 8601 to the minute or the second, without fractions; null for anything else. */
function instant(value: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?/.exec(value ?? '')?.[0] ?? null
}

const languageTag = (value: string | null): string | null =>
  value !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value) ? value : null
