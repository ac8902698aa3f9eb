/** BibTeX and BibLaTeX as articles: who, where, when, and the abstract as text where there is one. What has no place of its own becomes a detail. */
import type { Entry } from '../records/article.ts'
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { notRead, openText } from '../records/open-text.ts'
import type { FileReader } from '../types.ts'
import { bibEntries, type BibEntry } from './bib.ts'
import { peopleLine, spokenName } from './people.ts'
import { readReferences } from './read-references.ts'
import { texNames, texToText } from './tex.ts'

export const read: FileReader = async (input) => {
  const decoded = openText(input, 'bibtex')
  if ('kind' in decoded) return decoded
  const entries = bibEntries(decoded.text)
  if (entries.every((entry) => entry === null)) return notRead('bibtex', 'damaged', { format: 'BibTeX', reason: 'entries' })
  const mediaType = 'application/x-bibtex'
  return readReferences({ format: 'bibtex', mediaType, decoded, entries: entries.map((entry) => entry && entryOf(entry)) })
}

/** Details by field; the names are `import.detail.<name>` in the locale. */
const DETAILS: Readonly<Record<string, string>> = {
  publisher: 'publisher', institution: 'publisher', school: 'publisher', organization: 'publisher', location: 'place', address: 'place',
  volume: 'volume', number: 'issue', issue: 'issue', pages: 'pages', issn: 'serialNumber', isbn: 'serialNumber', series: 'series',
  keywords: 'keywords', shorttitle: 'shortTitle', edition: 'edition', type: 'kind', urldate: 'accessed',
} // prettier-ignore
/** Fields that are used for something else, or say nothing of the article. */
const USED = new Set(['title', 'subtitle', 'author', 'journal', 'journaltitle', 'booktitle', 'maintitle', 'date', 'year', 'month', 'day', 'url', 'doi', 'langid', 'language', 'abstract', 'annotation', 'annote', 'note', 'editor', 'translator', 'file', 'crossref', 'timestamp', 'owner', 'groups']) // prettier-ignore
/** Taken word for word, never as TeX. */
const VERBATIM = new Set(['url', 'doi', 'file', 'eprint'])

/** Names that BibLaTeX has for languages, where they are not those that people use. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ngerman: 'de', naustrian: 'de', nswissgerman: 'de', british: 'en', american: 'en', usenglish: 'en', ukenglish: 'en', norsk: 'nb', nynorsk: 'nn', farsi: 'fa',
} // prettier-ignore

function entryOf({ type, fields }: BibEntry): Entry {
  const of = (...names: string[]): string | null => {
    for (const name of names) {
      const written = fields.get(name)
      if (written === undefined) continue
      const value = VERBATIM.has(name) ? written.replaceAll(/\s+|\\(?=[_&%#$~])/g, '') : oneLine(texToText(written))
      if (value !== '') return value
    }
    return null
  }
  const doi = of('doi')?.replace(/^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)/i, '') ?? null
  const written = of('date') ?? [of('year'), of('month'), of('day')].filter((part) => part !== null).map((part) => part.padStart(2, '0')).join('-') // prettier-ignore
  // The first of a span; seconds say nothing that is kept.
  const published =
    recordDate((written.split('/')[0] ?? '').replace(/(T\d{2}:\d{2}):\d{2}(?:\.\d+)?/, '$1')) ?? recordDate(of('year') ?? '')
  const language = of('langid', 'language')
  const tag = language === null ? null : (LANGUAGES[language.toLowerCase()] ?? languageNamed(language))
  const [title, subtitle] = [of('title'), of('subtitle')]
  return {
    text: fields.has('abstract') ? paragraphs(fields.get('abstract') ?? '') : null,
    title: title !== null && subtitle !== null ? `${title}: ${subtitle}` : title,
    outlet: of('journaltitle', 'journal', 'booktitle', 'maintitle') ?? (type === 'online' ? of('organization', 'publisher') : null),
    author: peopleOf(fields.get('author')),
    url: of('url') ?? (doi !== null && /^10\.\d{4,}\//.test(doi) ? `https://doi.org/${doi}` : null),
    published,
    language: tag,
    note: [of('note'), paragraphs(fields.get('annotation') ?? fields.get('annote') ?? '')].filter((part) => part).join('\n\n') || null,
    details: [
      ['type', type],
      ...[...fields.keys()].flatMap((name): [string, string | null][] => {
        const detail = DETAILS[name] ?? (USED.has(name) ? null : name)
        return detail === null ? [] : [[detail, of(name)]]
      }),
      ['doi', doi],
      ['editor', peopleOf(fields.get('editor'))],
      ['translator', peopleOf(fields.get('translator'))],
      ['dateWritten', published === null ? written : null],
      ['languageWritten', tag === null ? language : null],
    ],
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()
const paragraphs = (field: string): string => texToText(field).split(/\n[^\S\n]*\n\s*/).map(oneLine).filter((part) => part !== '').join('\n\n') // prettier-ignore

/** A name in braces is one that is not turned around. */
const peopleOf = (field: string | undefined): string | null =>
  peopleLine(
    texNames(field ?? '').map((name) => (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/s.test(name) ? oneLine(texToText(name)) : spokenName(oneLine(texToText(name))))),
  ) || null // prettier-ignore
