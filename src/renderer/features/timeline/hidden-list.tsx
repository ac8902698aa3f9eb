/** The statements behind a "+9": each leads to its quote; or one comes nearer to their days, where they have room. */
import { ZoomIn } from 'lucide-react'
import type { Mark, Timeline } from '../../../shared/domain/timeline.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { StanceMark } from '../../lib/parts/stance-mark.tsx'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Button } from '../../ui/button.tsx'
import styles from './hidden-list.module.css'
import type { MarkWords } from './use-mark-words.ts'

export interface HiddenListProps {
  marks: readonly Mark[]
  timeline: Timeline
  codebook: Codebook
  words: MarkWords
  onOpen: (id: number) => void
  onNear: () => void
}

export function HiddenList({ marks, timeline, codebook, words, onOpen, onNear }: HiddenListProps) {
  const say = useSay()
  const lane = marks[0] && timeline.lanes[marks[0].lane]
  return (
    <div className={styles.hidden}>
      <h2>{say('timeline.hidden.title', { count: marks.length, party: lane ? words.lane(lane) : '' })}</h2>
      <ul>
        {marks.map((mark) => {
          const tag = codebook.tagById.get(mark.tagId)
          return (
            <li key={mark.id}>
              <button type="button" onClick={() => onOpen(mark.id)} aria-label={words.mark(mark, lane)}>
                <span className={styles.date}>{words.date(mark)}</span>
                {tag && <TagMark tag={tag} />}
                {mark.stance && <StanceMark stance={mark.stance} />}
                <bdi className={styles.issue}>{words.issues(mark.issueIds)}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
      <Button label={say('timeline.hidden.near')} size="small" icon={<ZoomIn />} onPress={onNear} />
    </div>
  )
}
