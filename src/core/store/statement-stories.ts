/**
 * Articles that tell the same story speak once: the one that says most of what passes, the earliest published of several, then the one
 * with the lower id (as store/filtered.ts does in SQL). Pure.
 */
import { UNDATED, type Rows, type StatementColumns } from '../compare/statements.ts'

/** Works within `rows`, which are the caller's own. */
export function spokenOnce({ articleId, storyId, publishedDay }: StatementColumns, rows: Rows): Rows {
  /** Statements that pass, and one of their rows, by article of a story. */
  const articles = new Map<number, { row: number; statements: number }>()
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0
    if (storyId[row] === 0) continue
    const article = articles.get(articleId[row] ?? 0)
    if (article) article.statements += 1
    else articles.set(articleId[row] ?? 0, { row, statements: 1 })
  }
  const speakers = new Map<number, { article: number; row: number; statements: number }>()
  /** What is not dated comes last. */
  const dayOf = (row: number): number => (publishedDay[row] === UNDATED ? Infinity : (publishedDay[row] ?? 0))
  for (const [article, { row, statements }] of articles) {
    const story = storyId[row] ?? 0
    const other = speakers.get(story)
    const comesFirst =
      !other ||
      statements > other.statements ||
      (statements === other.statements && (dayOf(row) < dayOf(other.row) || (dayOf(row) === dayOf(other.row) && article < other.article)))
    if (comesFirst) speakers.set(story, { article, row, statements })
  }
  let left = 0
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0
    const story = storyId[row] ?? 0
    if (story === 0 || speakers.get(story)?.article === articleId[row]) rows[left++] = row
  }
  return rows.subarray(0, left)
}
