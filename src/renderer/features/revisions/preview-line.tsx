/** What a new text would do to the annotations, in one line: how many move by themselves, how many wait for a look, how many are not found. */
import { CircleCheck, Eye, SearchX } from 'lucide-react'
import type { RevisionPreview } from '../../../shared/domain/revision.ts'
import { useSay } from '../../lib/say.ts'
import styles from './revise-dialog.module.css'

export function PreviewLine({ preview: { moves, toReview, lost, inserted, removed } }: { preview: RevisionPreview }) {
  const say = useSay()
  const total = moves + toReview + lost
  return (
    <div className={styles.preview} role="status">
      <p className={styles.outcomes}>
        {total === 0 && <span>{say('revisions.noAnnotations')}</span>}
        {moves > 0 && (
          <span className={styles.outcome}>
            <CircleCheck aria-hidden="true" className={styles.moves} />
            {say('revisions.moves', { count: moves })}
          </span>
        )}
        {toReview > 0 && (
          <span className={styles.outcome}>
            <Eye aria-hidden="true" className={styles.looks} />
            {say('revisions.toReview', { count: toReview })}
          </span>
        )}
        {lost > 0 && (
          <span className={styles.outcome}>
            <SearchX aria-hidden="true" className={styles.looks} />
            {say('revisions.lost', { count: lost })}
          </span>
        )}
      </p>
      <p className={styles.size}>{say('revisions.size', { inserted, removed })}</p>
    </div>
  )
}
