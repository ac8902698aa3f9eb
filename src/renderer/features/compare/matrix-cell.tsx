/**
 * One cell, at three depths: dots (a shape, and how it moved), numbers (in words, with what it rests on), quotes (and the newest of them).
 * "No evidence" is a dot and nothing else; who declined to say has a ring. Its one button is the stop for keys.
 */
import type { Evidence, MatrixCell as Cell } from '../../../shared/domain/compare.ts'
import { StanceGlyph } from '../../lib/parts/stance-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { CellQuote } from './cell-quote.tsx'
import styles from './matrix-cell.module.css'
import { CellDot } from './matrix-dot.tsx'
import { CellMarks, IntensityBar, TrendMark } from './matrix-marks.tsx'
import type { Detail } from './matrix-sizes.ts'

export interface MatrixCellProps {
  cell: Cell | undefined
  detail: Detail
  /** The row stands for those beneath it, which are folded away. */
  isFolded: boolean
  /** The newest quote, once it is there. */
  quote: Evidence | undefined
}

export function MatrixCellBody({ cell, detail, isFolded, quote }: MatrixCellProps) {
  if (!cell) return <span className={styles.nothing} aria-hidden="true" />
  if (detail === 'dots') return <CellDot cell={cell} isFolded={isFolded} />
  if (cell.own === 0 && !isFolded) return <Beneath cell={cell} />
  return (
    <>
      <span className={styles.line}>
        <Stances cell={cell} isFolded={isFolded} />
        {detail === 'numbers' && cell.intensity !== null && <IntensityBar value={cell.intensity} />}
        {cell.trend && <TrendMark trend={cell.trend} />}
      </span>
      <Numbers cell={cell} detail={detail} />
      {detail === 'quotes' && <CellQuote quote={quote} />}
    </>
  )
}

/** The current stance with its word; those seen beside it, and those of the issues beneath a folded row, as shapes. */
function Stances({ cell, isFolded }: { cell: Cell; isFolded: boolean }) {
  const say = useSay()
  const others = cell.stances.filter((stance) => stance !== cell.stance)
  const beneath = isFolded ? cell.stancesBeneath.filter((stance) => stance !== cell.stance) : []
  if (cell.stance === null && beneath.length === 0)
    return <span className={styles.quiet}>{cell.own === 0 ? say('matrix.beneath') : say('matrix.noStance')}</span>
  return (
    <span className={styles.stances}>
      {cell.stance && (
        <span className={styles.stance}>
          <StanceGlyph stance={cell.stance} />
          <span>{say(`stance.${cell.stance}`)}</span>
        </span>
      )}
      {others.length > 0 && (
        <span className={styles.others} title={say('matrix.alsoSeen')}>
          {others.map((stance) => (
            <StanceGlyph key={stance} stance={stance} size={11} />
          ))}
        </span>
      )}
      {beneath.length > 0 && (
        <span className={styles.beneath} title={say('matrix.ofBeneath')}>
          {beneath.map((stance) => (
            <StanceGlyph key={stance} stance={stance} size={cell.stance ? 11 : 14} />
          ))}
          {cell.stance === null && (
            <span>{beneath.map((stance) => say(beneath.length === 1 ? `stance.${stance}` : `matrix.stance.${stance}`)).join(', ')}</span>
          )}
        </span>
      )}
    </span>
  )
}

/** All there is stands in the rows beneath. */
function Beneath({ cell }: { cell: Cell }) {
  const say = useSay()
  return (
    <span className={styles.facts}>
      <span className={styles.count}>{say('matrix.countOfBeneath', { count: cell.statements })}</span>
      <CellMarks cell={cell} />
    </span>
  )
}

function Numbers({ cell, detail }: { cell: Cell; detail: Detail }) {
  const say = useSay()
  return (
    <span className={styles.facts}>
      {detail === 'quotes' && cell.intensity !== null && <IntensityBar value={cell.intensity} />}
      <span className={styles.count}>{say('matrix.counts', { statements: cell.statements, outlets: cell.outlets })}</span>
      <CellMarks cell={cell} />
    </span>
  )
}
