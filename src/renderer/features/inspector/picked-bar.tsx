/** The bar at the foot of the list while annotations are picked: how many, and what can be done with them. The list above holds still. */
import { Combine, Trash2, X } from 'lucide-react'
import type { Annotation } from '../../../shared/domain/annotation.ts'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './picked-bar.module.css'
import { usePickedActions } from './use-picked-actions.ts'

export interface PickedBarProps {
  /** At least one. */
  annotations: readonly Annotation[]
  /** Opens the form of what they share; for two or more. */
  onChange: () => void
}

export function PickedBar({ annotations, onChange }: PickedBarProps) {
  const say = useSay()
  const actions = usePickedActions(annotations)
  const mergeKey = useKeyOf()('merge')
  const count = annotations.length
  return (
    <div className={styles.bar} role="group" aria-label={say('inspector.picked', { count })}>
      <span className={styles.count} role="status">
        {say('inspector.picked', { count })}
      </span>
      <Button label={say('inspector.changePicked')} size="small" isDisabled={count < 2} onPress={onChange} />
      <IconButton
        label={say('bulk.merge', { count })}
        {...(mergeKey !== null && { shortcut: mergeKey })}
        icon={<Combine />}
        size="small"
        placement="top"
        isDisabled={!actions.canMerge}
        onPress={actions.merge}
      />
      <IconButton
        label={say('bulk.remove', { count })}
        icon={<Trash2 />}
        size="small"
        placement="top"
        isDisabled={!actions.canRemove}
        onPress={() => void actions.remove()}
      />
      <IconButton label={say('inspector.unpick')} shortcut="Esc" icon={<X />} size="small" placement="top" onPress={actions.clear} />
    </div>
  )
}
