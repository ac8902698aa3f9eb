/**
 * What became of the articles that a report names, since it was written: reports are never changed, the library is. Also which import a step
 * of the history belongs to, because a large import is many steps.
 */
import type { ImportOutcome, ReportLine } from '../../shared/domain/import-report.ts'
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** Lines of the report of `runId` with whether their articles are still there, and whether copies are of an article of this very import. */
export function withFates(db: ReadDb, runId: number, lines: readonly ImportOutcome[]): ReportLine[] {
  const ids = lines.flatMap(({ articleId }) => articleId ?? [])
  const here = new Set(db.column<number>('SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))', [jsonList(ids)]))
  const copies = lines.some(({ outcome }) => outcome === 'duplicate')
  const own = new Set(
    copies
      ? db.column<number>("SELECT article_id FROM import_line WHERE run_id = ? AND outcome = 'imported' AND article_id IS NOT NULL", [
          runId,
        ])
      : [],
  )
  return lines.map((line) => ({
    ...line,
    present: line.articleId === null ? null : here.has(line.articleId),
    isTwin: line.outcome === 'duplicate' && line.articleId !== null && own.has(line.articleId),
  }))
}

/** The import that a step belongs to: how many articles came with it, and how many are there now; null: it belongs to none. */
export function importOfStep(db: ReadDb, seq: number): { runId: number; articles: number; present: number } | null {
  const runId = db.column<number>('SELECT run_id FROM import_line WHERE step_seq = ? LIMIT 1', [seq])[0]
  if (runId === undefined) return null
  const counts = db.get<{ articles: number; present: number }>(
    `SELECT count(*) AS articles, count(a.id) AS present FROM import_line l LEFT JOIN article a ON a.id = l.article_id
       WHERE l.run_id = ? AND l.outcome = 'imported' AND l.article_id IS NOT NULL`,
    [runId],
  )
  return { runId, articles: counts?.articles ?? 0, present: counts?.present ?? 0 }
}

/** Names of the collections that hold articles of an import, by id. */
export function collectionsOfRun(db: ReadDb, runId: number): Map<number, string> {
  const rows = db.all<{ id: number; name: string }>(
    `SELECT DISTINCT c.id, c.name FROM import_line l JOIN article_collection ac ON ac.article_id = l.article_id JOIN collection c ON c.id = ac.collection_id
       WHERE l.run_id = ? AND l.outcome = 'imported'`,
    [runId],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Of these, the names of those that are there and hold nothing. */
export const emptyOnes = (db: ReadDb, collections: ReadonlyMap<number, string>): string[] =>
  db.column<string>(
    'SELECT name FROM collection c WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM article_collection ac WHERE ac.collection_id = c.id) ORDER BY id',
    [jsonList([...collections.keys()])],
  )
