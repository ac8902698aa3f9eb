/** Annotations as marks of the surface: the tag gives colour, letter and label, the speaker stands beside it. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Codebook } from '../../lib/codebook.ts'
import type { Mark } from '../../lib/reader-surface/reader-surface.ts'
import { tagSign } from '../../lib/tag-sign.ts'

/** Annotations whose tag has not arrived yet are left out; they come with the next answer. */
export function marksOf(annotations: readonly Annotation[], { tagById, partyById }: Codebook): Mark[] {
  return annotations.flatMap(({ id, start, end, tagId, speakerId, important }) => {
    const tag = tagById.get(tagId)
    const speaker = speakerId === null ? undefined : partyById.get(speakerId)
    return tag
      ? [
          {
            id,
            start,
            end,
            hue: tag.hue,
            letter: tagSign(tag),
            label: tag.name,
            important,
            ...(speaker && { detail: speaker.name }),
          },
        ]
      : []
  })
}
