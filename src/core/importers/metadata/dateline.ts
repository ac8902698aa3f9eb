/**
 * Where and by whom a report was filed, at the very beginning of its first paragraph: "ISTANBUL, Oct 29 (Reuters) —",
 * "KABUL (AP) -", "ISLAMABAD: ", 新华社伊斯坦布尔10月29日电. It names the outlet, sometimes the date; the title must not begin with it.
 */
import { writtenDate } from './dates.ts'
import { capture, type Found, type Line } from './lines.ts'
import { looksLikeOutlet, looksLikePerson } from './outlet-names.ts'

export interface Dateline {
  /** UTF-16 offset in the text of what follows the dateline. */
  readonly end: number
  readonly outlet: Found | null
  readonly author: Found | null
  readonly published: Found | null
}

const PLACE = String.raw`\p{Lu}[\p{L}\p{M} .'’/-]{1,40}(?:,\s*\p{Lu}[\p{L}\p{M} .'’/-]{1,40})?`
const AGENCY = new RegExp(
  String.raw`^(?:${PLACE})(?<when>,?\s*\p{L}{3,9}\.?\s+\d{1,2}(?:,\s*\d{4})?|,?\s*\d{1,2}\s+\p{L}{3,9}\.?(?:\s+\d{4})?)?\s*\((?<outlet>[^()\n]{2,40})\)\s*[—–:-]{1,3}\s*`,
  'du',
)
const PLACE_ONLY = /^\p{Lu}[\p{Lu} .'’/-]{2,40}(?:,\s*\p{Lu}[\p{L} .'’/-]{1,40})?\s*(?:[—–:]|--?\s)\s*/u
const CHINESE =
  /^(?<outlet>[\p{Script=Han}]{1,6}?(?:社|网|報|报))[\p{Script=Han}]{0,10}?(?<when>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|電|讯|訊|消息)?\s*(?:[（(](?:记者|記者|特约记者)?\s*(?<author>[\p{Script=Han}、·\s]{2,30})[）)])?[：:，,\s]*/du
const ARABIC_SCRIPT =
  /^[\p{Script=Arabic}\p{M}\s\u200c]{2,40}\s*[(（](?<outlet>[\p{Script=Arabic}\p{M}\s\u200c]{2,40})[)）]\s*[-–—:۔]{1,2}\s*/du

/** The dateline at the beginning of a paragraph, or null. */
export function datelineOf(paragraph: Line): Dateline | null {
  const agency = AGENCY.exec(paragraph.text)
  if (agency && isAgency(agency.groups?.['outlet'] ?? '')) return dateline(paragraph, agency)
  const chinese = CHINESE.exec(paragraph.text)
  if (chinese) return dateline(paragraph, chinese)
  const arabic = ARABIC_SCRIPT.exec(paragraph.text)
  if (arabic && looksLikeOutlet(arabic.groups?.['outlet'] ?? '')) return dateline(paragraph, arabic)
  const place = PLACE_ONLY.exec(paragraph.text)
  if (!place) return null
  return { end: paragraph.start + place[0].length, outlet: null, author: null, published: null }
}

const isAgency = (name: string): boolean => looksLikeOutlet(name) || looksLikePerson(name)

function dateline(paragraph: Line, match: RegExpExecArray): Dateline {
  const named = (group: string): Found | null => {
    const value = match.groups?.[group]
    return value === undefined ? null : capture(paragraph, match, Object.keys(match.groups ?? {}).indexOf(group) + 1)
  }
  const when = named('when')
  const date = when && writtenDate(when.value)
  return {
    end: paragraph.start + match[0].length,
    outlet: named('outlet'),
    author: named('author'),
    published: when && date ? { value: date.iso, span: { start: when.span.start + date.start, end: when.span.start + date.end } } : null,
  }
}
