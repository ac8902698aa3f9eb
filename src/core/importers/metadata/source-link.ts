/**
 * The article's own web address: announced ("Original: https://…", "原文链接：…", a DOI), or alone on a line at one of the
 * two ends. Links inside the text are the article's sources, not itself. Only http and https; the address is
 * given exactly as written, without the punctuation around it.
 */
import { labelled, type LabelledField } from './labels.ts'
import type { ArticleLines, Found, Line } from './lines.ts'

const URL_PATTERN = /https?:\/\/[^\s<>"'“”‘’「」『』【】《》（），。；！、]+/iu
const DOI = /(?:^|[\s:：(])doi:\s*(?<doi>10\.\d{4,9}\/[^\s"<>，。]+)/iu
const LONGEST = 2_000

/** Announcements, the one most sure to mean the article itself first. */
const FIELDS: readonly LabelledField[] = ['original', 'outlet', 'link']

/** The article's address and where it stands, or null. */
export function recogniseSourceLink(lines: ArticleLines): Found | null {
  const all = [...lines.head, ...lines.tail]
  for (const field of FIELDS) {
    for (const line of all) {
      for (const { span, value } of labelled(line, field)) {
        // The announced value may be shortened at a mark that belongs to the address, so look on in the line.
        const found = addressIn({ start: span.start, end: line.end, text: line.text.slice(span.start - line.start) })
        if (found && found.span.start < span.start + value.length) return found
      }
    }
  }
  for (const line of all) {
    const found = addressIn(line)
    if (found && isAlone(line, found)) return found
  }
  return null
}

function isAlone(line: Line, found: Found): boolean {
  const rest = line.text.slice(0, found.span.start - line.start) + line.text.slice(found.span.end - line.start)
  return !/[\p{L}\p{N}]/u.test(rest.replace(/\bdoi\b/i, ''))
}

function addressIn(line: Line): Found | null {
  const match = URL_PATTERN.exec(line.text)
  const address = match && withoutPunctuation(match[0])
  if (!match || !address || address.length > LONGEST || !isWebAddress(address)) return doiIn(line)
  const start = line.start + match.index
  return { value: address, span: { start, end: start + address.length } }
}

function doiIn(line: Line): Found | null {
  const match = DOI.exec(line.text)
  const doi = match?.groups?.['doi']
  if (!match || doi === undefined) return null
  const bare = withoutPunctuation(doi)
  const start = line.start + match.index + match[0].indexOf(doi)
  return { value: `https://doi.org/${bare}`, span: { start, end: start + bare.length } }
}

const OPENING: Readonly<Partial<Record<string, string>>> = { ')': '(', ']': '[', '}': '{' }

/** Without sentence marks at the end, and without a closing bracket that was opened before the address. Brackets are counted once. */
function withoutPunctuation(address: string): string {
  const counts = new Map<string, number>()
  for (const [bracket] of address.matchAll(/[()[\]{}]/g)) counts.set(bracket, (counts.get(bracket) ?? 0) + 1)
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    const opening = OPENING[last]
    const closed = counts.get(last) ?? 0
    if (opening === undefined ? !/[.,;:!?…*|]/.test(last) : (counts.get(opening) ?? 0) >= closed) break
    counts.set(last, closed - 1)
  }
  return address.slice(0, end)
}

function isWebAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === ''
}
