/** The annotations that found no room in the margin, as a menu. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { shorten } from '../../lib/shorten.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'

export interface MoreMenuProps {
  annotations: readonly Annotation[]
  rect: DOMRect
  codebook: Codebook
  onChoose: (annotationId: number) => void
  onClose: () => void
}

export function MoreMenu({ annotations, rect, codebook, onChoose, onClose }: MoreMenuProps) {
  const say = useSay()
  return (
    <Menu label={say('reader.moreHere')} anchor={rect} onClose={onClose}>
      {annotations.map((annotation) => {
        const tag = codebook.tagById.get(annotation.tagId)
        return (
          <MenuItem
            key={annotation.id}
            id={String(annotation.id)}
            label={shorten(annotation.quote, 80)}
            onAction={() => onChoose(annotation.id)}
            {...(tag && { icon: <TagMark tag={tag} short /> })}
          />
        )
      })}
    </Menu>
  )
}
