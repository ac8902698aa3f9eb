/** One cell: newest stance, how many statements of which tags from how many outlets, and the newest quote. */
import { useIntl } from 'react-intl'
import type { MatrixCell as Cell } from '../../../shared/domain/compare.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { formatPartialDate, useSay } from '../../lib/say.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './matrix-view.module.css'

export interface MatrixCellProps {
  cell: Cell | undefined
  detail: 'numbers' | 'quotes'
  codebook: Codebook
  label: string
  isChosen: boolean
  onChoose: () => void
}

export function MatrixCell({ cell, detail, codebook, label, isChosen, onChoose }: MatrixCellProps) {
  const say = useSay()
  const intl = useIntl()
  if (!cell) {
    return (
      <button type="button" tabIndex={-1} className={styles.none} title={say('compare.noEvidence')} aria-disabled="true">
        <VisuallyHidden elementType="span">{say('compare.cellNone', { cell: label })}</VisuallyHidden>
        <span aria-hidden="true">·</span>
      </button>
    )
  }
  const { newest } = cell
  const when = newest === null || newest.date === null ? say('evidence.undated') : formatPartialDate(intl, newest.date)
  return (
    <button type="button" tabIndex={-1} className={styles.full} aria-pressed={isChosen} onClick={onChoose}>
      {/* The name begins with where the cell is and its counts as a sentence; all else that is seen is part of it too. */}
      <VisuallyHidden elementType="span">
        {say('compare.cellFull', { cell: label, statements: cell.statements, outlets: cell.outlets })}
      </VisuallyHidden>
      <span className={styles.facts}>
        <span className={styles.number} aria-hidden="true">
          {cell.statements}
        </span>
        {cell.stances.map((stance, index) => (
          <span key={stance} className={index > 0 ? styles.older : undefined}>
            <StanceMark stance={stance} short={index > 0} />
          </span>
        ))}
        <span className={styles.tags}>
          {cell.byTag.map(({ tagId, statements }) => {
            const tag = codebook.tagById.get(tagId)
            return (
              tag && (
                <span key={tagId} className={styles.tag}>
                  <TagMark tag={tag} short />
                  {statements > 1 && statements}
                </span>
              )
            )
          })}
        </span>
      </span>
      {detail === 'quotes' && newest && (
        <>
          <span className={styles.quote} data-reading lang={newest.language ?? undefined} dir="auto">
            {newest.quote}
          </span>
          {newest.translation && (
            <span className={styles.translation} dir="auto">
              {newest.translation}
            </span>
          )}
          <span className={styles.source}>
            {when} · <bdi>{newest.outlet ?? say('evidence.noOutlet')}</bdi> ·{' '}
            <span className={styles.whole} aria-hidden="true">
              {say('compare.outlets', { count: cell.outlets })}
            </span>
          </span>
        </>
      )}
    </button>
  )
}
