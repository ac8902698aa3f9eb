/** Pages saved as MHTML ("single file" of browsers). Only the page itself is read; what else is in the file stays where it is. */
import type { FileReader, ImportLoss } from '../types.ts'
import { decodePage } from './charset.ts'
import { MAX_PAGE_BYTES } from './limits.ts'
import { mhtmlPage } from './mhtml.ts'
import { readPage } from './read-page.ts'
import { declaredDate } from './values.ts'
import type { ImportProblem } from '../types.ts'

const refused = (problem: ImportProblem) => ({ kind: 'problem', format: 'mhtml', problem }) as const

export const read: FileReader = async ({ bytes, encoding }) => {
  if (bytes.length > MAX_PAGE_BYTES)
    return refused({ code: 'too-large', details: { bytes: bytes.length, limit: MAX_PAGE_BYTES, reason: 'page' } })
  const page = mhtmlPage(bytes)
  if (!page) return refused({ code: 'damaged', details: { format: 'MHTML', reason: 'no-page' } })
  const decoded = decodePage(page.bytes, encoding, page.charset)
  if ('problem' in decoded) return refused({ code: decoded.problem, details: decoded.details })
  const reading = await readPage(decoded.text, page.location)
  if ('code' in reading) return refused(reading)
  const lost: ImportLoss[] = [...reading.lost]
  if (page.frames > 0) lost.push({ code: 'frames', count: page.frames })
  if (decoded.replaced > 0) lost.push({ code: 'bytes', count: decoded.replaced })
  const saved = declaredDate(page.date)
  const details = { ...reading.article.details, ...(saved !== null && { saved }) }
  return {
    kind: 'articles',
    format: 'mhtml',
    mediaType: 'multipart/related',
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    candidates: decoded.candidates,
    articles: [{ ...reading.article, details }],
    lost,
  }
}
