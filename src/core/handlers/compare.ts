/** Handlers of `compare.*`: statements from the store, arithmetic in the pure modules of core/compare, quotes for what is shown. */
import { cellKey } from '../../shared/domain/cell.ts'
import type { CellOverride, CellRef } from '../../shared/domain/compare.ts'
import { dayRange } from '../../shared/domain/partial-date.ts'
import { buildMatrix } from '../compare/matrix.ts'
import { rowsOfCell } from '../compare/places.ts'
import { buildSideBySide, newestOf } from '../compare/side-by-side.ts'
import type { MutationHandlers, QueryHandlers } from '../session.ts'
import { changesBetween } from './compare-changes.ts'
import { clearOverride, overridesByCell, setOverride } from '../store/cell-overrides.ts'
import { idsInCell } from '../store/cells.ts'
import { cellName } from '../store/cell-names.ts'
import { comparisonOf } from '../store/comparison.ts'
import { evidenceByIds } from '../store/filtered.ts'
import type { ReadDb } from '../store/types.ts'

/** Quotes of one cell that are handed out; and of one party in one band. */
const MOST_QUOTES = 2_000
const MOST_IN_BAND = 40
/** As many where all of a band is asked for, */
const MOST_WHOLE = 500
/** and as many bands bear quotes unasked. */
const MOST_BANDS = 80

export const compareQueries = {
  'compare.matrix': ({ db }, { filter, level, quotes }) => {
    const { columns, rows, context } = comparisonOf(db, filter, level)
    const matrix = buildMatrix(columns, rows, context)
    if (!quotes) return matrix
    const newest = evidenceOf(
      db,
      matrix.cells.map((cell) => cell.newestId),
    )
    return { ...matrix, cells: matrix.cells.map((cell) => ({ ...cell, newest: newest.get(cell.newestId) ?? null })) }
  },
  'compare.cell': ({ db }, { filter, issueId, partyId, level }) => {
    const { columns, rows, context } = comparisonOf(db, filter, level)
    const inCell = rowsOfCell(columns, rows, { issueId, partyId }, context)
    const cell = buildMatrix(columns, inCell, context).cells.find((one) => one.issueId === issueId) ?? null
    const ids = Array.from(inCell.subarray(-MOST_QUOTES), (row) => columns.id[row] ?? 0)
    const quotes = evidenceByIds(db, ids)
    const newest = quotes.at(-1) ?? null
    return { cell: cell && { ...cell, newest }, quotes, beyond: inCell.length - ids.length }
  },
  'compare.sideBySide': ({ db }, { filter, parties: chosen, level, since, sort, whole }) => {
    const { columns, rows, context } = comparisonOf(db, filter, level)
    const after = since === undefined ? null : dayRange(since).last
    const wanted = new Set(whole)
    const all = buildSideBySide(columns, rows, { ...context, chosen, sort, since: after, most: MOST_WHOLE })
    const bands = all.map((band, place) => (wanted.has(band.issueId) ? band : newestOf(band, place < MOST_BANDS ? MOST_IN_BAND : 0)))
    const quotes = evidenceOf(
      db,
      bands.flatMap((band) => band.columns.flatMap((column) => column.quotes.map(({ id }) => id))),
    )
    return {
      bands: bands.map((band) => ({
        ...band,
        columns: band.columns.map((column) => ({
          ...column,
          quotes: column.quotes.flatMap(({ id, isNew }) => {
            const quote = quotes.get(id)
            return quote ? [{ ...quote, isNew }] : []
          }),
        })),
      })),
    }
  },
  'compare.changes': ({ db, session }, input) => changesBetween(db, session, input),
} satisfies Partial<QueryHandlers>

export const compareMutations = {
  'compare.override': (db, input, context) => {
    setOverride(db, input, idsInCell(db, input.cell), context)
    context.label.subject = cellName(db, input.cell)
    return overrideOf(db, input.cell)
  },
  'compare.clearOverride': (db, { cell }, { label }) => {
    clearOverride(db, cell)
    label.subject = cellName(db, cell)
    return { done: true as const }
  },
} satisfies Partial<MutationHandlers>

function overrideOf(db: ReadDb, cell: CellRef): CellOverride {
  const override = overridesByCell(db).get(cellKey(cell))
  if (!override) throw new Error('an override that was just written is not there')
  return override
}

/** Each quote once, by id. */
const evidenceOf = (db: ReadDb, ids: readonly number[]) => new Map(evidenceByIds(db, [...new Set(ids)]).map((quote) => [quote.id, quote]))
