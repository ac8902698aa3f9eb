/**
 * What summaries and readings of cells have in common: a row stands for one cell, and `seen` holds the ids of the statements that were in
 * the cell, without any filter, when it was last looked at. One that is not among them came since.
 */
import type { CellRef } from '../../shared/domain/compare.ts'
import { cellKey } from '../../shared/domain/cell.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { idsOfCells } from '../compare/cell-rows.ts'
import { jsonList } from './rows.ts'
import { statementColumns } from './statement-columns.ts'
import { issueTree, partyTree } from './trees.ts'
import type { ReadDb } from './types.ts'

/** Which of its cells something hangs on. */
export type CellColumn = 'party_id' | 'issue_id'

/** The cell of a row, as a CellRef. */
export const CELL = 'issue_id AS issueId, party_id AS partyId, level'
/** Condition for the row of one cell; takes `cellParams`. */
export const OF_CELL = 'party_id = @partyId AND ifnull(issue_id, 0) = ifnull(@issueId, 0) AND level = @level'
export const cellParams = ({ issueId, partyId, level }: CellRef) => ({ issueId, partyId, level })

export const seenText = (ids: Iterable<number>): string => jsonList([...new Set(ids)].toSorted((a, b) => a - b))
export const seenOf = ({ seen }: { seen: string }): number[] => JSON.parse(seen) as number[] // the schema holds it to an array

/** Ids of the statements that cells hold, without any filter, by `cellKey`; newest first. */
export function idsInCells(db: ReadDb, cells: readonly CellRef[]): Map<string, number[]> {
  if (cells.length === 0) return new Map()
  return idsOfCells(statementColumns(db), cells, { parties: partyTree(db), issues: issueTree(db) })
}

export const idsInCell = (db: ReadDb, cell: CellRef): number[] => idsInCells(db, [cell]).get(cellKey(cell)) ?? []

/** What a cell holds that was not seen, in its order. */
export function newerThan(seen: readonly number[], inCell: readonly number[]): number[] {
  const known = new Set(seen)
  return inCell.filter((id) => !known.has(id))
}

/** Throws `not-found` where the party or the issue of a cell is not there. */
export function refuseUnknownCell(db: ReadDb, { issueId, partyId }: CellRef): void {
  if (!db.get('SELECT 1 FROM party WHERE id = ?', [partyId])) throw new ParleyError('not-found', { what: 'party', id: partyId })
  if (issueId !== null && !db.get('SELECT 1 FROM issue WHERE id = ?', [issueId]))
    throw new ParleyError('not-found', { what: 'issue', id: issueId })
}
