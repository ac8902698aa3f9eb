/** A tag as it is seen everywhere: its letter on its colour, and its name beside it unless there is no room. */
import type { Tag } from '../../../shared/domain/codebook.ts'
import { Swatch } from '../../ui/swatch.tsx'

export function TagMark({ tag, short = false }: { tag: Pick<Tag, 'name' | 'letter' | 'hue'>; short?: boolean }) {
  return <Swatch label={tag.name} hue={tag.hue} letter={tag.letter ?? tag.name.slice(0, 1)} hideLabel={short} size="small" />
}
