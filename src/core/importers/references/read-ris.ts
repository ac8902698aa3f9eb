/** RIS as articles: who, where, when, and the abstract as text where there is one. What has no place of its own becomes a detail. */
import { hasWords, type Entry } from '../records/article.ts'
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { notRead, openText } from '../records/open-text.ts'
import type { FileReader } from '../types.ts'
import { peopleLine, spokenName } from './people.ts'
import { readReferences } from './read-references.ts'
import { risEntries, type RisEntry } from './ris.ts'

export const read: FileReader = async (input) => {
  const decoded = openText(input, 'ris')
  if ('kind' in decoded) return decoded
  const entries = risEntries(decoded.text)
  if (entries.length === 0) return notRead('ris', 'damaged', { format: 'RIS', reason: 'entries' })
  return readReferences({ format: 'ris', mediaType: 'application/x-research-info-systems', decoded, entries: entries.map(entryOf) })
}

/** Details by field; the names are `import.detail.<name>` in the locale. */
const DETAILS: Readonly<Record<string, string>> = {
  TY: 'type', PB: 'publisher', CY: 'place', VL: 'volume', IS: 'issue', SN: 'serialNumber', KW: 'keywords', DB: 'database', DP: 'databaseProvider',
  AN: 'accession', ET: 'edition', SE: 'section', A2: 'editor', ED: 'editor', A3: 'contributor', A4: 'contributor', T3: 'series', M3: 'kind', CN: 'callNumber',
  ST: 'shortTitle', TT: 'translatedTitle', OP: 'originalPublication', AD: 'address', Y2: 'accessed', RN: 'researchNotes', DO: 'doi',
} // prettier-ignore
/** Fields that are used for something else, or say nothing. */
const USED = new Set(['TI', 'T1', 'CT', 'BT', 'T2', 'JO', 'JF', 'JA', 'J1', 'J2', 'AU', 'A1', 'PY', 'Y1', 'DA', 'UR', 'LA', 'AB', 'N2', 'N1', 'SP', 'EP', 'L1', 'L2', 'L3', 'L4', 'LK', 'RP']) // prettier-ignore

/** Types of something inside of something: their second title is where they appeared. */
const INSIDE = new Set([
  'JOUR',
  'NEWS',
  'MGZN',
  'CHAP',
  'ABST',
  'INPR',
  'EJOUR',
  'BLOG',
  'ENCYC',
  'DICT',
  'CONF',
  'CPAPER',
  'ECHAP',
  'EBOOK',
  'WEB',
  'ELEC',
  'GEN',
  'GRANT',
  'SER',
  'UNPD',
  'UNPB',
  'CTLG',
])

/** More than a label and a number. */
const isProse = (note: string): boolean => (note.match(/\p{L}{2,}/gu)?.length ?? 0) >= 6 || /[\p{Script=Han}\p{Script=Thai}]{8}/u.test(note)

function entryOf({ fields, people }: RisEntry): Entry {
  const all = (...names: string[]): string[] => names.flatMap((name) => fields.get(name) ?? []).filter((value) => value !== '')
  const first = (...names: string[]): string | null => all(...names)[0] ?? null
  const type = first('TY') ?? ''
  const doi = first('DO')?.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '') ?? null
  const links = all('UR', 'L1', 'L2', 'LK').flatMap((value) => value.split(/;\s*(?=https?:)|\s+(?=https?:)/))
  const url =
    links.find((link) => /^https?:\/\//i.test(link)) ?? (doi !== null && /^10\.\d{4,}\//.test(doi) ? `https://doi.org/${doi}` : null)
  const written = first('DA', 'PY', 'Y1')
  const published = [...all('DA'), ...all('PY'), ...all('Y1')].map((value) => recordDate(value)).find((date) => date !== null) ?? null
  const language = first('LA')
  const outlet = (INSIDE.has(type) ? first('T2') : null) ?? first('JF', 'JO', 'JA', 'J1', 'J2')
  const title = first('TI', 'T1', 'CT') ?? (first('BT') || null)
  const abstract = all('AB', 'N2').filter(hasWords)
  const notes = all('N1').filter(hasWords)
  // Notes stand for the text where there is no abstract, and are then no notes besides. "Cited by: 10" says nothing of the text.
  const text = abstract.length > 0 || !notes.some(isProse) ? abstract : notes
  const pages = [first('SP'), first('EP')].filter((page) => page !== null).join('–')
  const tag = language === null ? null : languageNamed(language)
  return {
    text: text.length > 0 ? text.join('\n\n') : null,
    title: title ?? (outlet === first('T2') ? null : first('T2')),
    outlet,
    author: peopleLine(people.map(spokenName)),
    url,
    published,
    language: tag,
    note: text === notes ? null : notes.join('\n'),
    details: [
      ...[...fields].flatMap(([field, values]): [string, string][] => {
        const name = DETAILS[field] ?? (USED.has(field) ? null : field)
        return name === null ? [] : [[name, values.filter((value) => value !== '').join('; ')]]
      }),
      ['pages', pages],
      ['series', outlet === first('T2') || title === null ? null : first('T2')],
      ['dateWritten', published === null ? written : null],
      ['languageWritten', tag === null ? language : null],
      ['link', url === null ? (links[0] ?? null) : null],
      [
        'attachments',
        all('L1', 'L2', 'L3', 'L4')
          .filter((link) => link !== url)
          .join('; '),
      ],
    ],
  }
}
