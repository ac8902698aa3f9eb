/** Addresses that a link may lead to: http, https and mailto on the web, and passages of the library. Everything else stays text. */
import { passageLink } from '../../../shared/domain/passage-link.ts'
import type { LinkTarget } from '../document/model.ts'

const ALLOWED = new Set(['http:', 'https:', 'mailto:'])
/** Word takes no longer ones. */
const LIMIT = 2_048

/** Where a link leads outside the document, percent-encoded; null where that may not be followed, and for places inside it. */
export function outsideAddress(to: LinkTarget): string | null {
  if ('place' in to) return null
  if ('passage' in to) {
    try {
      return passageLink(to.passage.articleUid, to.passage.annotationUid)
    } catch {
      return null
    }
  }
  const url = URL.parse(to.web.toWellFormed())
  return url !== null && ALLOWED.has(url.protocol) && url.href.length <= LIMIT ? url.href : null
}
