/**
 * One document of a news database, as its export lays it out: outlet, date, headline, labels, text, labels again. Labels behind the text
 * are told from the text by standing together at its very end.
 */
import type { Entry } from '../records/article.ts'
import { recordDate } from '../records/dates.ts'
import { languageNamed } from '../records/language-name.ts'
import { labelled, type Labelled } from './labels.ts'

export interface PressDocument {
  readonly title: string | null
  readonly outlet: string | null
  /** The line with the date, as it is written. */
  readonly date: string
  /** What stands under the date: the edition. */
  readonly edition: string
  readonly labels: readonly Labelled[]
  readonly copyright: string
  readonly paragraphs: readonly string[]
}

/** A caption may follow its label in a paragraph of its own; longer ones are text. */
const LONGEST_CAPTION = 400

const COPYRIGHT = /^\s*(?:copyright\b|©|\(c\)\s|all rights reserved|alle rechte vorbehalten|tous droits reserves|tous droits réservés)/i

export const isCopyright = (paragraph: string): boolean => COPYRIGHT.test(paragraph) && paragraph.length < 600

export interface Parted {
  readonly body: readonly string[]
  readonly labels: readonly Labelled[]
  readonly copyright: string
}

/** Parts the text from the labels behind it. `needsCapitals`: labels are in capitals in this export, so others are text. */
export function partTail(paragraphs: readonly string[], needsCapitals: boolean): Parted {
  const found = paragraphs.map((paragraph) => {
    const label = labelled(paragraph)
    return label !== null && (label.isCapital || !needsCapitals) ? label : null
  })
  let start = paragraphs.length
  let isCaption = false
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    const paragraph = paragraphs[at] ?? ''
    if (found[at]) {
      start = at
      isCaption = false
    } else if (isCopyright(paragraph) || paragraph.trim() === '') {
      if (!isCaption) start = at
    } else if (paragraph.length <= LONGEST_CAPTION && paragraphs.slice(0, at).some((_, before) => found[before]?.name === 'graphic'))
      isCaption = true
    else break
  }
  const labels: Labelled[] = []
  const copyright: string[] = []
  for (let at = start; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at] ?? ''
    const label = found[at]
    const last = labels.at(-1)
    if (label) labels.push(label)
    else if (isCopyright(paragraph)) copyright.push(paragraph.replace(/\s+/g, ' ').trim())
    else if (last && paragraph.trim() !== '') labels[labels.length - 1] = { ...last, value: `${last.value}\n${paragraph.trim()}` }
  }
  return { body: paragraphs.slice(0, start), labels, copyright: copyright.join(' ') }
}

/** The document as an entry. Its highlight was printed above the text, so it is its first paragraph. */
export function entryOfDocument({ title, outlet, date, edition, labels, copyright, paragraphs }: PressDocument): Entry {
  const all = (name: string): string[] => labels.filter((label) => label.name === name && label.value !== '').map((label) => label.value)
  const byline = all('byline').join('; ')
  const author = authorOf(byline)
  const language = all('language')[0] ?? null
  const tag = language === null ? null : languageNamed(language)
  const loadDate = all('loadDate')[0] ?? null
  const published = recordDate(date)
  const version = labels.flatMap(({ name, value }) => (name === 'section' ? (VERSION.exec(value)?.[0] ?? []) : []))[0]
  const details = labels
    // Some exports say the length above the text and, counted otherwise, below it.
    .filter(({ name }, at) => name !== 'length' || labels.findIndex((label) => label.name === 'length' && label.value !== '') === at)
    .filter(({ name }) => !['byline', 'highlight', 'language', 'loadDate', 'url'].includes(name))
    .map(({ name, value }): [string, string] => [name, name === 'section' ? value.replace(VERSION, '').trim() : value])
  return {
    text: [...all('highlight'), ...paragraphs].join('\n\n'),
    title,
    outlet: outlet && outletName(outlet),
    author,
    url: all('url')[0] ?? null,
    published,
    language: tag,
    details: [
      ['byline', isWhole(author, byline) ? null : byline],
      ['edition', edition],
      ['edition', version?.replace(/^[;\s]*/, '').replace(/:\s*/, ' ') ?? null],
      ...details,
      ['loadDate', loadDate === null ? null : (recordDate(loadDate) ?? loadDate)],
      ['copyright', copyright],
      ['dateWritten', published === null ? date : null],
      ['languageWritten', tag === null ? language : null],
    ],
  }
}

/** A field of its own that an export writes behind the section: "SPORT; Version:3". */
const VERSION = /(?:^|;)\s*version\s*:\s*\S+\s*$/i

/** "The Herald(Valley)" with the blank that belongs there. */
export const outletName = (written: string): string => written.replace(/([\p{L}\p{N}.])\((?=\p{L})/gu, '$1 (')

/** True where nothing but "By" was left out of a byline. */
export const isWhole = (author: string, byline: string): boolean => byline.endsWith(author) && byline.length - author.length <= 6

/** Who wrote it, without "By" and without where they are: "By A. Name in Geneva" is A. Name. */
export function authorOf(byline: string): string {
  return byline
    .replace(/^(?:by|von|par|por|door|di|от)\s+/iu, '')
    .replace(/[,]?\s+(?:in|at|à|en|aus|te)\s+\p{Lu}[\p{L}.' -]{1,40}$/u, '')
    .trim()
}
