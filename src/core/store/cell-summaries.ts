/**
 * Summaries of cells. The position of a quote is its number in the text; numbers of quotes that stay never change. `seen` holds the ids of
 * the statements that were in the cell, without any filter, when the summary was last confirmed: what is not among them came since.
 */
import { cellKey, type CellSummary, type CellSummaryWithCell, type SummaryQuote, type WriteSummary } from '../../shared/domain/cell.ts'
import type { CellRef } from '../../shared/domain/compare.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { idsOfCells } from '../compare/cell-rows.ts'
import { jsonList, msToIso } from './rows.ts'
import { statementColumns } from './statement-columns.ts'
import { issueTree, partyTree } from './trees.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface SummaryRow extends CellRef {
  id: number
  text: string
  seen: string
  coder: string
  written_ms: number
}

const ROWS = `SELECT s.id, s.issue_id AS issueId, s.party_id AS partyId, s.level, s.text, s.seen, c.name AS coder, s.written_ms
  FROM cell_summary s JOIN coder c ON c.id = s.coder_id`
const OF_CELL = 'party_id = @partyId AND ifnull(issue_id, 0) = ifnull(@issueId, 0) AND level = @level'
const paramsOf = ({ issueId, partyId, level }: CellRef) => ({ issueId, partyId, level })

/** What is written of a cell; null where nothing is. */
export function summaryOf(db: ReadDb, cell: CellRef): CellSummary | null {
  const row = db.get<SummaryRow>(`${ROWS} WHERE ${OF_CELL}`, paramsOf(cell))
  if (!row) return null
  const { cell: _, ...summary } = toSummary(row, quotesOf(db, [row.id]).get(row.id) ?? [], idsInCells(db, [cell]))
  return summary
}

/** All summaries, by issue and party in the order of their trees. */
export function listSummaries(db: ReadDb): CellSummaryWithCell[] {
  const rows = db.all<SummaryRow>(ROWS)
  const quotes = quotesOf(
    db,
    rows.map(({ id }) => id),
  )
  const ids = idsInCells(db, rows)
  const [issues, parties] = [placesOf(issueTree(db)), placesOf(partyTree(db))]
  const issuePlace = ({ issueId }: CellRef): number => (issueId === null ? issues.size : (issues.get(issueId) ?? 0))
  const partyPlace = ({ partyId }: CellRef): number => parties.get(partyId) ?? 0
  return rows
    .toSorted((a, b) => issuePlace(a) - issuePlace(b) || partyPlace(a) - partyPlace(b) || a.id - b.id)
    .map((row) => toSummary(row, quotes.get(row.id) ?? [], ids))
}

const placesOf = (nodes: readonly { id: number }[]): Map<number, number> => new Map(nodes.map(({ id }, place) => [id, place]))

/**
 * Which cells have a summary, by `cellKey`, and which of those are out of date: for the matrix (MatrixCell.summary), which asks once for
 * all its cells.
 */
export function summaryMarks(db: ReadDb): Map<string, { isStale: boolean }> {
  const rows = db.all<SummaryRow>(ROWS)
  const ids = idsInCells(db, rows)
  return new Map(rows.map((row) => [cellKey(row), { isStale: newerThan(seenOf(row), ids.get(cellKey(row)) ?? []).length > 0 }]))
}

/** Writes the summary of a cell, in place of what is there. Throws `not-found` for a party, an issue or a quote that is not there. */
export function writeSummary(
  db: WriteDb,
  { cell, text, quoteIds, confirms }: WriteSummary,
  { now, uid, coderId }: { now: number; uid: () => string; coderId: number },
): void {
  refuseUnknown(db, cell, quoteIds)
  const before = db.get<SummaryRow>(`${ROWS} WHERE ${OF_CELL}`, paramsOf(cell))
  const inCell = idsInCells(db, [cell]).get(cellKey(cell)) ?? []
  const seen = confirms || !before ? inCell : [...new Set([...seenOf(before), ...quoteIds])]
  const set = { text: text.trim(), seen: jsonList(seen.toSorted((a, b) => a - b)), coderId, now }
  if (before)
    db.run('UPDATE cell_summary SET text = @text, seen = @seen, coder_id = @coderId, written_ms = @now WHERE id = @id', {
      ...set,
      id: before.id,
    })
  const id =
    before?.id ??
    db.run(
      `INSERT INTO cell_summary(uid, issue_id, party_id, level, text, seen, coder_id, written_ms)
       VALUES (@uid, @issueId, @partyId, @level, @text, @seen, @coderId, @now)`,
      { ...paramsOf(cell), ...set, uid: uid() },
    ).lastId
  linkQuotes(db, id, quoteIds)
}

/** Says that the summary is still right: all that the cell holds now is seen. Throws `not-found` where nothing is written. */
export function confirmSummary(db: WriteDb, cell: CellRef): void {
  const seen = idsInCells(db, [cell]).get(cellKey(cell)) ?? []
  const { changes } = db.run(`UPDATE cell_summary SET seen = @seen WHERE ${OF_CELL}`, {
    ...paramsOf(cell),
    seen: jsonList(seen.toSorted((a, b) => a - b)),
  })
  if (changes === 0) throw new ParleyError('not-found', { what: 'summary', id: null })
}

/** Removes the summary of a cell. Throws `not-found` where nothing is written. */
export function removeSummary(db: WriteDb, cell: CellRef): void {
  const id = db.get<{ id: number }>(`SELECT id FROM cell_summary WHERE ${OF_CELL}`, paramsOf(cell))?.id
  if (id === undefined) throw new ParleyError('not-found', { what: 'summary', id: null })
  removeSummaries(db, [id])
}

/** Removes summaries with their links. */
export function removeSummaries(db: WriteDb, ids: readonly number[]): void {
  const list = jsonList(ids)
  db.run('DELETE FROM cell_summary_quote WHERE summary_id IN (SELECT value FROM json_each(?))', [list])
  db.run('DELETE FROM cell_summary WHERE id IN (SELECT value FROM json_each(?))', [list])
}

/** Quotes that stay keep their numbers; others get the next ones, in order. */
function linkQuotes(db: WriteDb, summaryId: number, quoteIds: readonly number[]): void {
  const wanted = [...new Set(quoteIds)]
  db.run('DELETE FROM cell_summary_quote WHERE summary_id = ? AND annotation_id NOT IN (SELECT value FROM json_each(?))', [
    summaryId,
    jsonList(wanted),
  ])
  for (const annotationId of wanted)
    db.run(
      `INSERT INTO cell_summary_quote(summary_id, annotation_id, position)
       VALUES (@summaryId, @annotationId, (SELECT ifnull(max(position), 0) + 1 FROM cell_summary_quote WHERE summary_id = @summaryId))
       ON CONFLICT(summary_id, annotation_id) DO NOTHING`,
      { summaryId, annotationId },
    )
}

/** Quotes of summaries by number. */
export function quotesOf(db: ReadDb, ids: readonly number[]): Map<number, SummaryQuote[]> {
  const rows = db.all<SummaryQuote & { summaryId: number }>(
    `SELECT summary_id AS summaryId, annotation_id AS id, position AS number FROM cell_summary_quote
     WHERE summary_id IN (SELECT value FROM json_each(?)) ORDER BY summary_id, position`,
    [jsonList(ids)],
  )
  const byId = Map.groupBy(rows, ({ summaryId }) => summaryId)
  return new Map([...byId].map(([id, quotes]) => [id, quotes.map((quote) => ({ id: quote.id, number: quote.number }))]))
}

function idsInCells(db: ReadDb, cells: readonly CellRef[]): Map<string, number[]> {
  if (cells.length === 0) return new Map()
  return idsOfCells(statementColumns(db), cells, { parties: partyTree(db), issues: issueTree(db) })
}

function toSummary(row: SummaryRow, quotes: SummaryQuote[], ids: ReadonlyMap<string, number[]>): CellSummaryWithCell {
  const newer = newerThan(seenOf(row), ids.get(cellKey(row)) ?? [])
  return {
    cell: { issueId: row.issueId, partyId: row.partyId, level: row.level },
    text: row.text,
    quoteIds: quotes.map(({ id }) => id),
    quotes,
    isStale: newer.length > 0,
    newer,
    coder: row.coder,
    at: msToIso(row.written_ms),
  }
}

const seenOf = ({ seen }: Pick<SummaryRow, 'seen'>): number[] => JSON.parse(seen) as number[] // the schema holds it to an array

function newerThan(seen: readonly number[], inCell: readonly number[]): number[] {
  const known = new Set(seen)
  return inCell.filter((id) => !known.has(id))
}

function refuseUnknown(db: ReadDb, { issueId, partyId }: CellRef, quoteIds: readonly number[]): void {
  if (!db.get('SELECT 1 FROM party WHERE id = ?', [partyId])) throw new ParleyError('not-found', { what: 'party', id: partyId })
  if (issueId !== null && !db.get('SELECT 1 FROM issue WHERE id = ?', [issueId]))
    throw new ParleyError('not-found', { what: 'issue', id: issueId })
  const unknown = db.get<{ id: number }>('SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM annotation)', [
    jsonList(quoteIds),
  ])
  if (unknown) throw new ParleyError('not-found', { what: 'annotation', id: unknown.id })
}
