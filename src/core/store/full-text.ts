/**
 * The full-text index: folded tokens of title and text, rowid = article id. It is derived from articles and never part
 * of the history, so whoever restores or removes an article row calls `indexArticle` or `unindexArticle`.
 */
import { ftsTokens } from '../../shared/text/tokens.ts'
import type { WriteDb } from './types.ts'

/** (Re)writes the index entry of an article from its row; drops it where the row is gone. */
export function indexArticle(db: WriteDb, articleId: number): void {
  unindexArticle(db, articleId)
  const row = db.get<{ title: string; text: string }>(
    'SELECT a.title, r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?',
    [articleId],
  )
  if (row) db.run('INSERT INTO article_fts(rowid, title, body) VALUES (?, ?, ?)', [articleId, ftsTokens(row.title), ftsTokens(row.text)])
}

export function unindexArticle(db: WriteDb, articleId: number): void {
  db.run('DELETE FROM article_fts WHERE rowid = ?', [articleId])
}
