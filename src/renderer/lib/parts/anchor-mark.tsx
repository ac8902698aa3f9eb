/** Says of an annotation that its passage is not in the text of now: it waits for review, is gone, or is broken. Nothing for all others. */
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { Badge } from '../../ui/badge.tsx'
import { useSay } from '../say.ts'

export function AnchorMark({ annotation: { anchor } }: { annotation: Pick<Annotation, 'anchor'> }) {
  const say = useSay()
  if (anchor === undefined || anchor === 'placed') return null
  return (
    <Badge text={say(`inspector.anchor.${anchor}`)} kind={anchor === 'broken' ? 'danger' : anchor === 'review' ? 'warning' : 'neutral'} />
  )
}
