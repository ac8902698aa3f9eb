/**
 * Signatures of the texts of articles, for finding copies: derived, never part of the history. `keepSignatures` brings them after every
 * step, whichever path changed an article; what is not text has no part in them, because each outlet has its own.
 */
import { bandsOf, signatureOf } from '../duplicates/signature.ts'
import { imageOf, type Change } from './capture.ts'
import { jsonList } from './rows.ts'
import { blanked, spansLeftOut } from './search/searched-text.ts'
import type { ReadDb, WriteDb } from './types.ts'

/** Brings signatures after the changes of a step, inside its transaction. */
export function keepSignatures(db: WriteDb, changes: readonly Change[]): void {
  const articles = new Set<number>()
  for (const { tbl, rowId, before, after } of changes) {
    if (tbl === 'article' && (before === null || after === null || after.includes('"revision_id":'))) articles.add(rowId)
    if (tbl !== 'not_text') continue
    for (const json of [before, after]) {
      const id = json === null ? undefined : imageOf(json)?.article_id
      if (typeof id === 'number') articles.add(id)
    }
  }
  for (const id of articles) signArticle(db, id)
}

/** (Re)writes the signature of an article; drops it where the article is gone or too short to have one. */
export function signArticle(db: WriteDb, articleId: number): void {
  db.run('DELETE FROM article_signature WHERE article_id = ?', [articleId])
  db.run('DELETE FROM article_band WHERE article_id = ?', [articleId])
  const row = db.get<{ revisionId: number; text: string }>(
    'SELECT a.revision_id AS revisionId, r.text FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?',
    [articleId],
  )
  if (!row) return
  const signature = signatureOf(blanked(row.text, spansLeftOut(db, articleId, row.revisionId)))
  if (!signature) return
  const bytes = new Uint8Array(signature.buffer, signature.byteOffset, signature.byteLength)
  db.run('INSERT INTO article_signature(article_id, revision_id, signature) VALUES (?, ?, ?)', [articleId, row.revisionId, bytes])
  db.run('INSERT OR IGNORE INTO article_band(band, key, article_id) SELECT key, value, ? FROM json_each(?)', [
    articleId,
    jsonList(bandsOf(signature)),
  ])
}

/** Signatures by article; those without one are missing. */
export function signaturesOf(db: ReadDb, articleIds: readonly number[]): Map<number, Uint32Array> {
  const rows = db.all<{ id: number; signature: Uint8Array }>(
    'SELECT article_id AS id, signature FROM article_signature WHERE article_id IN (SELECT value FROM json_each(?))',
    [jsonList(articleIds)],
  )
  return new Map(rows.map(({ id, signature }) => [id, new Uint32Array(signature.slice().buffer)]))
}

/** Articles that share a band with this one. */
export function candidatesOf(db: ReadDb, articleId: number): number[] {
  return db.column<number>(
    `SELECT DISTINCT o.article_id FROM article_band b JOIN article_band o ON o.band = b.band AND o.key = b.key
     WHERE b.article_id = ? AND o.article_id <> ? ORDER BY 1 LIMIT 2000`,
    [articleId, articleId],
  )
}

/** Pairs of articles that share a band, each once, the lower id first; at most `limit`. */
export function candidatePairs(db: ReadDb, limit: number): [number, number][] {
  return db
    .all<{ a: number; b: number }>(
      `SELECT DISTINCT b.article_id AS a, o.article_id AS b FROM article_band b JOIN article_band o
         ON o.band = b.band AND o.key = b.key AND o.article_id > b.article_id ORDER BY 1, 2 LIMIT ?`,
      [limit],
    )
    .map(({ a, b }) => [a, b])
}
