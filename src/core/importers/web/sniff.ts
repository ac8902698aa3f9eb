/** Web pages, feeds and pages saved as MHTML, by how they begin. Loads nothing. */
import type { Sniffer } from '../detect.ts'
import { afterProlog } from './prolog.ts'

/** Matched behind the prolog. */
const PAGE = /^(?:<!doctype\s+html\b|<(?:html|head|body|title)\b|<meta\s+(?:charset|http-equiv|name|content)\s*=)/i
const FEED = /^(?:<!doctype\s+rss\b[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:rss\b|rdf:RDF\b|(?:atom:)?feed\b)/i
const TAG = /^\s*<(?:!--|\/?[a-z][a-z0-9]*[\s/>])/i
const NAMED = /\.(?:x?html?|xht)$/i

/** Web pages and feeds. The name decides only for pieces of pages, which begin with any tag. */
export const sniffHtml: Sniffer = ({ name, head, magic }) => {
  if (magic) return null
  const markup = afterProlog(head)
  return PAGE.test(markup) || FEED.test(markup) || (NAMED.test(name) && TAG.test(head)) ? 'html' : null
}

/** Headers that only somebody who sends a mail has. */
const SENT = /^(?:from|to|cc|bcc|message-id|received|return-path|delivered-to):/im
const SAVED = /^(?:snapshot-content-location:|from:[ \t]*(?:"?<?saved by|<saved))/im

/**
 * A page with its parts in the form of a mail: what browsers save as "single file". It says so, or nobody has sent it. What the file is called
 * does not count: a mail is a mail.
 */
export const sniffMhtml: Sniffer = ({ head, magic }) => {
  if (magic || !/^(?:From [^\n]+\n)?[\w-]+:/.test(head)) return null
  const headers = head.split(/\n\n/, 1)[0] ?? ''
  if (/^content-type:[ \t]*multipart\/related\b/im.test(headers))
    return SAVED.test(headers) || !/^(?:to|message-id|received):/im.test(headers) ? 'mhtml' : null
  const isPage = /^content-type:[ \t]*(?:text\/html|application\/xhtml\+xml|multipart\/)/im.test(headers)
  return isPage && /^mime-version:/im.test(headers) && (SAVED.test(headers) || !SENT.test(headers)) ? 'mhtml' : null
}
