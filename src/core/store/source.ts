/** Where an article came from. */
import { z } from 'zod'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { currentRevision } from './anchoring-store.ts'
import type { ReadDb } from './types.ts'

const pagesSchema = z.array(z.tuple([z.int().min(0), z.string()])).catch([])
const detailsSchema = z.record(z.string(), z.string()).catch({})

export interface Source {
  details: Record<string, string>
  pages: { start: number; label: string }[]
  part: number | null
  siblings: number
  collections: { id: number; name: string }[]
}

/** Throws `not-found`. */
export function sourceOf(db: ReadDb, articleId: number): Source {
  const { details, pages } = db.get<{ details: string; pages: string | null }>(
    'SELECT a.details, r.pages FROM article a JOIN revision r ON r.id = ? WHERE a.id = ?',
    [currentRevision(db, articleId), articleId],
  ) ?? { details: '{}', pages: null }
  const { part, originalId } = origin(db, articleId) ?? { part: null, originalId: null }
  const siblings =
    originalId === null
      ? 0
      : db.value<number>('SELECT count(*) FROM article a JOIN revision r ON r.id = a.revision_id WHERE r.original_id = ? AND a.id <> ?', [
          originalId,
          articleId,
        ])
  return {
    details: detailsSchema.parse(parsed(details)),
    pages: pagesSchema.parse(parsed(pages ?? '[]')).map(([start, label]) => ({ start, label })),
    part,
    siblings,
    collections: db.all<{ id: number; name: string }>(
      'SELECT c.id, c.name FROM article_collection x JOIN collection c ON c.id = x.collection_id WHERE x.article_id = ? ORDER BY c.name, c.id',
      [articleId],
    ),
  }
}

/** The file that the text of now, or the newest one before it, came from: a text mended by hand has none of its own. */
function origin(db: ReadDb, articleId: number): { part: number | null; originalId: number } | null {
  const sql = `SELECT r.part, r.original_id AS originalId FROM revision r
    WHERE r.article_id = ? AND r.original_id IS NOT NULL AND r.number <= (SELECT number FROM revision WHERE id = ?) ORDER BY r.number DESC LIMIT 1`
  return db.get<{ part: number | null; originalId: number }>(sql, [articleId, currentRevision(db, articleId)]) ?? null
}

/** The bytes an article was imported from. Throws `not-found`. */
export function originalOf(db: ReadDb, articleId: number): { name: string; mediaType: string; bytes: Uint8Array } {
  const row = db.get<{ name: string; mediaType: string; bytes: Uint8Array }>(
    'SELECT name, media_type AS mediaType, bytes FROM original WHERE id = ?',
    [origin(db, articleId)?.originalId ?? 0],
  )
  if (!row) throw new ParleyError('not-found', { what: 'original', id: articleId })
  return row
}

/** The value behind JSON; what a foreign hand has damaged is nothing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
