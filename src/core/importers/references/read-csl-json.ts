/** CSL-JSON, as Zotero and other reference managers write it. What the file does not say as it should is left out, never guessed. */
import type { Entry } from '../records/article.ts'
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { notRead, openText } from '../records/open-text.ts'
import { isRecord, parseJson } from '../tables/json-rows.ts'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import type { FileReader } from '../types.ts'
import { ownOf } from './own-csl.ts'
import { peopleLine } from './people.ts'
import { readReferences } from './read-references.ts'

export const read: FileReader = async (input) => {
  const format = 'csl-json'
  const decoded = openText(input, format)
  if ('kind' in decoded) return decoded
  const value = parseJson(decoded.text.replace(/^\ufeff/, ''))
  const items = Array.isArray(value) ? value : isRecord(value) ? listOf(value) : null
  if (items === null) return notRead(format, 'damaged', { format: 'CSL-JSON', reason: 'json' })
  const entries = items.map((item: unknown) => (isRecord(item) ? entryOf(item) : null))
  return readReferences({ format, mediaType: 'application/vnd.citationstyles.csl+json', decoded, entries })
}

type Item = Readonly<Record<string, unknown>>

function listOf(value: Item): readonly unknown[] {
  const items = value['items'] ?? value['references']
  return Array.isArray(items) ? items : [value]
}

/** Details by variable; the names are `import.detail.<name>` in the locale. */
const DETAILS: Readonly<Record<string, string>> = {
  type: 'type', publisher: 'publisher', 'publisher-place': 'place', volume: 'volume', issue: 'issue', page: 'pages', ISSN: 'serialNumber',
  ISBN: 'serialNumber', DOI: 'doi', section: 'section', edition: 'edition', genre: 'kind', source: 'database', archive: 'archive',
  'call-number': 'callNumber', 'collection-title': 'series', keyword: 'keywords', medium: 'medium', 'title-short': 'shortTitle', dimensions: 'length',
} // prettier-ignore

function entryOf(item: Item): Entry {
  const of = (name: string): string | null => asText(item[name])
  const doi = of('DOI')
  const date = item['issued']
  const own = ownOf(item)
  const published = own?.published ?? dateOf(date)
  const language = of('language')
  const tag = language === null ? null : languageNamed(language)
  const abstract = of('abstract')
  const note = of('note')
  return {
    // A list of our own never has texts: a note in it is a note.
    text: abstract !== null ? withoutTags(abstract) : own ? null : note,
    title: of('title'),
    outlet: of('container-title') ?? (/^(?:webpage|post|post-weblog|press_release)$/.test(of('type') ?? '') ? of('publisher') : null),
    author: people(item['author'] ?? item['reporter']),
    url: of('URL') ?? (doi !== null && /^10\.\d{4,}\//.test(doi) ? `https://doi.org/${doi}` : null),
    published,
    language: tag,
    note: abstract === null && !own ? null : note,
    details: [
      ...Object.entries(DETAILS).map(([name, detail]): [string, string | null] => [detail, of(name)]),
      ...Object.entries(own?.details ?? {}),
      // A list is not trusted to grade a source here; what it said of it is kept.
      ['translatedFrom', own?.translatedFrom],
      ['reliability', own?.reliability],
      ['credibility', own?.credibility?.toString()],
      ['editor', people(item['editor'])],
      ['translator', people(item['translator'])],
      ['accessed', dateOf(item['accessed'])],
      ['dateWritten', published === null ? writtenDate(date) : null],
      ['languageWritten', tag === null ? language : null],
    ],
  }
}

/** Text of a value; null where it has none. */
function asText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (Array.isArray(value))
    return (
      value
        .map(asText)
        .filter((part) => part !== null)
        .join('; ') || null
    )
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** Abstracts of publishers come in JATS: paragraphs and titles in tags. */
function withoutTags(text: string): string {
  if (!/<\/(?:jats:)?(?:p|title|sec)>/i.test(text)) return text
  return text.replace(/\s*<\/(?:jats:)?(?:p|title|sec)>\s*/gi, '\n\n').replace(/<\/?(?:jats:)?[a-z-]{1,20}(?:\s[^<>]{0,200})?>/gi, '')
}

function people(value: unknown): string | null {
  if (!Array.isArray(value)) return asText(value)
  return peopleLine(value.map((person: unknown) => (isRecord(person) ? nameOf(person) : (asText(person) ?? '')))) || null
}

function nameOf(person: Item): string {
  const part = (name: string): string => asText(person[name]) ?? ''
  const family = [part('dropping-particle'), part('non-dropping-particle'), part('family')].filter((word) => word !== '').join(' ')
  const name = [part('given'), family].filter((word) => word !== '').join(' ') || part('literal')
  return part('suffix') === '' ? name : `${name}, ${part('suffix')}`
}

/** Year, month and day as far as they are given; the first of a span. */
function dateOf(value: unknown): PartialDate | null {
  if (!isRecord(value)) return typeof value === 'string' ? recordDate(value) : null
  const parts: unknown = Array.isArray(value['date-parts']) ? value['date-parts'][0] : null
  if (Array.isArray(parts)) {
    const numbers = parts.slice(0, 3).map((part) => Number(part))
    const end = numbers.findIndex((number) => !Number.isInteger(number) || number < 1)
    const [year, ...rest] = end < 0 ? numbers : numbers.slice(0, end)
    if (year !== undefined)
      return recordDate([String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-'))
  }
  return (
    [value['raw'], value['literal']].map((text) => (typeof text === 'string' ? recordDate(text) : null)).find((date) => date !== null) ??
    null
  )
}

const writtenDate = (value: unknown): string | null =>
  isRecord(value) ? (asText(value['raw']) ?? asText(value['literal'])) : asText(value)
