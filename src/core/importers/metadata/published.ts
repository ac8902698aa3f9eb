/**
 * When an article says it was published: an announced date ("Published: …"), a line at the top that holds a date and
 * nothing else, a byline that ends in one, a dateline with a year. Dates in running text are what the article is
 * about, never its own.
 */
import { foldText } from '../../../shared/text/fold.ts'
import { writtenDate } from './dates.ts'
import { beforeLabel, labelled } from './labels.ts'
import type { ArticleLines, Found, Line } from './lines.ts'

const TOP_LINES = 8
const LONGEST = 120

let weekdays: ReadonlySet<string> | undefined

/** Names of weekdays, folded, from ICU. */
function weekdayNames(): ReadonlySet<string> {
  if (weekdays) return weekdays
  const made = new Set<string>()
  for (const locale of ['en', 'ur', 'ar', 'fa', 'ps', 'he', 'zh', 'ja', 'ru', 'fr', 'de', 'es', 'tr']) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
      for (let day = 1; day <= 7; day++) made.add(foldText(format.format(Date.UTC(2025, 0, day))).replaceAll('.', ''))
    }
  }
  weekdays = made
  return made
}

/** The article's own date and where it stands, or null. */
export function recognisePublished(lines: ArticleLines): Found | null {
  for (const line of [...lines.head, ...lines.tail]) {
    for (const { value, span } of labelled(line, 'published')) {
      const date = writtenDate(value, true)
      if (date) return { value: date.iso, span: { start: span.start + date.start, end: span.start + date.end } }
    }
  }
  for (const line of lines.head.slice(0, TOP_LINES)) {
    const own = ownDate(line)
    if (own) return own
  }
  return null
}

/** The date of a line which has a part that is a date and nothing else, or of a byline that ends in one. */
function ownDate(line: Line): Found | null {
  if (line.text.length > LONGEST) return null
  let start = 0
  for (const piece of line.text.split(/([|｜•·\t]| {2,}|\u3000| [—–-] )/u)) {
    const date = writtenDate(piece)
    if (date && isAll(piece, date.start, date.end, line)) {
      return { value: date.iso, span: { start: line.start + start + date.start, end: line.start + start + date.end } }
    }
    start += piece.length
  }
  return null
}

function isAll(piece: string, start: number, end: number, line: Line): boolean {
  const before = piece.slice(0, start)
  // What some languages put behind a year.
  const after = beforeLabel(piece.slice(end)).replace(/^\s*(?:г|ء|م|هـ|ش)(?!\p{L})/u, '')
  if (/\p{L}|\p{N}/u.test(after)) return false
  const words = foldText(before).match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.every((word) => weekdayNames().has(word))) return !/\p{N}/u.test(before)
  return /^by\s/i.test(line.text) && /,\s*$/.test(before)
}

const UPDATED =
  /^[^\p{L}]*(?:(?:last\s+)?(?:updated|modified)|更新|آخری بار|آخر تحديث|به\u200c?روز|обновлено|mis à jour|actualizado|aktualisiert|güncellendi)/iu

/** True where a line is a date and nothing else, of publication or of a change, so that it is no headline. */
export function isDateLine(line: Line): boolean {
  if (line.text.length <= LONGEST && UPDATED.test(line.text) && writtenDate(line.text)) return true
  return ownDate(line) !== null && !/^by\s/i.test(line.text) && !/[|｜]/u.test(line.text)
}
