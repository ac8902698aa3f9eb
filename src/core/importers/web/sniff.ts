/** Web pages, feeds and pages saved as MHTML, by how they begin. Loads nothing. */
import type { Sniffer } from '../detect.ts'

/** What may stand before the first tag: a mark, white space, comments, declarations. */
const PROLOG = String.raw`^\s*(?:(?:<\?[^>]{0,300}\?>|<!--[\s\S]*?-->)\s*)*`
const PAGE = new RegExp(
  `${PROLOG}(?:<!doctype\\s+html\\b|<(?:html|head|body|title)\\b|<meta\\s+(?:charset|http-equiv|name|content)\\s*=)`,
  'i',
)
const FEED = new RegExp(`${PROLOG}(?:<!doctype\\s+rss\\b[^>[]*(?:\\[[^\\]]*\\]\\s*)?>\\s*)?<(?:rss\\b|rdf:RDF\\b|(?:atom:)?feed\\b)`, 'i')
const TAG = /^\s*<(?:!--|\/?[a-z][a-z0-9]*[\s/>])/i
const NAMED = /\.(?:x?html?|xht)$/i

/** Web pages and feeds. The name decides only for pieces of pages, which begin with any tag. */
export const sniffHtml: Sniffer = ({ name, head, magic }) => {
  if (magic) return null
  return PAGE.test(head) || FEED.test(head) || (NAMED.test(name) && TAG.test(head)) ? 'html' : null
}

/** A mail whose one content is a page with its parts: what browsers save as "single file". */
export const sniffMhtml: Sniffer = ({ name, head, magic }) => {
  if (magic || !/^(?:From [^\n]+\n)?[\w-]+:/.test(head)) return null
  const headers = head.split(/\n\n/, 1)[0] ?? ''
  if (!/^content-type:\s*multipart\/related\b/im.test(headers))
    return /\.mht(?:ml)?$/i.test(name) && /^mime-version:/im.test(headers) ? 'mhtml' : null
  const isSaved =
    /^(?:snapshot-content-location:|from:\s*(?:"?<?saved by|<saved))/im.test(headers) || !/^(?:to|message-id|received):/im.test(headers)
  return isSaved || /\.mht(?:ml)?$/i.test(name) ? 'mhtml' : null
}
