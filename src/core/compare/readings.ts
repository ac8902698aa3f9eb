/** What the analyst says of cells, laid over what the rules say. Pure. */
import type { CellOverride, MatrixCell, Trend } from '../../shared/domain/compare.ts'
import type { PartialDate } from '../../shared/domain/partial-date.ts'

/** Both by `cellKey`. */
export interface CellReadings {
  overrides?: ReadonlyMap<string, CellOverride>
  summaries?: ReadonlyMap<string, { isStale: boolean }>
}

type Derived = NonNullable<MatrixCell['derived']>

/** Stance and trend as they are read. A trend that only the analyst sees is shown by the newest statement of the cell. */
export function asRead(
  derived: Derived,
  override: CellOverride | null,
  newest: { id: number; date: PartialDate | null },
): Derived & Pick<MatrixCell, 'override' | 'derived'> {
  if (override === null) return { ...derived, override, derived: null }
  const by: Trend = derived.trend ?? { kind: 'new', date: newest.date, statementId: newest.id, againstId: null }
  return {
    stance: override.stance ?? derived.stance,
    trend: override.trend === null ? derived.trend : { ...by, kind: override.trend },
    override,
    derived,
  }
}
