/** Keeps the value of a field for this article: every new annotation gets it until the pin is taken off. */
import { Pin, PinOff } from 'lucide-react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useSay } from '../../lib/say.ts'
import { useKept } from '../../lib/use-kept.ts'
import type { Kept } from '../../stores/coding.ts'
import { IconButton } from '../../ui/icon-button.tsx'

export interface PinButtonProps {
  field: 'speaker' | 'targets' | 'issues'
  annotation: Annotation
  codebook: Codebook
}

/** Nothing where the field is empty and nothing of it is kept. */
export function PinButton({ field, annotation, codebook }: PinButtonProps) {
  const say = useSay()
  const { kept, keep } = useKept(annotation.articleId, codebook)
  const value: Partial<Kept> =
    field === 'speaker'
      ? { speaker: annotation.speakerId }
      : field === 'targets'
        ? { targets: annotation.targetIds }
        : { issues: annotation.issueIds }
  const wanted = idsOf(value[field] ?? null)
  const now = idsOf(kept[field])
  const isKept = now.length > 0 && now.length === wanted.length && now.every((id) => wanted.includes(id))
  if (wanted.length === 0 && now.length === 0) return null
  const label = say(isKept || wanted.length === 0 ? 'sticky.unpin' : 'sticky.pin', { field: say(`coding.${field}`) })
  return (
    <IconButton
      label={label}
      icon={isKept || wanted.length === 0 ? <PinOff /> : <Pin />}
      size="small"
      excludeFromTabOrder
      onPress={() => keep(isKept || wanted.length === 0 ? { [field]: field === 'speaker' ? null : [] } : value)}
    />
  )
}

const idsOf = (value: number | null | readonly number[]): readonly number[] =>
  value === null ? [] : typeof value === 'number' ? [value] : value
