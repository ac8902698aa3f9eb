/** Several annotations at once: what they share, what differs, and every field to set in all of them. Each change is one step of the history. */
import { ChevronDown, ChevronRight, Combine, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { annotationStatusSchema, type Annotation } from '../../../shared/domain/annotation.ts'
import { MERGE_LIMIT, type BulkPatch } from '../../../shared/domain/annotation-operations.ts'
import type { CodingField } from '../../../shared/domain/codebook.ts'
import type { Codebook } from '../../lib/codebook.ts'
import { useAction, useCanWrite } from '../../lib/data.ts'
import { useOfferUndo } from '../../lib/offer-undo.ts'
import { TagMark } from '../../lib/parts/tag-mark.tsx'
import { useSay } from '../../lib/say.ts'
import { useKeyOf } from '../../lib/use-key-of.ts'
import { usePicked } from '../../stores/picked.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { BulkField } from './bulk-field.tsx'
import styles from './bulk-form.module.css'
import { commonOf } from './bulk-values.ts'
import { orderedFields } from './fields.ts'

export interface BulkFormProps {
  /** At least two. */
  annotations: readonly Annotation[]
  codebook: Codebook
}

export function BulkForm({ annotations, codebook }: BulkFormProps) {
  const say = useSay()
  const { run: update, pending } = useAction('annotations.updateMany')
  const { run: remove } = useAction('annotations.remove')
  const offerUndo = useOfferUndo()
  const { pick, ask } = usePicked()
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
  const removeAll = async (): Promise<void> => {
    const done = await remove({ ids })
    if (!done) return
    pick([])
    offerUndo(say('bulk.removed', { count: done.annotations }))
  }
  const tag = commonOf(annotations, ({ tagId }) => tagId)
  const status = commonOf(annotations, (annotation) => annotation.status)
  const important = commonOf(annotations, (annotation) => annotation.important)
  const { usual, rest } = orderedFields(tag.isMixed ? [] : (codebook.tagById.get(tag.value)?.shows ?? []))
  const control = (field: CodingField) => (
    <BulkField key={field} field={field} annotations={annotations} codebook={codebook} isDisabled={isDisabled} onChange={change} />
  )
  const mixed = (values: number) => ({ placeholder: say('bulk.mixed', { count: values }) })
  return (
    <div className={styles.form} role="form" aria-label={say('bulk.form', { count })}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{say('bulk.form', { count })}</h2>
        <span role="status">{pending ? say('status.saving') : ''}</span>
        <IconButton
          label={say('bulk.merge', { count })}
          {...(mergeKey !== null && { shortcut: mergeKey })}
          icon={<Combine />}
          size="small"
          isDisabled={isDisabled || count > MERGE_LIMIT}
          onPress={() => ask({ do: 'merge', ids })}
        />
        <IconButton
          label={say('bulk.remove', { count })}
          icon={<Trash2 />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => void removeAll()}
        />
        <IconButton label={say('inspector.unpick')} icon={<X />} size="small" onPress={() => pick([])} />
      </div>
      <div className={styles.fields}>
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
