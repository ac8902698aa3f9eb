/** Compares every annotation with its passage. Nothing is moved: what differs is listed for a person to decide. */
import type { CheckReport } from '../../shared/domain/library.ts'
import { quoteContext } from '../../shared/text/anchor.ts'
import { isCharBoundary } from '../../shared/text/offsets.ts'
import { revisionText } from './revisions.ts'
import type { ReadDb } from './types.ts'

interface Row {
  id: number
  articleId: number
  revisionId: number
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
}

/** Annotations whose stored quote or context is not what stands at their offsets in the text they belong to; not those known to be gone. */
export function checkAnchors(db: ReadDb): CheckReport['anchors'] {
  const found: CheckReport['anchors'] = []
  let text = ''
  let revisionId = 0
  const rows = db.all<Row>(
    'SELECT id, article_id AS articleId, revision_id AS revisionId, start_u16 AS start, end_u16 AS end, quote, prefix, suffix FROM annotation WHERE anchor <> ? ORDER BY revision_id, id',
    ['gone'],
  )
  for (const row of rows) {
    if (row.revisionId !== revisionId) text = revisionText(db, row.revisionId)
    revisionId = row.revisionId
    const problem = anchorProblem(text, row)
    if (problem) found.push({ annotationId: row.id, articleId: row.articleId, problem })
  }
  return found
}

function anchorProblem(text: string, row: Row): 'quote' | 'range' | 'context' | null {
  if (row.end > text.length) return 'range'
  // Half a character cannot be cut out, so it is no quote of anything.
  if (!isCharBoundary(text, row.start) || !isCharBoundary(text, row.end)) return 'range'
  const stands = quoteContext(text, row.start, row.end)
  if (stands.quote !== row.quote) return 'quote'
  return stands.prefix === row.prefix && stands.suffix === row.suffix ? null : 'context'
}
