/**
 * One article as a line in a list of works cited, in four common styles for news. Runs are text or italics, for a screen as for a
 * clipboard. Names of authors stand as the source gives them: which part of a name is the family's is not known, least of all across
 * languages. Months are English because the styles are.
 * Facts of the styles: APA 7 § 10.1.16 (newspaper article), Chicago 17 § 14.198 (bibliography), MLA 9 § 5 (containers), Cite Them Right
 * Harvard (newspaper article).
 */
import type { PartialDate } from '../domain/partial-date.ts'

export const CITATION_STYLES = ['apa', 'chicago', 'mla', 'harvard'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

export interface Run {
  readonly text: string
  readonly italic?: boolean
}

/** What of an article is cited. */
export interface Cited {
  readonly title: string
  readonly outlet: string | null
  readonly author: string | null
  readonly published: PartialDate | null
  readonly url: string | null
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** MLA shortens months of more than four letters; September to four. */
const short = (month: string): string => (month.length <= 4 ? month : `${month === 'September' ? 'Sept' : month.slice(0, 3)}.`)

interface DateParts {
  year: string
  month: string | null
  day: number | null
}

function partsOf(published: PartialDate | null): DateParts | null {
  if (published === null) return null
  const [year = '', month, day] = published.slice(0, 10).split('-')
  return { year, month: month === undefined ? null : (MONTHS[Number(month) - 1] ?? null), day: day === undefined ? null : Number(day) }
}

/** "29 October 2025", "October 2025", "2025". */
const dayFirst = ({ year, month, day }: DateParts, name = (full: string): string => full): string =>
  [day, month === null ? null : name(month), year].filter((part) => part !== null).join(' ')
/** "October 29, 2025", "October 2025", "2025". */
const monthFirst = ({ year, month, day }: DateParts): string =>
  month === null ? year : day === null ? `${month} ${year}` : `${month} ${day}, ${year}`

/** Marks of direction would turn the parts of the line that stand beside the name they came with, here and wherever the line is pasted. */
const withoutMarks = (name: string): string => name.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** Authors as the style lists them. A source parts them by commas, semicolons or a word for "and". */
function authorsIn(author: string | null, style: CitationStyle): string | null {
  const names = (author ?? '').split(/\s*(?:[,;،、，；]|\s(?:and|&|und|et|y|و)(?=\s))\s*/u).filter((name) => name !== '')
  const [first, second] = names
  if (first === undefined) return null
  if (names.length === 1) return author?.trim() ?? null
  if (style === 'mla') return names.length > 2 ? `${first}, et al` : `${first}, and ${second}`
  const last = names.at(-1) ?? ''
  const others = names.slice(0, -1).join(', ')
  if (style === 'apa') return `${others}, & ${last}`
  if (style === 'chicago') return `${others}, and ${last}`
  return names.length > 3 ? `${first} et al.` : `${others} and ${last}`
}

/** The article in a style. Empty fields leave no gaps and no double full stops. */
export function cite(article: Cited, style: CitationStyle): Run[] {
  const title = withoutMarks(article.title).trim()
  const date = partsOf(article.published)
  const { url } = article
  const outlet = article.outlet === null ? null : withoutMarks(article.outlet)
  const author = authorsIn(article.author === null ? null : withoutMarks(article.author), style)
  const runs: Run[] = []
  const add = (text: string, italic = false): void => {
    if (text !== '') runs.push(italic ? { text, italic } : { text })
  }
  if (style === 'apa') {
    const when =
      date === null
        ? '(n.d.)'
        : `(${[date.year, [date.month, date.day].filter((part) => part !== null).join(' ')].filter(Boolean).join(', ')})`
    if (author !== null) add(`${stopped(author)} ${when}. `)
    add(stopped(title), author !== null)
    if (author === null) {
      runs[runs.length - 1] = { text: stopped(title), italic: true }
      add(` ${when}.`)
    }
    if (outlet !== null) add(` ${stopped(outlet)}`)
    if (url !== null) add(` ${url}`)
  } else if (style === 'chicago') {
    if (author !== null) add(`${stopped(author)} `)
    add(`“${stopped(title)}” `)
    if (outlet !== null) add(outlet, true)
    const rest = [date === null ? null : monthFirst(date)].filter((part) => part !== null).join('')
    add(outlet === null ? (rest === '' ? '' : `${rest}.`) : rest === '' ? '.' : `, ${rest}.`)
    if (url !== null) add(` ${url}.`)
  } else if (style === 'mla') {
    if (author !== null) add(`${stopped(author)} `)
    add(`“${stopped(title)}” `)
    if (outlet !== null) add(outlet, true)
    const rest = [date === null ? null : dayFirst(date, short), url?.replace(/^https?:\/\//i, '') ?? null].filter((part) => part !== null)
    add(`${outlet !== null && rest.length > 0 ? ', ' : ''}${rest.join(', ')}${outlet !== null || rest.length > 0 ? '.' : ''}`)
  } else {
    add(`${author ?? outlet ?? title} (${date?.year ?? 'no date'})`)
    if (author !== null || outlet !== null) add(` ‘${title}’`)
    if (outlet !== null) {
      add(', ')
      add(outlet, true)
    }
    const day = date === null || date.month === null ? '' : [date.day, date.month].filter((part) => part !== null).join(' ')
    add(`${day === '' ? '' : `, ${day}`}.`)
    if (url !== null) add(` Available at: ${url}.`)
  }
  // A part that is missing leaves no double blank, nor one at the end.
  return runs.map(({ text, ...look }, at) => {
    const begun = runs[at - 1]?.text.endsWith(' ') ? text.trimStart() : text
    return { text: at === runs.length - 1 ? begun.trimEnd() : begun, ...look }
  })
}

/** With a full stop behind it, unless it ends a sentence of itself. */
const stopped = (text: string): string => (/[.!?。！？۔؟…]["”’»」]?$/u.test(text) ? text : `${text}.`)

/** The line as plain text. */
export const citationText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
