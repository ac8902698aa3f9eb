/** The choices for the word under way, beneath the quick bar's field. The focus stays in the field; the pointer must not take it. */
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import styles from './quick-bar.module.css'
import type { QuickPiece } from './quick-parse.ts'
import { nameOf, roleText } from './quick-words.ts'
import type { QuickLine } from './use-quick-line.ts'

export function QuickOptions({ id, line, codebook }: { id: string; line: QuickLine; codebook: Codebook }) {
  const say = useSay()
  const { active, text } = line
  /** What was typed when the pointer moved: one that rests while the choices change beneath it marks none of them. */
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, active])
  const words = (piece: QuickPiece): string =>
    'name' in piece ? say(piece.role === 'issue' ? 'coding.newIssue' : 'coding.newParty', { name: piece.name }) : nameOf(piece, codebook)
  return (
    <div
      className={styles.options}
      role="listbox"
      id={`${id}-list`}
      aria-label={say('quick.choices')}
      data-pointed={pointedAt === text || undefined}
      onPointerMove={({ movementX, movementY }) => {
        if (movementX !== 0 || movementY !== 0) setPointedAt(text)
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {line.options.map((piece, at) => {
        const tag = piece.role === 'tag' ? codebook.tagById.get(piece.id) : undefined
        // Keys reach the choices from the field, which has the focus.
        const choice = { role: 'option' as const, 'aria-selected': at === active, onClick: () => line.take(at) }
        return (
          <div key={JSON.stringify(piece)} id={`${id}-${at}`} className={styles.option} {...choice}>
            {'name' in piece && <Plus aria-hidden="true" />}
            {tag ? (
              <TagMark tag={tag} />
            ) : (
              <span className={styles.name} dir="auto">
                {words(piece)}
              </span>
            )}
            <span className={styles.role}>{roleText(piece, say)}</span>
          </div>
        )
      })}
    </div>
  )
}
