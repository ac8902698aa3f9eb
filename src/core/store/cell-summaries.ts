/**
 * Summaries of cells. The position of a quote is its number in the text; numbers of quotes that stay never change. `seen` holds the ids of
 * the statements that were in the cell, without any filter, when the summary was last confirmed: what is not among them came since.
 */
import { cellKey, type CellSummary, type CellSummaryWithCell, type SummaryQuote, type WriteSummary } from '../../shared/domain/cell.ts'
import type { CellRef } from '../../shared/domain/compare.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { CELL, cellParams, idsInCell, idsInCells, newerThan, OF_CELL, refuseUnknownCell, seenOf, seenText } from './cells.ts'
import { jsonList, msToIso } from './rows.ts'
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

/** What is written of a cell; null where nothing is. */
export function summaryOf(db: ReadDb, cell: CellRef): CellSummary | null {
  const row = db.get<SummaryRow>(`${ROWS} WHERE ${OF_CELL}`, cellParams(cell))
  if (!row) return null
  const [found] = summariesOf(db, [row])
  if (!found) return null
  const { cell: _, ...summary } = found
  return summary
}

/** All summaries, by issue and party in the order of their trees. */
export function listSummaries(db: ReadDb): CellSummaryWithCell[] {
  const rows = db.all<SummaryRow>(ROWS)
  const [issues, parties] = [placesOf(issueTree(db)), placesOf(partyTree(db))]
  const issuePlace = ({ issueId }: CellRef): number => (issueId === null ? issues.size : (issues.get(issueId) ?? 0))
  const partyPlace = ({ partyId }: CellRef): number => parties.get(partyId) ?? 0
  return summariesOf(
    db,
    rows.toSorted((a, b) => issuePlace(a) - issuePlace(b) || partyPlace(a) - partyPlace(b) || a.id - b.id),
  )
}

const placesOf = (nodes: readonly { id: number }[]): Map<number, number> => new Map(nodes.map(({ id }, place) => [id, place]))

/** Cells of which something is written. */
export const summarisedCells = (db: ReadDb): CellRef[] => db.all<CellRef>(`SELECT ${CELL} FROM cell_summary`)

/**
 * Which cells have a summary, by `cellKey`, and which of those are out of date: for the matrix (MatrixCell.summary), which asks once for
 * all its cells. `ids`: what these cells hold (`idsInCells`), where whoever asks has it already.
 */
export function summaryMarks(db: ReadDb, ids?: ReadonlyMap<string, readonly number[]>): Map<string, { isStale: boolean }> {
  return new Map(summariesOf(db, db.all<SummaryRow>(ROWS), ids).map(({ cell, isStale }) => [cellKey(cell), { isStale }]))
}

/** Writes the summary of a cell, in place of what is there. Throws `not-found` for a party, an issue or a quote that is not there. */
export function writeSummary(
  db: WriteDb,
  { cell, text, quoteIds, confirms }: WriteSummary,
  { now, uid, coderId }: { now: number; uid: () => string; coderId: number },
): void {
  refuseUnknownCell(db, cell)
  refuseUnknownQuotes(db, quoteIds)
  const before = db.get<SummaryRow>(`${ROWS} WHERE ${OF_CELL}`, cellParams(cell))
  const inCell = idsInCell(db, cell)
  const seen = [...(confirms || !before ? inCell : seenOf(before)), ...quoteIds]
  const set = { text: text.trim(), seen: seenText(seen), coderId, now }
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
      { ...cellParams(cell), ...set, uid: uid() },
    ).lastId
  linkQuotes(db, id, quoteIds)
}

/**
 * Says which quotes the summary of a cell rests on and leaves its text, its writer and its date alone; what is linked is seen. Throws
 * `not-found` where nothing is written, and for a quote that is not there.
 */
export function linkSummary(db: WriteDb, cell: CellRef, quoteIds: readonly number[]): void {
  refuseUnknownQuotes(db, quoteIds)
  const row = db.get<{ id: number; seen: string }>(`SELECT id, seen FROM cell_summary WHERE ${OF_CELL}`, cellParams(cell))
  if (!row) throw new ParleyError('not-found', { what: 'summary', id: null })
  db.run('UPDATE cell_summary SET seen = @seen WHERE id = @id', { id: row.id, seen: seenText([...seenOf(row), ...quoteIds]) })
  linkQuotes(db, row.id, quoteIds)
}

/** Says that the summary is still right: all that the cell holds now is seen. Throws `not-found` where nothing is written. */
export function confirmSummary(db: WriteDb, cell: CellRef): void {
  const row = db.get<{ id: number }>(`SELECT id FROM cell_summary WHERE ${OF_CELL}`, cellParams(cell))
  if (!row) throw new ParleyError('not-found', { what: 'summary', id: null })
  const linked = (quotesOf(db, [row.id]).get(row.id) ?? []).map(({ id }) => id)
  db.run('UPDATE cell_summary SET seen = @seen WHERE id = @id', { id: row.id, seen: seenText([...idsInCell(db, cell), ...linked]) })
}

/** Removes the summary of a cell. Throws `not-found` where nothing is written. */
export function removeSummary(db: WriteDb, cell: CellRef): void {
  const id = db.get<{ id: number }>(`SELECT id FROM cell_summary WHERE ${OF_CELL}`, cellParams(cell))?.id
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

function summariesOf(
  db: ReadDb,
  rows: readonly SummaryRow[],
  ids: ReadonlyMap<string, readonly number[]> = idsInCells(db, rows),
): CellSummaryWithCell[] {
  const quotesById = quotesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const quotes = quotesById.get(row.id) ?? []
    const newer = newerThan(seenOf(row), ids.get(cellKey(row)) ?? [])
    const gone = goneOf(db, row, quotes)
    return {
      cell: { issueId: row.issueId, partyId: row.partyId, level: row.level },
      text: row.text,
      quoteIds: quotes.map(({ id }) => id),
      quotes,
      isStale: newer.length > 0 || gone.length > 0,
      newer,
      gone,
      coder: row.coder,
      at: msToIso(row.written_ms),
    }
  })
}

/** Numbers in the text that lead nowhere, where a statement that was seen is removed: one that was never linked is no loss. */
function goneOf(db: ReadDb, { id, text }: SummaryRow, quotes: readonly SummaryQuote[]): number[] {
  const there = new Set(quotes.map(({ number }) => number))
  const numbers = new Set(Array.from(text.matchAll(/\[([1-9]\d{0,5})\]/g), ([, number]) => Number(number)))
  const without = [...numbers].filter((number) => !there.has(number))
  if (without.length === 0) return []
  const isLost = db.get(
    'SELECT 1 FROM cell_summary s, json_each(s.seen) j WHERE s.id = ? AND NOT EXISTS (SELECT 1 FROM annotation n WHERE n.id = j.value)',
    [id],
  )
  return isLost ? without.toSorted((a, b) => a - b) : []
}

function refuseUnknownQuotes(db: ReadDb, quoteIds: readonly number[]): void {
  const unknown = db.get<{ id: number }>('SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM annotation)', [
    jsonList(quoteIds),
  ])
  if (unknown) throw new ParleyError('not-found', { what: 'annotation', id: unknown.id })
}
