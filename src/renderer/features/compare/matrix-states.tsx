/** What stands in place of the matrix: nothing yet, nothing that fits, still under way, or more than one can look at. Each says what to do. */
import { Grid3x3, ListFilter, LoaderCircle } from 'lucide-react'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { SIZES, type Detail } from './matrix-sizes.ts'
import styles from './matrix-view.module.css'

/** Cells of unfolded rows and shown columns beyond which a matrix is no longer looked at but searched. */
export const TOO_MUCH = 500_000

export interface MatrixEmptyProps {
  isFiltered: boolean
  onClearFilter: () => void
  /** Where there are parties, but all of them put away. */
  onShowAll?: () => void
}

export function MatrixEmpty({ isFiltered, onClearFilter, onShowAll }: MatrixEmptyProps) {
  const say = useSay()
  if (onShowAll) {
    return (
      <EmptyState
        icon={<Grid3x3 />}
        title={say('matrix.allHidden')}
        actions={<Button label={say('matrix.showAll')} kind="primary" onPress={onShowAll} />}
      >
        {say('matrix.allHiddenText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Grid3x3 />}
      title={say(isFiltered ? 'compare.nothingFits' : 'compare.empty')}
      actions={isFiltered && <Button label={say('filter.clear')} kind="primary" onPress={onClearFilter} />}
    >
      {say(isFiltered ? 'compare.nothingFitsText' : 'compare.emptyText')}
    </EmptyState>
  )
}

export interface MatrixTooMuchProps {
  count: number
  onFold: (() => void) | undefined
  onRollUp: (() => void) | undefined
}

export function MatrixTooMuch({ count, onFold, onRollUp }: MatrixTooMuchProps) {
  const say = useSay()
  return (
    <EmptyState
      icon={<ListFilter />}
      title={say('matrix.tooMuch', { count })}
      actions={
        (onRollUp || onFold) && (
          <>
            {onFold && <Button label={say('matrix.foldAll')} kind={onRollUp ? 'standard' : 'primary'} onPress={onFold} />}
            {onRollUp && <Button label={say('matrix.rollUp')} kind="primary" onPress={onRollUp} />}
          </>
        )
      }
    >
      {say('matrix.tooMuchText')}
    </EmptyState>
  )
}

/** The grid to come, in grey: heads, issues and cells at their places. */
export function MatrixSkeleton({ detail }: { detail: Detail }) {
  const say = useSay()
  const { row, column } = SIZES[detail]
  const columns = detail === 'dots' ? 20 : detail === 'numbers' ? 5 : 4
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden elementType="div" role="status">
        {say('compare.loading')}
      </VisuallyHidden>
      <LoaderCircle className={styles.turning} aria-hidden="true" />
      <div aria-hidden="true" style={{ gridTemplateColumns: `220px repeat(${columns}, ${column}px)`, gridAutoRows: Math.min(row, 120) }}>
        {Array.from({ length: (columns + 1) * 7 }, (_, index) => (
          <span key={index}>
            <i />
          </span>
        ))}
      </div>
    </div>
  )
}
