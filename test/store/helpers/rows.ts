/** The smallest valid rows. Each function inserts one and returns its id. */
import { randomUUID } from 'node:crypto'
import type { WriteDb } from '../../../src/core/store/types.ts'

export function addParty(db: WriteDb, name: string): number {
  return db.run(`INSERT INTO party(uid, name, name_fold, kind, role, position) VALUES (?, ?, ?, 'state', 'principal', 1)`, [
    randomUUID(),
    name,
    name.toLowerCase(),
  ]).lastId
}

export function addTag(db: WriteDb, code: string): number {
  return db.run(`INSERT INTO tag(uid, code, name, hue, position) VALUES (?, ?, ?, 'red', 1)`, [randomUUID(), code, code]).lastId
}

export function addIssue(db: WriteDb, name: string): number {
  return db.run('INSERT INTO issue(uid, name, name_fold, position) VALUES (?, ?, ?, 1)', [randomUUID(), name, name.toLowerCase()]).lastId
}

export function addArticle(db: WriteDb, title: string, text = 'The two sides met in Doha.'): number {
  const next = db.value<number>(`SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'article'), 0) + 1`)
  const revision = db.run('INSERT INTO revision(uid, article_id, number, text, text_hash, chars, added_ms) VALUES (?, ?, 1, ?, ?, ?, 1)', [
    randomUUID(),
    next,
    text,
    title,
    text.length,
  ]).lastId
  return db.run(
    `INSERT INTO article(id, uid, revision_id, title, direction, chars, added_ms, changed_ms) VALUES (?, ?, ?, ?, 'ltr', ?, 1, 1)`,
    [next, randomUUID(), revision, title, text.length],
  ).lastId
}

export interface AnnotationParts {
  article: number
  tag: number
  coder: number
  speaker?: number
  note?: string
}

export function addAnnotation(db: WriteDb, { article, tag, coder, speaker, note }: AnnotationParts): number {
  return db.run(
    `INSERT INTO annotation(uid, article_id, revision_id, start_u16, end_u16, quote, prefix, suffix, tag_id, speaker_id, note, coder_id, created_ms, changed_ms)
     VALUES (?, ?, (SELECT revision_id FROM article WHERE id = ?), 0, 3, 'The', '', ' two', ?, ?, ?, ?, 1, 1)`,
    [randomUUID(), article, article, tag, speaker ?? null, note ?? null, coder],
  ).lastId
}
