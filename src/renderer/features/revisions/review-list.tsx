/** The annotations that wait, in the order of their texts. Arrow keys go through them; what the other keys do is the view's business. */
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ReviewItem } from '../../../shared/domain/revision.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import styles from './item-list.module.css'

export interface ReviewListProps {
  items: readonly ReviewItem[]
  currentId: number
  language: string | null
  codebook: Codebook
  onSelect: (id: number) => void
}

export function ReviewList({ items, currentId, language, codebook, onSelect }: ReviewListProps) {
  const say = useSay()
  return (
    <ListBox
      aria-label={say('review.list')}
      className={styles.list ?? ''}
      items={items}
      dependencies={[codebook]}
      autoFocus
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[currentId]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys]
        if (typeof id === 'number') onSelect(id)
      }}
    >
      {(item) => {
        const tag = codebook.tagById.get(item.tagId)
        return (
          <ListBoxItem id={item.id} textValue={item.was.quote} className={styles.item ?? ''}>
            <span className={styles.head}>
              {tag && <TagMark tag={tag} short />}
              <span>{say(`review.reason.${item.reason}`)}</span>
            </span>
            <span className={styles.quote} data-reading lang={language ?? undefined} dir="auto">
              {item.was.quote}
            </span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}
