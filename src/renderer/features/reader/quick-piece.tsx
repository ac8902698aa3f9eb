/** One piece of a coding as a chip: what part it plays, and its name; a tag in its colour with its letter. */
import { X } from 'lucide-react'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import styles from './quick-bar.module.css'
import type { QuickPiece } from './quick-parse.ts'
import { nameOf, roleText } from './quick-words.ts'

export interface QuickPieceChipProps {
  piece: QuickPiece
  codebook: Codebook
  /** `settled` was taken; `read` is how the line is understood; `given` is set without a word, and `note` says why. */
  look: 'settled' | 'read' | 'given'
  note?: string
  onRemove?: () => void
}

export function QuickPieceChip({ piece, codebook, look, note, onRemove }: QuickPieceChipProps) {
  const say = useSay()
  const name = nameOf(piece, codebook)
  const tag = piece.role === 'tag' ? codebook.tagById.get(piece.id) : undefined
  return (
    <span className={styles.piece} data-look={piece.role === 'unknown' ? 'unknown' : look} data-new={'name' in piece || undefined}>
      {tag ? (
        <TagMark tag={tag} />
      ) : (
        <>
          <span className={styles.role}>{piece.role === 'unknown' ? '?' : roleText(piece, say)}</span>
          <bdi className={styles.name}>{name}</bdi>
        </>
      )}
      {note !== undefined && <span className={styles.role}>{note}</span>}
      {onRemove && (
        <button type="button" tabIndex={-1} className={styles.remove} aria-label={say('quick.remove', { name })} onClick={onRemove}>
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
