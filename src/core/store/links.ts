/** What links of reports lead to, by uid. */
import { readPassageLink } from '../../shared/domain/passage-link.ts'
import type { Output } from '../../shared/rpc/contract.ts'
import type { ReadDb } from './types.ts'

/** Null where the text is no link, or its article is not in this library. */
export function passageOfLink(db: ReadDb, text: string): Output<'links.find'> {
  const link = readPassageLink(text)
  const article =
    link && db.get<{ articleId: number; title: string }>('SELECT id AS articleId, title FROM article WHERE uid = ?', [link.articleUid])
  if (!link || !article) return null
  const annotation = db.get<{ id: number }>('SELECT id FROM annotation WHERE uid = ? AND article_id = ?', [
    link.annotationUid,
    article.articleId,
  ])
  return { ...article, annotationId: annotation?.id ?? null }
}
