/**
 * What nobody worked with since an import brought it: no change of the article or of a row that belongs to it stands in the history after
 * the import. What was done and taken back again does not count.
 */
import { jsonList } from './rows.ts'
import type { ReadDb } from './types.ts'

/** Articles that a run brought and that are still there: those nobody touched, in their order, and how many others. */
export function presentOf(db: ReadDb, runId: number): { untouched: number[]; touched: number } {
  const rows = db.all<{ id: number; annotations: number }>(
    "SELECT a.id, a.annotations FROM import_line l JOIN article a ON a.id = l.article_id WHERE l.run_id = ? AND l.outcome = 'imported' ORDER BY a.id",
    [runId],
  )
  const touched = new Set(touchedSince(db, runId))
  const untouched = rows.filter(({ id, annotations }) => annotations === 0 && !touched.has(id)).map(({ id }) => id)
  return { untouched, touched: rows.length - untouched.length }
}

const OF_ARTICLES = ['annotation', 'article_collection', 'not_text', 'story_apart']

/** Articles that were changed after the run began, by a step that is not one of its own and still stands. */
function touchedSince(db: ReadDb, runId: number): number[] {
  const later = `
    WITH run AS (
      SELECT r.began_ms, min(l.step_seq) AS first, ifnull(r.ended_ms, max(s.at_ms)) AS ended
      FROM import_run r JOIN import_line l ON l.run_id = r.id JOIN step s ON s.seq = l.step_seq WHERE r.id = ?),
    later AS (
      SELECT c.tbl, c.row_id, ifnull(c.after, c.before) AS image FROM run CROSS JOIN change c JOIN step s ON s.seq = c.step_seq
      WHERE c.step_seq > run.first AND s.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.step_seq = c.step_seq)
        AND NOT (s.kind IN ('articles.import', 'projects.import') AND s.at_ms BETWEEN run.began_ms AND run.ended))`
  return db.column<number>(
    `${later}
     SELECT row_id FROM later WHERE tbl = 'article'
     UNION SELECT coalesce(json_extract(image, '$.article_id'),
         CASE tbl WHEN 'annotation' THEN (SELECT article_id FROM annotation WHERE id = row_id)
           WHEN 'not_text' THEN (SELECT article_id FROM not_text WHERE id = row_id)
           WHEN 'article_collection' THEN (SELECT article_id FROM article_collection WHERE id = row_id) END)
       FROM later WHERE tbl IN (SELECT value FROM json_each(?))
     UNION SELECT json_extract(image, '$.other_id') FROM later WHERE tbl = 'story_apart'`,
    [runId, jsonList(OF_ARTICLES)],
  )
}
