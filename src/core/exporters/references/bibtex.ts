/**
 * Articles as a bibliography for BibLaTeX (biber), UTF-8. Every field is text that TeX sets as it stands: no value can begin a command, end
 * its field, or begin another entry. Titles are in double braces, so that no style changes their capitals.
 */
import type { ExportLoss } from '../../../shared/domain/export.ts'
import type { PartialDate } from '../../../shared/domain/partial-date.ts'
import type { ReadDb } from '../../store/types.ts'
import type { ExportChoice, Exporter } from '../interchange/types.ts'
import { referencesFor, referencesNow, type Reference } from './articles.ts'
import { peopleOf } from './csl.ts'
import { babelName, languageWords } from './babel-names.ts'
import { referenceLosses } from './losses.ts'
import { texText, texUrl } from './tex-text.ts'

export const exporter: Exporter = {
  write: async (db, choice, { pause }) => {
    const entries = (await referencesFor(db, choice, pause)).map(bibEntry)
    return { bytes: new TextEncoder().encode(entries.join('\n')), lost: losses(db, choice) }
  },
  losses,
}

function losses(db: ReadDb, choice: ExportChoice): ExportLoss[] {
  const count = referencesNow(db, choice).filter(saysMore).length
  return [...referenceLosses(db, choice), ...(count > 0 ? [{ code: 'references-details', count }] : [])]
}

/** Grading, a script of its language, details for which there is no field, and addresses that TeX cannot take as they are. */
const saysMore = ({ reliability, credibility, translatedFrom, language, url, details }: Omit<Reference, 'key'>): boolean =>
  reliability !== null ||
  credibility !== null ||
  translatedFrom !== null ||
  (language?.includes('-') ?? false) ||
  (url !== null && texUrl(url) === '') ||
  Object.entries(details).some(([name, value]) => !Object.hasOwn(FIELDS, name) && !(name === 'doi' && DOI.test(value)) && name !== 'type')

/** Fields of BibLaTeX that hold what an article's details say. */
const FIELDS: Readonly<Record<string, string>> = {
  publisher: 'publisher', place: 'location', volume: 'volume', issue: 'number', pages: 'pages', serialNumber: 'issn', series: 'series',
  keywords: 'keywords', shortTitle: 'shorttitle', edition: 'edition',
} // prettier-ignore

/** Taken word for word by BibLaTeX, so only where no sign of it means anything to TeX. */
const DOI = /^10\.\d{4,9}\/[A-Za-z0-9.\-;()/:]+$/

/** One entry, with a line end. */
export function bibEntry({ key, title, outlet, author, published, url, language, note, details }: Reference): string {
  const type = outlet === null ? (url === null ? 'misc' : 'online') : 'article'
  const fields: [name: string, value: string | null][] = [
    ['author', author === null ? null : peopleOf(author).map((name) => `{${texText(name)}}`).join(' and ')],
    ['title', `{${texText(title)}}`],
    ['journaltitle', outlet === null ? null : `{${texText(outlet)}}`],
    ['date', published === null ? null : bibDate(published)],
    ['url', url === null ? null : texUrl(url)],
    ['doi', DOI.test(details['doi'] ?? '') ? (details['doi'] ?? null) : null],
    ['langid', babelName(language)],
    ['language', languageWords(language)],
    ...Object.entries(FIELDS).map(([detail, field]): [string, string | null] => [field, detailOf(details, detail)]),
    ['annotation', note === null ? null : texText(note)],
  ] // prettier-ignore
  const lines = fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}},\n`]))
  return `@${type}{${key},\n${lines.join('')}}\n`
}

const detailOf = (details: Readonly<Record<string, string>>, name: string): string | null =>
  Object.hasOwn(details, name) ? texText(details[name] ?? '') : null

/** ISO 8601 as biber reads it, which wants seconds where there is a time. */
const bibDate = (published: PartialDate): string => published.replace(/(T\d{2}:\d{2})/, '$1:00')
