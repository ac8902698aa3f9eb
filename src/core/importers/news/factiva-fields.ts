/**
 * Factiva's fields, by the two or three letters that its exports show them under (HD headline, BY byline, SN source, PD date, …). The
 * table of a web page has the letters themselves; the elements of an XML file stand for the same fields.
 */
import type { Entry } from '../records/article.ts'
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { authorOf, isWhole } from './press-document.ts'

/** Values by field, in order. */
export type FactivaFields = ReadonlyMap<string, readonly string[]>

/** Details by field; the names are `import.detail.<name>` in the locale. */
const DETAILS: readonly (readonly [field: string, detail: string])[] = [
  ['SE', 'section'],
  ['CLM', 'series'],
  ['WC', 'length'],
  ['ED', 'edition'],
  ['VOL', 'volume'],
  ['PG', 'pages'],
  ['SC', 'sourceCode'],
  ['CR', 'credit'],
  ['CY', 'copyright'],
  ['ART', 'graphic'],
  ['CX', 'correction'],
  ['CO', 'company'],
  ['IN', 'industry'],
  ['NS', 'subject'],
  ['RE', 'region'],
  ['IPD', 'keywords'],
  ['IPC', 'descriptors'],
  ['PUB', 'publisher'],
  ['RF', 'reference'],
  ['CT', 'contact'],
  ['NT', 'notes'],
]

/** All fields that Factiva documents, so that a two-letter word in a table is not taken for one. */
export const FACTIVA_CODES: ReadonlySet<string> = new Set([...DETAILS.map(([field]) => field), 'HD', 'BY', 'PD', 'ET', 'SN', 'LA', 'LP', 'TD', 'AN', 'HL', 'FDS', 'DE', 'TI', 'AU']) // prettier-ignore

/** The entry of an article; its text is the lead and what follows it. */
export function entryOfFields(fields: FactivaFields): Entry {
  const all = (field: string): readonly string[] => (fields.get(field) ?? []).filter((value) => value.trim() !== '')
  const joined = (field: string): string | null => all(field).join('; ') || null
  const byline = joined('BY') ?? ''
  const author = authorOf(byline)
  const written = [all('PD')[0] ?? '', all('ET')[0] ?? ''].filter((part) => part !== '').join(' ')
  const published = recordDate(written) ?? recordDate(all('PD')[0] ?? '')
  const language = joined('LA')
  const tag = language === null ? null : languageNamed(language)
  return {
    text: [...all('LP'), ...all('TD')].join('\n\n'),
    title: all('HD').join(' ') || null,
    outlet: all('SN')[0] ?? null,
    author,
    published,
    language: tag,
    details: [
      ['byline', isWhole(author, byline) ? null : byline],
      ...DETAILS.map(([field, detail]): [string, string | null] => [detail, joined(field)]),
      ['accession', joined('AN')?.replace(/^(?:document|dokument|documento?)\s+/i, '') ?? null],
      ['dateWritten', published === null ? written : null],
      ['languageWritten', tag === null ? language : null],
    ],
  }
}
