/** A tag as it is seen everywhere: its letter on its colour, and its name beside it unless there is no room. */
import type { Tag } from '../../../shared/domain/codebook.ts'
import { Swatch } from '../../ui/swatch.tsx'
import { tagSign } from '../tag-sign.ts'

export function TagMark({ tag, short = false }: { tag: Pick<Tag, 'name' | 'letter' | 'hue'>; short?: boolean }) {
  return <Swatch label={tag.name} hue={tag.hue} letter={tagSign(tag)} hideLabel={short} size="small" />
}
