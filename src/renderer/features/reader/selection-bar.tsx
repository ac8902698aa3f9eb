/** The bar at the selection: one button per tag with its key. It never takes the focus from the text. */
import { Repeat2 } from 'lucide-react'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { placeBeside } from './place-beside.ts'
import styles from './selection-bar.module.css'

export interface SelectionBarProps {
  rects: readonly DOMRect[]
  tags: readonly Tag[]
  onTag: (tagId: number) => void
  canRepeat: boolean
  onRepeat: () => void
}

export function SelectionBar({ rects, tags, onTag, canRepeat, onRepeat }: SelectionBarProps) {
  const say = useSay()
  const place = placeBeside(rects, { width: 520, height: 40 })
  if (!place) return null
  return (
    // A press must not blur the text, or the selection would go before it is tagged.
    <div
      className={styles.bar}
      style={place}
      role="toolbar"
      aria-label={say('reader.tagSelection')}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {tags
        .filter((tag) => !tag.retired)
        .map((tag) => (
          <button key={tag.id} type="button" className={styles.tag} tabIndex={-1} onClick={() => onTag(tag.id)} title={tag.definition}>
            <TagMark tag={tag} />
          </button>
        ))}
      {canRepeat && (
        <button type="button" className={styles.tag} tabIndex={-1} onClick={onRepeat} title={say('reader.repeatHint')}>
          <Repeat2 className={styles.icon} aria-hidden="true" />
          {say('reader.repeat')}
        </button>
      )}
    </div>
  )
}
