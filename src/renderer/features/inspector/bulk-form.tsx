/** Several annotations at once: what they share, what differs, and every field to set in all of them. Each change is one step of the history. */
import { ArrowLeft, ChevronDown, ChevronRight, Combine, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { annotationStatusSchema, type Annotation } from '../../../shared/domain/annotation.ts'
import type { BulkPatch } from '../../../shared/domain/annotation-operations.ts'
import type { CodingField } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { BulkField } from './bulk-field.tsx'
import styles from './bulk-form.module.css'
import { commonOf } from './bulk-values.ts'
import { focusFirst } from './field-groups.tsx'
import { orderedFields } from './fields.ts'
import { usePickedActions } from './use-picked-actions.ts'

export interface BulkFormProps {
  /** At least two. */
  annotations: readonly Annotation[]
  codebook: Codebook
  /** Back to the list, where they stay picked. */
  onBack: () => void
}

export function BulkForm({ annotations, codebook, onBack }: BulkFormProps) {
  const say = useSay()
  const { run: update, pending } = useAction('annotations.updateMany')
  const offerUndo = useOfferUndo()
  const actions = usePickedActions(annotations)
  const fields = useRef<HTMLDivElement>(null)
  const isDisabled = !useCanWrite()
  const mergeKey = useKeyOf()('merge')
  const [isMoreOpen, setMoreOpen] = useState(false)
  const ids = annotations.map(({ id }) => id)
  const count = ids.length

  const change = async (patch: BulkPatch): Promise<boolean> => {
    const done = await update({ ids, patch })
    if (done && done.changed > 0) offerUndo(say('bulk.changed', { count: done.changed }))
    return done !== undefined
  }
  // It was asked for: its first field is where to go on. Back in the list the keys go on there.
  useEffect(() => {
    if (fields.current) focusFirst(fields.current)
  }, [])
  const tag = commonOf(annotations, ({ tagId }) => tagId)
  const status = commonOf(annotations, (annotation) => annotation.status)
  const important = commonOf(annotations, (annotation) => annotation.important)
  const { usual, rest } = orderedFields(tag.isMixed ? [] : (codebook.tagById.get(tag.value)?.shows ?? []))
  const control = (field: CodingField) => (
    <BulkField key={field} field={field} annotations={annotations} codebook={codebook} isDisabled={isDisabled} onChange={change} />
  )
  const mixed = (values: number) => ({ placeholder: say('bulk.mixed', { count: values }) })
  return (
    <div
      className={styles.form}
      role="form"
      aria-label={say('bulk.form', { count })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
        event.preventDefault()
        onBack()
      }}
    >
      <div className={styles.bar}>
        <IconButton label={say('bulk.back')} shortcut="Esc" icon={<ArrowLeft />} size="small" onPress={onBack} />
        <h2 className={styles.title}>{say('bulk.form', { count })}</h2>
        <span role="status">{pending ? say('status.saving') : ''}</span>
        <IconButton
          label={say('bulk.merge', { count })}
          {...(mergeKey !== null && { shortcut: mergeKey })}
          icon={<Combine />}
          size="small"
          isDisabled={!actions.canMerge}
          onPress={actions.merge}
        />
        <IconButton
          label={say('bulk.remove', { count })}
          icon={<Trash2 />}
          size="small"
          isDisabled={!actions.canRemove}
          onPress={() => void actions.remove()}
        />
      </div>
      <div ref={fields} className={styles.fields}>
        <Select
          label={say('coding.tag')}
          isDisabled={isDisabled}
          value={tag.isMixed ? null : String(tag.value)}
          {...(tag.isMixed && mixed(tag.values))}
          onChange={(id) => void change({ tag: Number(id) })}
          options={codebook.tags
            .filter((option) => !option.retired || (!tag.isMixed && option.id === tag.value))
            .map((option) => ({ id: String(option.id), label: option.name, icon: <TagMark tag={option} short /> }))}
        />
        {usual.map(control)}
        <Select
          label={say('coding.status')}
          isDisabled={isDisabled}
          value={status.isMixed ? null : status.value}
          {...(status.isMixed && mixed(status.values))}
          onChange={(value) => void change({ status: value })}
          options={annotationStatusSchema.options.map((id) => ({ id, label: say(`coding.status.${id}`) }))}
        />
        <Checkbox
          label={say('coding.important')}
          isDisabled={isDisabled}
          value={!important.isMixed && important.value}
          isMixed={important.isMixed}
          onChange={(value) => void change({ important: value })}
        />
      </div>
      <Button
        label={say(isMoreOpen ? 'inspector.fewer' : 'inspector.more', { count: 0 })}
        icon={isMoreOpen ? <ChevronDown /> : <ChevronRight />}
        kind="quiet"
        size="small"
        onPress={() => setMoreOpen(!isMoreOpen)}
      />
      {isMoreOpen && <div className={styles.fields}>{rest.map(control)}</div>}
    </div>
  )
}
