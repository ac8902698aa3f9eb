/**
 * The bar at the selection: one button per tag with its key, in the order of the codebook, then repeating and the quick bar. It never takes the
 * focus from the text.
 */
import { Repeat2, Strikethrough, Zap } from 'lucide-react'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { placeBeside } from './place-beside.ts'
import styles from './selection-bar.module.css'

export interface SelectionBarProps {
  rects: readonly DOMRect[]
  tags: readonly Tag[]
  onTag: (tagId: number) => void
  canRepeat: boolean
  onRepeat: () => void
  onQuick: () => void
  /** The intensity that the next annotation gets, or null. */
  intensity: number | null
  /** Whether all that is selected is marked as not text. */
  isNotText: boolean
  onNotText: () => void
}

export function SelectionBar({ rects, tags, onTag, canRepeat, onRepeat, onQuick, intensity, isNotText, onNotText }: SelectionBarProps) {
  const say = useSay()
  const keyOf = useKeyOf()
  const place = placeBeside(rects, { width: 520, height: 72 })
  if (!place) return null
  const key = (id: 'quick' | 'repeat' | 'notText') => {
    const shortcut = keyOf(id)
    return shortcut === null ? null : <Kbd shortcut={shortcut} />
  }
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
          {key('repeat')}
        </button>
      )}
      <button type="button" className={styles.tag} tabIndex={-1} onClick={onQuick} title={say('quick.openHint')}>
        <Zap className={styles.icon} aria-hidden="true" />
        {say('quick.open')}
        {key('quick')}
      </button>
      <button
        type="button"
        className={styles.tag}
        tabIndex={-1}
        onClick={onNotText}
        title={say(isNotText ? 'reader.textAgainHint' : 'reader.notTextHint')}
      >
        <Strikethrough className={styles.icon} aria-hidden="true" />
        {say(isNotText ? 'reader.textAgain' : 'reader.notText')}
        {key('notText')}
      </button>
      {intensity !== null && (
        <span className={styles.intensity} role="status">
          {say('coding.intensityValue', { value: intensity })}
        </span>
      )}
    </div>
  )
}
