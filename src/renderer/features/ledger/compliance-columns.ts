/** The columns of the compliance view: what was promised, against what it is held, and what checks found. */
import type { LedgerRow } from '../../../shared/domain/ledger.ts'
import type { CheckResult } from '../../../shared/domain/thread-status.ts'
import type { ColumnSet, SortKey } from '../../lib/grid/grid-columns.ts'
import { dayRange } from '../../../shared/domain/partial-date.ts'
import type { Names } from './arrange.ts'

/** Their names are their own: the settings hold them beside those of the ledger. */
export const COMPLIANCE_COLUMNS = [
  'promise',
  'by',
  'result',
  'lastCheck',
  'held',
  'due',
  'measure',
  'standard',
  'schedule',
  'checker',
] as const
export type ComplianceColumn = (typeof COMPLIANCE_COLUMNS)[number]

export const COMPLIANCE_SET: ColumnSet<ComplianceColumn> = {
  ids: COMPLIANCE_COLUMNS,
  main: 'promise',
  shapes: {
    promise: { size: 240, isSorted: true },
    by: { size: 170, isSorted: true },
    result: { size: 112, isSorted: true },
    lastCheck: { size: 104, isSorted: true, isDescFirst: true },
    held: { size: 120 },
    due: { size: 170, isSorted: true },
    measure: { size: 190 },
    standard: { size: 160 },
    schedule: { size: 160 },
    checker: { size: 130, isSorted: true },
  },
}

/** What the newest check found; null: none was held yet. */
export const resultOf = (row: LedgerRow): CheckResult | null => row.checks.last?.result ?? null

/** Not met first, then unclear, then what was never checked, then met; among those, what is due first. */
const RANK: readonly (CheckResult | null)[] = ['not-met', 'unclear', null, 'met']

export function complianceOrder(rows: readonly LedgerRow[], sort: readonly SortKey<ComplianceColumn>[], names: Names): number[] {
  const rank = (row: LedgerRow): number => RANK.indexOf(resultOf(row))
  const byNeed = (a: LedgerRow, b: LedgerRow): number =>
    rank(a) - rank(b) || Number(b.isOverdue) - Number(a.isOverdue) || (a.deadlineDay ?? Infinity) - (b.deadlineDay ?? Infinity) || 0
  const value = (row: LedgerRow, column: ComplianceColumn): number | string | null => {
    switch (column) {
      case 'promise':
        return row.title
      case 'by':
        return names.party(row.ownerId) || null
      case 'result':
        return rank(row)
      case 'lastCheck':
        return row.checks.last ? dayRange(row.checks.last.date).first : null
      case 'due':
        return row.deadlineDay
      case 'checker':
        return row.monitor
      default:
        return null
    }
  }
  const commitments = rows.filter(({ kind }) => kind === 'commitment')
  return commitments
    .toSorted((a, b) => {
      for (const { column, descending } of sort) {
        const one = value(a, column)
        const other = value(b, column)
        if (one === other) continue
        if (one === null || other === null) return one === null ? 1 : -1
        const order = typeof one === 'number' && typeof other === 'number' ? one - other : names.compare(String(one), String(other))
        if (order !== 0) return descending ? -order : order
      }
      // Infinity minus itself is no number, and says that they are alike.
      return byNeed(a, b) || 0
    })
    .map(({ id }) => id)
}
