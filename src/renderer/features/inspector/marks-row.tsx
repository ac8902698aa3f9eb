/** The flag and the review status, at the foot of the form. */
import { annotationStatusSchema, type Annotation, type AnnotationPatch } from '../../../shared/domain/annotation.ts'
import { useSay } from '../../lib/say.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './annotation-form.module.css'

export function MarksRow({
  annotation,
  isDisabled,
  onChange,
}: {
  annotation: Annotation
  isDisabled: boolean
  onChange: (patch: AnnotationPatch) => void
}) {
  const say = useSay()
  return (
    <div className={styles.marks}>
      <SegmentedControl
        label={say('coding.status')}
        size="small"
        isDisabled={isDisabled}
        value={annotation.status}
        onChange={(status) => onChange({ status })}
        options={annotationStatusSchema.options.map((id) => ({ id, label: say(`coding.status.${id}`) }))}
      />
      <Checkbox
        label={say('coding.important')}
        isDisabled={isDisabled}
        value={annotation.important}
        onChange={(important) => onChange({ important })}
      />
    </div>
  )
}
