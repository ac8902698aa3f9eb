/**
 * A cell as small as it gets: the shape of what the party holds, how it moved at the corner, and small beside it that it held something
 * else as well. One drawing for each, since thousands of them are on the screen at once.
 */
import type { MatrixCell } from '../../../shared/domain/compare.ts'
import { StanceShape } from '../../lib/parts/stance-mark.tsx'
import { isHollowTrend, TREND_PATHS } from './glyph-shapes.ts'
import styles from './matrix-cell.module.css'

export function CellDot({ cell, isFolded }: { cell: MatrixCell; isFolded: boolean }) {
  const beneath = isFolded ? cell.stancesBeneath : []
  const others = [...new Set([...cell.stances, ...beneath])].filter((stance) => stance !== cell.stance)
  const [first, second, third] = others
  const trend = cell.trend && cell.trend.kind !== 'repeated' ? cell.trend.kind : null
  if (cell.stance === null && !first) {
    // Statements without a stance are counted; a line says that all there is stands beneath.
    return cell.own === 0 && !isFolded ? (
      <span className={styles.below} aria-hidden="true" />
    ) : (
      <span className={styles.dotCount} aria-hidden="true">
        {cell.statements}
      </span>
    )
  }
  return (
    <svg viewBox="0 0 28 24" width="28" height="24" aria-hidden="true" className={styles.dot}>
      {cell.stance ? (
        <>
          <StanceShape stance={cell.stance} transform={first ? 'translate(4 4)' : 'translate(6 4)'} />
          {first && <StanceShape stance={first} transform="translate(19 13) scale(.5)" />}
        </>
      ) : !second ? (
        first && <StanceShape stance={first} transform="translate(8 6) scale(.76)" />
      ) : (
        <>
          {first && <StanceShape stance={first} transform={third ? 'translate(2 8.5) scale(.45)' : 'translate(3.5 7.5) scale(.56)'} />}
          <StanceShape stance={second} transform={third ? 'translate(10.5 8.5) scale(.45)' : 'translate(15 7.5) scale(.56)'} />
          {third && <StanceShape stance={third} transform="translate(19 8.5) scale(.45)" />}
        </>
      )}
      {trend && (
        <path
          d={TREND_PATHS[trend]}
          transform="translate(19.5 1) scale(.66)"
          className={isHollowTrend(trend) ? styles.trendHollow : styles.trendFull}
        />
      )}
      {cell.override && <path d="M7 22.5h14" className={styles.read} />}
    </svg>
  )
}
