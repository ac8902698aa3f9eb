/**
 * What the analyst reads out of cells where the rules read something else. `seen` holds the ids of the statements that were in the cell,
 * without any filter, when it was decided: one that is not among them makes it stale.
 */
import { cellKey } from '../../shared/domain/cell.ts'
import type { CellOverride, CellOverrideInput, CellRef } from '../../shared/domain/compare.ts'
import { ParleyError } from '../../shared/rpc/envelope.ts'
import { CELL, cellParams, idsInCells, newerThan, OF_CELL, refuseUnknownCell, seenOf, seenText, type CellColumn } from './cells.ts'
import { msToIso } from './rows.ts'
import type { ReadDb, WriteDb } from './types.ts'

interface OverrideRow extends CellRef, Pick<CellOverride, 'stance' | 'trend' | 'reason' | 'coder'> {
  seen: string
  written_ms: number
}

/** Cells that are overridden. */
export const overriddenCells = (db: ReadDb): CellRef[] => db.all<CellRef>(`SELECT ${CELL} FROM cell_override`)

/** All overrides by `cellKey`. `ids`: what these cells hold (`idsInCells`), where whoever asks has it already. */
export function overridesByCell(db: ReadDb, ids?: ReadonlyMap<string, readonly number[]>): Map<string, CellOverride> {
  const rows = db.all<OverrideRow>(
    `SELECT o.issue_id AS issueId, o.party_id AS partyId, o.level, o.stance, o.trend, o.reason, o.seen, c.name AS coder, o.written_ms
     FROM cell_override o JOIN coder c ON c.id = o.coder_id`,
  )
  const held = ids ?? idsInCells(db, rows)
  return new Map(
    rows.map((row) => {
      const { stance, trend, reason, coder } = row
      const isStale = newerThan(seenOf(row), held.get(cellKey(row)) ?? []).length > 0
      return [cellKey(row), { stance, trend, reason, coder, at: msToIso(row.written_ms), isStale }]
    }),
  )
}

/** Overrides a cell, in place of what was there; all that `inCell` holds is seen. Throws `not-found` for a party or an issue that is gone. */
export function setOverride(
  db: WriteDb,
  { cell, stance, trend, reason }: CellOverrideInput,
  inCell: readonly number[],
  { now, uid, coderId }: { now: number; uid: () => string; coderId: number },
): void {
  refuseUnknownCell(db, cell)
  const set = { stance, trend, reason, seen: seenText(inCell), coderId, now }
  const { changes } = db.run(
    `UPDATE cell_override SET stance = @stance, trend = @trend, reason = @reason, seen = @seen, coder_id = @coderId, written_ms = @now WHERE ${OF_CELL}`,
    { ...cellParams(cell), ...set },
  )
  if (changes === 0)
    db.run(
      `INSERT INTO cell_override(uid, issue_id, party_id, level, stance, trend, reason, seen, coder_id, written_ms)
       VALUES (@uid, @issueId, @partyId, @level, @stance, @trend, @reason, @seen, @coderId, @now)`,
      { ...cellParams(cell), ...set, uid: uid() },
    )
}

/** Lets the rules speak again. Throws `not-found` where the cell is not overridden. */
export function clearOverride(db: WriteDb, cell: CellRef): void {
  if (db.run(`DELETE FROM cell_override WHERE ${OF_CELL}`, cellParams(cell)).changes === 0)
    throw new ParleyError('not-found', { what: 'override', id: null })
}

/** How many readings of its cells a party or an issue has. */
export const countOverrides = (db: ReadDb, of: CellColumn, id: number): number =>
  db.value<number>(`SELECT count(*) FROM cell_override WHERE ${of} = ?`, [id])

/** What is read out of the cells of a party or an issue goes with it. */
export function dropOverridesOf(db: WriteDb, of: CellColumn, id: number): void {
  db.run(`DELETE FROM cell_override WHERE ${of} = ?`, [id])
}

/** Readings of a party or an issue that is merged go to the one that stays, save where that one's cell is read already. */
export function moveOverrides(db: WriteDb, of: CellColumn, id: number, intoId: number): void {
  const other = of === 'party_id' ? 'ifnull(issue_id, 0)' : 'party_id'
  db.run(
    `DELETE FROM cell_override WHERE ${of} = @id
       AND (${other}, level) IN (SELECT ${other}, level FROM cell_override WHERE ${of} = @intoId)`,
    { id, intoId },
  )
  db.run(`UPDATE cell_override SET ${of} = @intoId WHERE ${of} = @id`, { id, intoId })
}
