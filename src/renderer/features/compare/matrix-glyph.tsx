/**
 * A stance as a small shape: each has a shape and a sign of its own, so that colour only repeats it. The pattern of "conditional" is
 * drawn as lines of the shape itself, so that no glyph needs a definition shared by the page.
 */
import type { Stance } from '../../../shared/domain/annotation.ts'
import type { TrendKind } from '../../../shared/domain/compare.ts'
import { GLYPHS, isHollowTrend, TREND_PATHS } from './glyph-shapes.ts'
import styles from './matrix-cell.module.css'

/** Decoration: the words stand beside it or in the name of the cell. `size` in CSS pixels. */
export function StanceGlyph({ stance, size = 16 }: { stance: Stance; size?: number }) {
  const { outline, sign, isHollow } = GLYPHS[stance]
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" data-stance={stance} className={styles.glyph}>
      <path d={outline} className={isHollow ? styles.hollow : styles.filled} />
      {sign && <path d={sign} className={isHollow ? styles.hatch : styles.sign} />}
    </svg>
  )
}

/** Which way a party moved. */
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
