/** The line above the matrix: how much its cells show, folding, what was moved or put away, and what it counts. */
import { Eye, FoldVertical, RotateCcw, UnfoldVertical } from 'lucide-react'
import type { Matrix } from '../../../shared/domain/compare.ts'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { DETAILS, type Detail } from './matrix-sizes.ts'
import type { MatrixLayout } from './matrix-view.tsx'
import styles from './matrix-view.module.css'

export interface MatrixToolsProps {
  matrix: Matrix
  detail: Detail
  onDetail: (detail: Detail) => void
  hidden: readonly number[]
  isOrdered: boolean
  folding: { parents: number[]; folded: number[] }
  onLayout: (patch: MatrixLayout) => void
  partyName: (id: number) => string
}

export function MatrixTools({ matrix, detail, onDetail, hidden, isOrdered, folding, onLayout, partyName }: MatrixToolsProps) {
  const say = useSay()
  const { parents, folded } = folding
  return (
    <div className={styles.tools}>
      <SegmentedControl
        label={say('compare.detail')}
        size="small"
        value={detail}
        onChange={onDetail}
        options={DETAILS.map((id) => ({ id, label: say(`compare.detail.${id}`) }))}
      />
      {parents.length > 0 && (
        <span className={styles.pair}>
          <IconButton
            label={say('matrix.unfoldAll')}
            icon={<UnfoldVertical />}
            size="small"
            isDisabled={folded.length === 0}
            onPress={() => onLayout({ folded: undefined })}
          />
          <IconButton
            label={say('matrix.foldAll')}
            icon={<FoldVertical />}
            size="small"
            isDisabled={folded.length === parents.length}
            onPress={() => onLayout({ folded: parents.slice(0, 2_000) })}
          />
        </span>
      )}
      {isOrdered && (
        <Button
          label={say('matrix.defaultOrder')}
          icon={<RotateCcw />}
          kind="quiet"
          size="small"
          onPress={() => onLayout({ order: undefined })}
        />
      )}
      {hidden.length > 0 && (
        <Button
          label={say('matrix.showHidden', { count: hidden.length })}
          tooltip={hidden.map(partyName).join(', ')}
          icon={<Eye />}
          kind="quiet"
          size="small"
          onPress={() => onLayout({ hidden: undefined })}
        />
      )}
      <MatrixLegend />
      <span className={styles.summary} role="status">
        {summary(say, matrix)}
      </span>
    </div>
  )
}

function summary(say: ReturnType<typeof useSay>, matrix: Matrix): string {
  const statements = matrix.columns.reduce((sum, column) => sum + column.statements, 0)
  const counted = say('compare.summary', { statements, parties: matrix.columns.length })
  return matrix.withoutSpeaker === 0 ? counted : `${counted} ${say('compare.withoutSpeaker', { count: matrix.withoutSpeaker })}`
}
