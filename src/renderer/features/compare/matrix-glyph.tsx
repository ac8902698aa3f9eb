/** Which way a party moved, as a small shape. Decoration: the word stands beside it or in the name of the cell. `size` in CSS pixels. */
import type { TrendKind } from '../../../shared/domain/compare.ts'
import { isHollowTrend, TREND_PATHS } from './glyph-shapes.ts'
import styles from './matrix-cell.module.css'

export function TrendGlyph({ kind, size = 10 }: { kind: TrendKind; size?: number }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      data-hollow={isHollowTrend(kind) || undefined}
      className={styles.trendGlyph}
    >
      <path d={TREND_PATHS[kind]} />
    </svg>
  )
}
