/** The columns of the ledger: how wide, and which can be sorted by. */
import type { ColumnSet } from '../../lib/grid/grid-columns.ts'
import { LEDGER_COLUMNS, type LedgerColumn } from '../../lib/ledger-place.ts'

const date = { size: 92, isSorted: true, isDescFirst: true }
const number = { isNumber: true, isSorted: true, isDescFirst: true }

export const LEDGER_SET: ColumnSet<LedgerColumn> = {
  ids: LEDGER_COLUMNS,
  main: 'title',
  shapes: {
    title: { size: 196, isSorted: true },
    kind: { size: 126, isSorted: true },
    status: { size: 168, isSorted: true },
    parties: { size: 152, isSorted: true },
    issue: { size: 116, isSorted: true },
    raised: date,
    heard: date,
    answers: { ...number, size: 70 },
    outlets: { ...number, size: 72 },
    deadline: { size: 124, isSorted: true },
    open: { ...number, size: 82 },
    members: { ...number, size: 84 },
    criterion: { size: 200, isSorted: true },
    monitor: { size: 130, isSorted: true },
  },
}
