/** What a page may cost. Beyond these a page is refused by name, or read by its tags alone, without a tree. */

/** Largest file, in bytes: pages saved with their pictures inside are a quarter of it. */
export const MAX_PAGE_BYTES = 64 * 1024 * 1024

export const PAGE_LIMITS = {
  /** Elements inside one another; browsers stop at 512. */
  depth: 1_000,
  /** Elements and pieces of text. */
  nodes: 400_000,
  /** Attributes of one element: a reader of HTML compares each with all others. */
  attributes: 2_000,
  /** Elements of a page in which an article is looked for; a larger one is a list, not an article. */
  articleElements: 60_000,
  /** How deep all those elements lie, added up. */
  articleDepths: 3_000_000,
  /** UTF-16 units of text. */
  text: 16 * 1024 * 1024,
} as const

export type PageLimitName = keyof typeof PAGE_LIMITS

/** Thrown while a page is read and caught in the reader: never leaves it. */
export class PageLimit extends Error {
  readonly limit: PageLimitName

  constructor(limit: PageLimitName) {
    super(limit)
    this.limit = limit
  }
}

const RAW_TEXT = /<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b/iy

/**
 * Throws PageLimit where an element has too many attributes. One pass over the characters, before anything is parsed; what
 * stands in scripts and styles is passed over.
 */
export function checkAttributes(html: string): void {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    RAW_TEXT.lastIndex = at
    const raw = RAW_TEXT.exec(html)?.[1]
    const end = tagEnd(html, at + 1)
    at = end
    if (raw === undefined) continue
    const close = new RegExp(`</${raw}`, 'gi')
    close.lastIndex = end
    at = close.exec(html)?.index ?? html.length
  }
}

/** Where the tag that begins at `from` ends, as the tokenizer of HTML sees it. */
function tagEnd(html: string, from: number): number {
  const first = html.charCodeAt(from) | 0x20
  if (html.startsWith('!--', from)) {
    const end = html.indexOf('-->', from)
    return end < 0 ? html.length : end + 3
  }
  if (first < 0x61 || first > 0x7a) return from
  // The name of the element comes first.
  let attributes = -1
  let inside = false
  for (let at = from; at < html.length; at++) {
    const unit = html.charCodeAt(at)
    if (unit === 0x3e) return at + 1
    if (unit === 0x3d) at = valueEnd(html, at + 1) - 1
    const isGap = unit <= 0x20 || unit === 0x2f || unit === 0x3d
    if (!isGap && !inside && ++attributes > PAGE_LIMITS.attributes) throw new PageLimit('attributes')
    inside = !isGap
  }
  return html.length
}

/** Behind the value of an attribute; a quoted one is passed over. */
function valueEnd(html: string, from: number): number {
  let at = from
  while (at < html.length && html.charCodeAt(at) <= 0x20) at++
  const quote = html[at]
  if (quote !== '"' && quote !== "'") return at
  const end = html.indexOf(quote, at + 1)
  return end < 0 ? html.length : end + 1
}
