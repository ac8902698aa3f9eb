/**
 * What becomes of the summaries of a party or an issue that is merged into another, or removed. Where both have written of what becomes one
 * cell, the texts are put together and the quotes united; the level stays. Apart from the rest so that parties and issues need not know it.
 */
import { jsonList } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

type Column = 'party_id' | 'issue_id'
interface Row {
  id: number
  text: string
  seen: string
}

/** How many summaries a party or an issue has. */
export const countSummaries = (db: ReadDb, column: Column, id: number): number =>
  db.value<number>(`SELECT count(*) FROM cell_summary WHERE ${column} = ?`, [id])

/** Removes what is written of the cells of a party or an issue. */
export function dropSummaries(db: WriteDb, column: Column, id: number): void {
  db.run(`DELETE FROM cell_summary_quote WHERE summary_id IN (SELECT id FROM cell_summary WHERE ${column} = ?)`, [id])
  db.run(`DELETE FROM cell_summary WHERE ${column} = ?`, [id])
}

/** Gives what is written of the cells of `id` to those of `intoId`. */
export function moveSummaries(db: WriteDb, column: Column, id: number, intoId: number): void {
  const other: Column = column === 'party_id' ? 'issue_id' : 'party_id'
  for (const { fromId, intoSummaryId } of db.all<{ fromId: number; intoSummaryId: number | null }>(
    `SELECT f.id AS fromId, (SELECT i.id FROM cell_summary i WHERE i.${column} = @intoId AND i.${other} IS f.${other} AND i.level = f.level) AS intoSummaryId
     FROM cell_summary f WHERE f.${column} = @id ORDER BY f.id`,
    { id, intoId },
  )) {
    if (intoSummaryId === null) db.run(`UPDATE cell_summary SET ${column} = ? WHERE id = ?`, [intoId, fromId])
    else unite(db, fromId, intoSummaryId)
  }
}

/** The text of the one that goes comes after that of the one that stays, with its "[1]" under the numbers that its quotes have there. */
function unite(db: WriteDb, fromId: number, intoId: number): void {
  const row = (id: number): Row => db.get<Row>('SELECT id, text, seen FROM cell_summary WHERE id = ?', [id]) ?? { id, text: '', seen: '[]' }
  const [from, into] = [row(fromId), row(intoId)]
  const quotes = (id: number): { quoteId: number; number: number }[] =>
    db.all('SELECT annotation_id AS quoteId, position AS number FROM cell_summary_quote WHERE summary_id = ? ORDER BY position', [id])
  const numbers = new Map(quotes(intoId).map(({ quoteId, number }) => [quoteId, number]))
  const renamed = new Map<number, number>()
  for (const { quoteId, number } of quotes(fromId)) {
    if (!numbers.has(quoteId)) numbers.set(quoteId, Math.max(0, ...numbers.values()) + 1)
    renamed.set(number, numbers.get(quoteId) ?? number)
  }
  const text = from.text.replace(/\[(\d+)\]/g, (mark, number: string) => `[${renamed.get(Number(number)) ?? number}]`)
  const seen = [...new Set([...(JSON.parse(into.seen) as number[]), ...(JSON.parse(from.seen) as number[])])].toSorted((a, b) => a - b)
  db.run('DELETE FROM cell_summary_quote WHERE summary_id = ?', [fromId])
  db.run('DELETE FROM cell_summary WHERE id = ?', [fromId])
  for (const [quoteId, number] of numbers)
    db.run(
      `INSERT INTO cell_summary_quote(summary_id, annotation_id, position) VALUES (?, ?, ?) ON CONFLICT(summary_id, annotation_id) DO NOTHING`,
      [intoId, quoteId, number],
    )
  db.run('UPDATE cell_summary SET text = ?, seen = ? WHERE id = ?', [[into.text, text].join('\n\n'), jsonList(seen), intoId])
}
