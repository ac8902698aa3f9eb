/**
 * The text of an article as search sees it: what is not text (captions, boilerplate) is blank, and every offset stays what it is.
 * Offsets are UTF-16 units.
 */
import type { Span } from '../../../shared/text/span.ts'
import type { ReadDb } from '../types.ts'

/** What is left out of the text of this revision, ascending. */
export const spansLeftOut = (db: ReadDb, articleId: number, revisionId: number): Span[] =>
  db.all<Span>('SELECT start_u16 AS start, end_u16 AS end FROM not_text WHERE article_id = ? AND revision_id = ? ORDER BY start_u16', [
    articleId,
    revisionId,
  ])

/** The text with spaces in place of the spans, which may overlap. */
export function blanked(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  let done = 0
  let result = ''
  for (const { start, end } of spans) {
    const from = Math.max(start, done)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    result += text.slice(done, from) + ' '.repeat(to - from)
    done = to
  }
  return result + text.slice(done)
}
