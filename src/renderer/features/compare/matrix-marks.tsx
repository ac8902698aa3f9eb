/** The small signs of a cell, each with its word: how the party moved, how firmly it speaks, what is to be known of the evidence. */
import { FileText, HatGlasses, Pencil, ShieldAlert, type LucideIcon } from 'lucide-react'
import type { MatrixCell, Trend, Weakness } from '../../../shared/domain/compare.ts'
import { useDateText, useSay } from '../../lib/say.ts'
import styles from './matrix-cell.module.css'
import { TrendGlyph } from './matrix-glyph.tsx'

/** "hardened 29 Oct 2025". What is only repeated stands back. */
export function TrendMark({ trend }: { trend: Trend }) {
  const say = useSay()
  const dateText = useDateText()
  return (
    <span className={styles.trend} data-trend={trend.kind} title={say(`matrix.rule.${trend.kind}`)}>
      <TrendGlyph kind={trend.kind} size={11} />
      <span className={styles.trendWord}>
        {say('matrix.trendOn', {
          trend: say(`matrix.trend.${trend.kind}`),
          date: trend.date === null ? 'none' : dateText(trend.date.slice(0, 10)),
        })}
      </span>
    </span>
  )
}

/** How firmly it is said, 1 to 5, as steps and as a number. */
export function IntensityBar({ value }: { value: number }) {
  const say = useSay()
  return (
    <span className={styles.intensity} title={say('matrix.intensityIs', { intensity: value })}>
      <svg viewBox="0 0 24 10" width="24" height="10" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <rect
            key={step}
            x={(step - 1) * 5}
            y={8 - step * 1.6}
            width="3.6"
            height={step * 1.6 + 2}
            className={step <= value ? styles.stepOn : styles.stepOff}
          />
        ))}
      </svg>
      {value}
    </span>
  )
}

export const WEAK_ICONS: Readonly<Record<Weakness, LucideIcon>> = { anonymous: HatGlasses, grading: ShieldAlert }

/** Weak evidence, a reading of one's own, a summary and whether it is out of date. */
export function CellMarks({ cell }: { cell: MatrixCell }) {
  const say = useSay()
  const Weak = cell.weakness ? WEAK_ICONS[cell.weakness] : null
  const summary = cell.summary?.isStale ? say('matrix.fact.summaryStale') : say('matrix.fact.summary')
  return (
    <span className={styles.marks}>
      {Weak && cell.weakness && (
        <span className={styles.weak} title={say(`matrix.weakness.${cell.weakness}`)}>
          <Weak aria-hidden="true" />
        </span>
      )}
      {cell.override && (
        <span
          className={styles.reading}
          data-stale={cell.override.isStale || undefined}
          title={say('matrix.readBy', { coder: cell.override.coder })}
        >
          <Pencil aria-hidden="true" />
        </span>
      )}
      {cell.summary && (
        <span className={styles.note} data-stale={cell.summary.isStale || undefined} title={summary}>
          <FileText aria-hidden="true" />
        </span>
      )}
    </span>
  )
}
