/** Why a cell says what it says, beside it: the sentences of cell-facts, and the keys for what one can do. It leaves the page usable and takes no focus. */
import { Pencil } from 'lucide-react'
import { useMemo } from 'react'
import type { MatrixCell } from '../../../shared/domain/compare.ts'
import { useEvidence } from '../../lib/evidence.ts'
import { useSay } from '../../lib/say.ts'
import { useRested } from '../../lib/use-rested.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { cellFacts, factIds, type CellFact } from './cell-facts.ts'
import styles from './matrix-card.module.css'
import type { Spot } from './matrix-grid-parts.ts'
import type { MatrixRow } from './rows.ts'
import type { Hover } from './use-hover.ts'
import type { MatrixWords } from './use-matrix-words.ts'

const NO_IDS: number[] = []

/** The sentences of a cell. The statements they tell of are asked for once one stays in it. */
export function useCellFacts(cell: MatrixCell | undefined, words: MatrixWords, isFolded: boolean): readonly CellFact[] {
  const ids = useMemo(() => (cell ? factIds(cell) : NO_IDS), [cell])
  const rested = useRested(ids, ids.join())
  const evidence = useEvidence(rested)
  return useMemo(() => (cell ? cellFacts(cell, (id) => evidence.get(id), words.facts, isFolded) : []), [cell, evidence, words, isFolded])
}

export interface MatrixCardProps {
  cell: MatrixCell
  row: MatrixRow | undefined
  at: Spot
  words: MatrixWords
  hover: Hover
  onClose: () => void
  /** Undefined where nothing can be written. */
  onOverride: (() => void) | undefined
}

export function MatrixCard({ cell, row, at, words, hover, onClose, onOverride }: MatrixCardProps) {
  const say = useSay()
  const evidence = useEvidence(useMemo(() => factIds(cell), [cell]))
  const facts = cellFacts(cell, (id) => evidence.get(id), words.facts, row?.isFolded)
  const name = say('compare.cell', { issue: row ? words.path(row) : '', party: words.party(cell.partyId) })
  return (
    <Popover label={say('matrix.whyOf', { cell: name })} anchor={at} onClose={onClose} isNonModal placement="bottom start">
      <div className={styles.card} onPointerEnter={() => hover.stay()} onPointerLeave={() => hover.leave()}>
        <p className={styles.title}>
          <bdi>{words.party(cell.partyId)}</bdi>
          <span className={styles.issue}>{row && words.path(row)}</span>
        </p>
        <ul className={styles.facts}>
          {facts.map(({ kind, text }, index) => (
            <li key={`${kind}${index}`} data-kind={kind}>
              {text}
            </li>
          ))}
        </ul>
        {onOverride && (
          <div className={styles.acts}>
            <Button
              label={say(cell.override ? 'matrix.changeReading' : 'matrix.readOtherwise')}
              icon={<Pencil />}
              kind="quiet"
              size="small"
              shortcut="O"
              onPress={onOverride}
            />
          </div>
        )}
      </div>
    </Popover>
  )
}
