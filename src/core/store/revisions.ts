/** Texts and originals: immutable, outside the undo history. Equal bytes are stored once. */
import type { ReadDb, WriteDb } from './types.ts'

export interface NewOriginal {
  sha256: string
  name: string
  mediaType: string
  encoding: string
  bytes: Uint8Array
}

/** Id of the stored original; the same bytes keep their first name. */
export function originalId(db: WriteDb, original: NewOriginal, now: number): number {
  const known = db.get<{ id: number }>('SELECT id FROM original WHERE sha256 = ?', [original.sha256])
  if (known) return known.id
  const { sha256, name, mediaType, encoding, bytes } = original
  return db.run('INSERT INTO original(sha256, name, media_type, encoding, bytes, added_ms) VALUES (?, ?, ?, ?, ?, ?)', [
    sha256,
    name,
    mediaType,
    encoding,
    bytes,
    now,
  ]).lastId
}

/** Text of a revision, in UTF-16 units as annotations count them. */
export function revisionText(db: ReadDb, revisionId: number): string {
  return db.value<string>('SELECT text FROM revision WHERE id = ?', [revisionId])
}

/** An article that has this text now, or had it before it was corrected; null where there is none. */
export function articleWithText(db: ReadDb, textHash: string): { articleId: number; title: string } | null {
  const sql = `SELECT a.id AS articleId, a.title FROM revision r JOIN article a ON a.id = r.article_id WHERE r.text_hash = ? ORDER BY a.revision_id = r.id DESC, a.id LIMIT 1`
  return db.get<{ articleId: number; title: string }>(sql, [textHash]) ?? null
}

/** The article that was made from these very bytes, and from this part of them; null where there is none. */
export function articleFromBytes(db: ReadDb, sha256: string, part: number | null): { articleId: number; title: string } | null {
  const sql = `SELECT a.id AS articleId, a.title FROM original o JOIN revision r ON r.original_id = o.id JOIN article a ON a.id = r.article_id
     WHERE o.sha256 = ? AND r.number = 1 AND r.part IS ? ORDER BY a.id LIMIT 1`
  return db.get<{ articleId: number; title: string }>(sql, [sha256, part]) ?? null
}
