/** With which tag an annotation is coded once more: from the list, or at once by the letter of the tag. */
import { useEffect, useRef } from 'react'
import type { Tag } from '../../../shared/domain/codebook.ts'
import { latinKey } from '../../lib/keys.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'

export interface DuplicateMenuProps {
  rect: DOMRect
  tags: readonly Tag[]
  onChoose: (tagId: number) => void
  onClose: () => void
}

export function DuplicateMenu({ rect, tags, onChoose, onClose }: DuplicateMenuProps) {
  const say = useSay()
  const choose = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return
    const letters = [event.key.toUpperCase(), latinKey(event).toUpperCase()]
    const tag = tags.find(({ letter }) => letter !== null && letters.includes(letter))
    if (!tag) return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    onClose()
    onChoose(tag.id)
  }
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  useEffect(() => {
    // Before the menu, which would only go to the first name with this letter.
    const listener = (event: KeyboardEvent): void => latest.current(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])
  return (
    <Menu label={say('operations.duplicateAs')} anchor={rect} onClose={onClose}>
      {tags.map((tag) => (
        <MenuItem
          key={tag.id}
          id={String(tag.id)}
          label={tag.name}
          icon={<TagMark tag={tag} short />}
          onAction={() => onChoose(tag.id)}
          {...(tag.letter !== null && { shortcut: tag.letter })}
        />
      ))}
    </Menu>
  )
}
