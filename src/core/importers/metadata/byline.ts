/**
 * Who wrote it and who published it: bracketed bylines before the text (【By …】, 【文/观察者网 陈思佳】, （记者 …）), byline
 * lines ("By NAME, OUTLET", "NAME | OUTLET"), announced names ("رپورٹ: …", 来源：…). Names keep the spelling of the source.
 */
import type { Span } from '../../../shared/text/span.ts'
import { isWrittenDate } from './dates.ts'
import { labelled } from './labels.ts'
import { part, SHORT_LINE, type ArticleLines, type Found, type Line } from './lines.ts'
import { looksLikeOutlet, looksLikePerson } from './outlet-names.ts'

export interface Byline {
  readonly outlet: Found | null
  readonly author: Found | null
  /** What of the text is byline and nothing else, so no part of a title. */
  readonly taken: readonly Span[]
}

const TOP_LINES = 8
const NOBODY: Byline = { outlet: null, author: null, taken: [] }

const BRACKET = /^[【[（(〔]([^】\])）〕\n]{2,100})[】\])）〕]\s*/u
const LEAD_IN =
  /^(?:(?:by\s+)?by|written by|reported by|from|par|por|von|door|文\s*[/／|｜丨:：]\s*|撰文\s*[/／|｜丨:：]?\s*|作者\s*[/／|｜丨:：]?\s*|بقلم|מאת|به قلم|از قلم)(?:\s+|(?<=[/／|｜丨:：]\s*))/iu
const CHINESE_REPORTER = /^(.*?)(?:驻[\p{Script=Han}]{2,8})?(?:特约|特派|首席|见习|实习)?(?:记者|記者|通讯员)\s*[:：]?\s*(.*)$/u
const CHINESE_DESK = /^(.{2,12}?(?:网|報|报|社|新闻|时报|日报))(?:综合)?(?:报道|讯|消息|电)$/u

/** Outlet and author of an article and where they stand. Announced names come before bylines. */
export function recogniseByline(lines: ArticleLines): Byline {
  const top = lines.head.slice(0, TOP_LINES)
  const bylines = top.map((line, index) => bracketByline(line) ?? lineByline(line, index) ?? NOBODY)
  const all = [...lines.head, ...lines.tail]
  const announcedOutlet = all.flatMap((line) => labelled(line, 'outlet')).find((found) => isOutletName(found.value))
  const announced = all.map((line, index) => announcedAuthor(line, index === 0)).find((byline) => byline.author ?? byline.outlet) ?? NOBODY
  const pick = (field: 'author' | 'outlet'): Found | null => announced[field] ?? bylines.find((byline) => byline[field])?.[field] ?? null
  return {
    outlet: announcedOutlet ? named(announcedOutlet) : pick('outlet'),
    author: pick('author'),
    taken: [...announced.taken, ...bylines.flatMap((byline) => byline.taken)],
  }
}

const arePeople = (names: string): boolean => names.split(/\s*[,،，、]\s*/u).every(looksLikePerson)

const isName = (value: string): boolean => value.length <= 80 && !/https?:|[.!?。！？۔؟]\s|\d{3}/u.test(value)

/** After "Source:" a sentence may follow as well as a name: names are short and do not begin with a small letter. */
const isOutletName = (value: string): boolean => isName(value) && !/^\p{Ll}/u.test(value) && value.split(/\s+/).length <= 6

/** Without brackets and full stops that came along. */
const named = ({ value, span }: Found): Found => {
  const bare = value.replace(/[)）】\].。۔]+$/u, '').trim()
  return { value: bare, span: { start: span.start, end: span.start + bare.length } }
}

function announcedAuthor(line: Line, isFirst: boolean): Byline {
  if (line.text.length > SHORT_LINE) return NOBODY
  const found = labelled(line, 'author').find(({ value }) => value.split(/\s+/).length <= (isFirst ? 3 : 12) && isName(value))
  if (!found) return NOBODY
  const split = splitNames({ start: found.span.start, end: found.span.end, text: found.value })
  // "تقرير: …" may begin a headline: what is announced must look like names.
  return split.author && !arePeople(split.author.value) ? NOBODY : { ...split, taken: [{ start: line.start, end: line.end }] }
}

function bracketByline(line: Line): Byline | null {
  const match = BRACKET.exec(line.text)
  const inner = match?.[1]
  if (!match || inner === undefined) return null
  const content = part(line.text, match[0].indexOf(inner), match[0].indexOf(inner) + inner.length)
  if (!content) return null
  const placed: Line = { start: line.start + content.start, end: line.start + content.end, text: content.text }
  const names = LEAD_IN.test(placed.text) ? splitNames(withoutLeadIn(placed)) : chineseNames(placed)
  const found = names ?? (looksLikeOutlet(placed.text) && placed.text.length <= 30 ? { outlet: asFound(placed), author: null } : null)
  return found && { ...found, taken: [{ start: line.start, end: line.start + match[0].length }] }
}

function chineseNames(line: Line): { outlet: Found | null; author: Found | null } | null {
  const desk = CHINESE_DESK.exec(line.text)
  if (desk?.[1] !== undefined) return { outlet: slice(line, 0, desk[1].length), author: null }
  const reporter = CHINESE_REPORTER.exec(line.text)
  if (!reporter) return null
  const [whole, outlet = '', author = ''] = reporter
  return {
    outlet: outlet === '' ? null : slice(line, 0, outlet.length),
    author: author === '' ? null : slice(line, whole.length - author.length, whole.length),
  }
}

function lineByline(line: Line, index: number): Byline | null {
  if (line.text.length > SHORT_LINE || /[。.!?！？؟۔]$/u.test(line.text.replace(/\b\p{Lu}\.$/u, ''))) return null
  const taken = [{ start: line.start, end: line.end }]
  if (LEAD_IN.test(line.text)) {
    const names = splitNames(withoutLeadIn(line))
    const isByline = names.author ? arePeople(names.author.value) : names.outlet !== null
    return isByline ? { ...names, taken } : null
  }
  // "NAME | OUTLET"; a headline before the bar has more or other words than a name.
  const pieces = piecesOf(line, /\s*[|｜]\s*/u).filter((piece) => !isWrittenDate(piece.text))
  const [first, second] = pieces
  if (!first || !second || pieces.length > 3) return null
  const outlet = pieces.find((piece) => looksLikeOutlet(piece.text))
  const author = pieces.find((piece) => piece !== outlet && looksLikePerson(piece.text) && piece.text.split(/\s+/).length <= 5)
  if (!outlet || !author || (index === 0 && author !== first)) return null
  return { outlet: asFound(outlet), author: asFound(author), taken }
}

function withoutLeadIn(line: Line): Line {
  const length = LEAD_IN.exec(line.text)?.[0].length ?? 0
  return { start: line.start + length, end: line.end, text: line.text.slice(length) }
}

const ASIDE = /\s+(?:in|à|en|aus)\s+\p{Lu}[\p{L} ]+$|\s*[(（][^()（）]*[)）]$/u

/** The parts of a byline without its lead-in told apart: "NAME, OUTLET", "OUTLET, NAME", "NAME", "观察者网 陈思佳". */
function splitNames(line: Line): { outlet: Found | null; author: Found | null } {
  const isHan = /^[\p{Script=Han}\s·]+$/u.test(line.text)
  const separator = isHan ? /\s+/u : /\s*(?:[,،，|｜/•·]|\s[—–-]\s|\s+for\s+)\s*/u
  const pieces = piecesOf(line, separator)
    .filter((piece) => !isWrittenDate(piece.text) && !/^\d{4}$/.test(piece.text))
    .map((piece) => slice(piece, 0, piece.text.replace(ASIDE, '').length))
  const outlet = pieces.find((piece) => looksLikeOutlet(piece.value)) ?? unknownOutlet(pieces)
  const people = pieces.filter((piece) => piece !== outlet && looksLikePerson(piece.value))
  const first = people[0]
  const last = people.at(-1)
  if (!first || !last) return { outlet: outlet ?? null, author: null }
  // Several people keep the separators the source has, as long as nothing else stands between them.
  const together = line.text.slice(first.span.start - line.start, last.span.end - line.start)
  const author = outlet && outlet.span.start > first.span.start && outlet.span.end < last.span.end ? first.value : together
  return { outlet: outlet ?? null, author: { value: author, span: { start: first.span.start, end: first.span.start + author.length } } }
}

/** "By Chen Sijia, Frontier" and "…, The Frontier": a last part that is no person's full name. */
function unknownOutlet(pieces: readonly Found[]): Found | undefined {
  const last = pieces.at(-1)
  if (pieces.length < 2 || !last) return undefined
  return /^The\s/.test(last.value) || (!last.value.includes(' ') && /^\p{Lu}/u.test(last.value)) ? last : undefined
}

function piecesOf(line: Line, separator: RegExp): Line[] {
  const pieces: Line[] = []
  let from = 0
  for (const match of [...line.text.matchAll(new RegExp(separator, 'gu')), null]) {
    const piece = part(line.text, from, match?.index ?? line.text.length)
    if (piece) pieces.push({ start: line.start + piece.start, end: line.start + piece.end, text: piece.text })
    from = (match?.index ?? 0) + (match?.[0].length ?? 0)
  }
  return pieces
}

const asFound = (line: Line): Found => ({ value: line.text, span: { start: line.start, end: line.end } })

const slice = (line: Line, from: number, to: number): Found => ({
  value: line.text.slice(from, to).trim(),
  span: { start: line.start + from, end: line.start + from + line.text.slice(from, to).trimEnd().length },
})
