/** Passages of which someone has said that they are no longer in the text. They count as before, and can be put back for review. */
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import list from './item-list.module.css'
import styles from './review-view.module.css'
import type { ReviewWork } from './use-review.ts'

export interface GoneListProps {
  gone: ReviewWork['gone']
  language: string | null
  codebook: Codebook
  canWrite: boolean
  onBack: (id: number) => void
}

export function GoneList({ gone, language, codebook, canWrite, onBack }: GoneListProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  if (gone.length === 0) return null
  return (
    <div className={styles.gone}>
      <Disclosure label={say('review.goneList')} badge={String(gone.length)} value={isOpen} onChange={setOpen}>
        <ul className={styles.goneList}>
          {gone.map(({ id, tagId, was }) => {
            const tag = codebook.tagById.get(tagId)
            return (
              <li key={id} className={styles.goneItem}>
                {tag && <TagMark tag={tag} short />}
                <span className={cx(list.quote, styles.goneQuote)} data-reading lang={language ?? undefined} dir="auto">
                  {was.quote}
                </span>
                <IconButton
                  label={say('review.bringBack', { quote: was.quote.slice(0, 80) })}
                  icon={<Undo2 />}
                  size="small"
                  isDisabled={!canWrite}
                  onPress={() => onBack(id)}
                />
              </li>
            )
          })}
        </ul>
      </Disclosure>
    </div>
  )
}
