/** Web pages as files. Nothing in a page is run, loaded or looked up: it becomes text and metadata. Feeds are read entry by entry. */
import type { FileReader, ImportLoss } from '../types.ts'
import { decodePage } from './charset.ts'
import { isFeed, readFeed } from './feed.ts'
import { MAX_PAGE_BYTES } from './limits.ts'
import { readPage } from './read-page.ts'

export const read: FileReader = async ({ bytes, encoding }) => {
  if (bytes.length > MAX_PAGE_BYTES) {
    return {
      kind: 'problem',
      format: 'html',
      problem: { code: 'too-large', details: { bytes: bytes.length, limit: MAX_PAGE_BYTES, reason: 'page' } },
    }
  }
  const decoded = decodePage(bytes, encoding)
  if ('problem' in decoded) return { kind: 'problem', format: 'html', problem: { code: decoded.problem, details: decoded.details } }
  const asFeed = isFeed(decoded.text)
  const reading = asFeed ? await readFeed(decoded.text) : await readPage(decoded.text)
  const format = asFeed ? 'feed' : 'html'
  if ('code' in reading) return { kind: 'problem', format, problem: reading }
  const broken: ImportLoss[] = decoded.replaced > 0 ? [{ code: 'bytes', count: decoded.replaced }] : []
  return {
    kind: 'articles',
    format,
    mediaType: asFeed ? 'application/xml' : 'text/html',
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    candidates: decoded.candidates,
    articles: 'articles' in reading ? reading.articles : [reading.article],
    lost: [...reading.lost, ...broken],
  }
}
