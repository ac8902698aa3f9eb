/** Small parts that stand everywhere in a report: names in a row, issues, who speaks to whom, addresses, references. */
import type { Article } from '../../../shared/domain/article.ts'
import { PATH_SEPARATOR } from '../../../shared/domain/codebook.ts'
import { say } from '../../messages.ts'
import { foreign, link, spaced, text } from '../document/inlines.ts'
import type { Fact, Inline } from '../document/model.ts'
import type { Statement } from './data.ts'
import { dateText } from './words.ts'

/** Anchors of a quote, of an article and of a source. A quote keeps its anchor where it stands first. */
export const quoteId = ({ coding }: Pick<Statement, 'coding'>): string => `q${coding.id}`
export const articlePlace = ({ id }: Pick<Article, 'id'>): string => `a${id}`
/** Where a statement is told among the sources, if it stands nowhere else. */
export const citedPlace = ({ id }: { readonly id: number }): string => `c${id}`
export const sourcePlace = ({ id }: Pick<Article, 'id'>): string => `s${id}`

/** Names in a row. */
export const names = (list: readonly string[]): Inline[] =>
  spaced(
    list.map((name) => foreign(name)),
    say('report.listSeparator'),
  )

/** "Ceasefire › Third-party monitors", each name isolated. */
export const issuePath = (path: readonly string[]): Inline[] =>
  spaced(
    path.map((name) => foreign(name)),
    PATH_SEPARATOR,
  )

/** Between facts of one line. */
export const DOT = text(' · ', 'muted')

/** "Pakistan (for …) → Kabul, Doha"; empty where neither a speaker nor a target is coded. */
export function whoToWhom({ speaker, onBehalfOf, targets }: Statement): Inline[] {
  if (speaker === null && targets.length === 0) return []
  return [
    speaker === null ? text(say('report.speaker.none'), 'muted') : foreign(speaker, null, 'strong'),
    ...(onBehalfOf === null ? [] : [text(` ${say('report.speaker.onBehalfOf')} `), foreign(onBehalfOf)]),
    ...(targets.length === 0 ? [] : [text(' → '), ...names(targets)]),
  ]
}

/** An address as a link that shows where it really goes; formats draw it as plain text where it may be no link. */
export const sourceLink = (address: string): Inline => link({ web: address }, foreign(URL.parse(address)?.href ?? address))

/** "Outlet · Author · 29 October 2025, 21:15 (UTC+05:00)". */
export const byline = ({ outlet, author, published, language }: Article): Inline[] =>
  spaced(
    [outlet !== null && foreign(outlet, language, 'strong'), author !== null && foreign(author, language), text(dateText(published))],
    DOT,
  )

/** Source grade in words: "B2: usually reliable; probably true". Null where neither half is given. */
export function grade({ reliability, credibility }: Pick<Article, 'reliability' | 'credibility'>): string | null {
  if (reliability === null && credibility === null) return null
  const words = [
    reliability !== null && say(`report.reliability.${reliability}`),
    credibility !== null && say(`report.credibility.${credibility}`),
  ].filter((word) => word !== false)
  return say('report.grade', { code: `${reliability ?? '–'}${credibility ?? '–'}`, words: words.join('; ') })
}

/** The reference of a statement, leading to where it stands. */
export const reference = ({ cited }: Statement, look: 'chip' | 'raised' = 'chip'): Inline => ({ kind: 'reference', statement: cited, look })

/** A label with a value behind it; nothing where there is no value. */
export function fact(label: string, value: readonly Inline[] | string | null): Fact[] {
  if (value === null || value.length === 0) return []
  return [{ label, content: typeof value === 'string' ? [text(value)] : value }]
}

/** The message with its gaps filled: numbers as the message formats them, words of the library isolated, inlines as they are. */
export function phrase(id: string, values: Readonly<Record<string, string | number | readonly Inline[]>> = {}): Inline[] {
  const gaps: (readonly Inline[])[] = []
  const filled = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value]
    gaps.push(typeof value === 'string' ? [foreign(value)] : value)
    return [name, `\ue000${gaps.length - 1}\ue001`]
  })
  // No foreign text is in the message now, so every such sign is one of ours.
  const parts = say(id, Object.fromEntries(filled)).split(/\ue000(\d+)\ue001/)
  return parts.flatMap((part, index): Inline[] => (index % 2 === 1 ? [...(gaps[Number(part)] ?? [])] : part === '' ? [] : [text(part)]))
}
